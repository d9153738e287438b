/**
 * What the host needs once an exam is open: task sets, verdicts, the reading of formulas. Built as a bundle of its own
 * and always imported dynamically, so that a window without an exam loads none of it.
 */
export { echoOf } from '../core/grade/echoOf.ts';
export { lineEchoOf } from '../core/grade/lineEchoOf.ts';
export { grade } from '../core/grade/grade.ts';
export { shownIn } from '../core/grade/withoutSolution.ts';
export { loadedSet, loadTaskSet } from './loadTaskSet.ts';
// what authors need
export { referenceAnswer } from '../core/grade/referenceAnswer.ts';
export { completionsAt } from '../core/taskset/authoring/complete.ts';
export { explanationAt } from '../core/taskset/authoring/hover.ts';
export { foldsOf, outlineOf } from '../core/taskset/authoring/outline.ts';
export { questionAt, questionNaming } from '../core/taskset/authoring/questionAt.ts';
export { targetAt } from '../core/taskset/authoring/target.ts';
export { solutionOf } from '../core/taskset/solution.ts';
export { asStudentsSee } from '../core/publish/asStudentsSee.ts';
export { examineSet } from '../runtime/examineSet.ts';
export { headFor, idFor, newTaskSet } from '../runtime/newTaskSet.ts';
export { cacheFolder } from '../runtime/rehearsal/cacheFolder.ts';
export { rehearseSet } from '../runtime/rehearsal/rehearseSet.ts';
export { loadTaskSet as readTaskSet } from '../runtime/taskSetFiles.ts';
