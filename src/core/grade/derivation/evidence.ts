/** What was found out about every step, as plain data. */

import { type Counterexample } from '../../math/compare/comparison.ts';
import { type JudgedLink } from '../../math/derivation/judgeDerivation.ts';
import { type Reading } from './reading.ts';

export interface StepEvidence {
  readonly outcome: 'holds' | 'violated' | 'undecided';
  /** names of the facts that it visibly uses */
  readonly facts: readonly string[];
  readonly counterexample?: Counterexample | undefined;
  /** a sentence: why there is no outcome, or no counterexample */
  readonly reason?: string | undefined;
  /** it does too much at once */
  readonly leap?: true | undefined;
}

export function derivationEvidence(reading: Reading): Record<string, unknown> {
  const { judgement, steps, declarations, question } = reading;
  return {
    steps: Array.from({ length: steps }, (_, step) => stepEvidence(reading, step)),
    connected: judgement.connected,
    ...(question.norms.length > 1 ? { norm: declarations.norm } : {}),
  };
}

/** @param step 0-based; one that only names where a chain begins holds */
function stepEvidence({ judgement }: Reading, step: number): StepEvidence {
  const links = judgement.links.filter(({ link }) => link.step === step);
  const worst = links.find(violated) ?? links.find(undecided);
  const facts = new Set(links.flatMap((link) => [...link.facts]));
  return {
    ...(worst === undefined ? { outcome: 'holds' } : outcomeOf(worst)),
    facts: [...facts],
    ...(links.some(({ leap }) => leap !== undefined) ? { leap: true } : {}),
  };
}

const violated = ({ outcome }: JudgedLink) => outcome.verdict === 'violated';
const undecided = ({ outcome }: JudgedLink) => outcome.verdict === 'undecided';

function outcomeOf({ outcome }: JudgedLink): Omit<StepEvidence, 'facts'> {
  if (outcome.verdict === 'undecided') return { outcome: 'undecided', reason: outcome.reason };
  if (outcome.verdict === 'holds') return { outcome: 'holds' };
  const { counterexample, reason } = outcome;
  return {
    outcome: 'violated',
    ...(counterexample === undefined ? {} : { counterexample }),
    ...(reason === undefined ? {} : { reason }),
  };
}
