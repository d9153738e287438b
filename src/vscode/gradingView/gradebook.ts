/**
 * What a grading view needs: task sets, records, typesetting, pages. Built as a bundle of its own and always imported
 * dynamically, so that it costs nothing before somebody grades.
 */
export { headSet, setIn } from '../../runtime/gradebook/findSet.ts';
export { GradingFolder } from '../../runtime/grading/gradingFolder.ts';
export { GradingSession } from './gradingSession.ts';
