/**
 * What the host needs once an exam is open: task sets, verdicts, the reading of formulas. Built as a bundle of its own
 * and always imported dynamically, so that a window without an exam loads none of it.
 */
export { echoOf } from '../core/grade/echoOf.ts';
export { lineEchoOf } from '../core/grade/lineEchoOf.ts';
export { grade } from '../core/grade/grade.ts';
export { shownIn } from '../core/grade/withoutSolution.ts';
export { loadTaskSet } from './loadTaskSet.ts';
