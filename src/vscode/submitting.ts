/**
 * What handing in needs: archives, hashes, sealing. Built as a bundle of its own and always imported dynamically, so that
 * it costs nothing before somebody hands in.
 */
export { gatherAttempt } from '../runtime/submission/gatherAttempt.ts';
export { packSubmission } from '../runtime/submission/packSubmission.ts';
export { freePath, saveSubmission } from '../runtime/submission/saveSubmission.ts';
export { seal } from '../runtime/seal/seal.ts';
