/**
 * Derivations: every step is tested, the facts that a proof has to use earn their points at the steps that use them, and
 * the way from the start to the goal earns its own. The whole is judged under each accepted reading of norm bars.
 */

import { type DerivationAnswer } from '../answer/answer.ts';
import { type Complaint, complaintProse } from '../math/complaint.ts';
import { type Declarations } from '../math/declarations.ts';
import { Work } from '../math/compare/work.ts';
import { decideLinks, isFalse, judgeDerivation } from '../math/derivation/judgeDerivation.ts';
import { readProof } from '../math/derivation/readProof.ts';
import { readTask } from '../math/derivation/readTask.ts';
import { SampledDeciding } from '../math/derivation/sampledDeciding.ts';
import { type QuestionOf } from '../taskset/taskSet.ts';
import { caretUnder } from './caret.ts';
import { derivationEvidence } from './derivation/evidence.ts';
import { derivationFeedback } from './derivation/feedback.ts';
import { type Reading, pointsOf, verdictOf } from './derivation/reading.ts';
import { type Verdict } from './verdict.ts';

type DerivationQuestion = QuestionOf<'derivation'>;
type Steps = DerivationAnswer['steps'];

/** The same for every answer, so that equal answers get equal verdicts. */
const SEED = 1;
/** In additions of doubles, for one answer: several times what long derivations need. */
const MOST_WORK = 1e8;

export function gradeDerivation(question: DerivationQuestion, answer: DerivationAnswer): Verdict {
  const maxPoints = question.points;
  const steps = withoutBlankEnd(answer.steps);
  if (steps.length === 0) return { verdict: 'unanswered', points: 0, maxPoints, feedback: [] };
  const readings: Decided[] = [];
  const work = new Work(MOST_WORK);
  for (const norm of question.norms) {
    const declarations = { ...question.declarations, norm };
    const reading = decide(question, steps, declarations, work);
    if ('complaint' in reading) return unreadable(question, steps, reading);
    readings.push(reading);
  }
  const best = bestOf(readings);
  return {
    verdict: verdictOf(best),
    points: pointsOf(best),
    maxPoints,
    feedback: derivationFeedback(best),
    evidence: derivationEvidence(best),
  };
}

/** Rows that were opened and left empty say nothing. */
export function withoutBlankEnd(steps: Steps): Steps {
  const last = steps.findLastIndex(({ latex }) => latex.trim() !== '');
  return steps.slice(0, last + 1);
}

interface Unreadable {
  /** 0-based */
  readonly step: number;
  readonly complaint: Complaint;
}

/** Under one reading of norm bars: whether each step holds, and how to find what that is worth. */
interface Decided {
  readonly wrong: number;
  readonly judge: () => Reading;
}

function decide(
  question: DerivationQuestion,
  steps: Steps,
  declarations: Declarations,
  work: Work,
): Decided | Unreadable {
  const task = readTask(question, declarations);
  if (!task.ok) throw new Error(`question ${question.id}: ${task.error.message}`);
  const proof = readProof(task.value.claim, steps, declarations);
  if (!proof.ok) return proof.error;
  const deciding = new SampledDeciding(declarations, { seed: SEED, work });
  const decided = decideLinks(proof.value, deciding);
  return {
    wrong: decided.filter(isFalse).length,
    judge: () => {
      const judgement = judgeDerivation(proof.value, decided, task.value, deciding);
      const isCutShort = work.left <= 0;
      return { question, declarations, steps: steps.length, judgement, isCutShort };
    },
  };
}

/** Meant is the reading with the fewest false steps; of several the one that is worth most. */
function bestOf(readings: readonly Decided[]): Reading {
  const fewest = Math.min(...readings.map(({ wrong }) => wrong));
  let best: Reading | undefined;
  for (const { judge } of readings.filter(({ wrong }) => wrong === fewest)) {
    const reading = judge();
    if (best === undefined || pointsOf(reading) > pointsOf(best)) best = reading;
    if (pointsOf(best) === best.question.points) break;
  }
  if (best === undefined) throw new Error('no norm to read the derivation in');
  return best;
}

export function unreadable(
  { points: maxPoints }: DerivationQuestion,
  steps: Steps,
  { step, complaint }: Unreadable,
): Verdict {
  const caret = caretUnder(steps[step]?.latex ?? '', complaint.span);
  return {
    verdict: 'invalid',
    points: 0,
    maxPoints,
    feedback: [`Step ${step + 1} cannot be read: ${complaintProse(complaint)}`],
    evidence: { step: step + 1, place: complaint.span, caret },
  };
}
