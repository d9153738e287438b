/** What a derivation's writer is told: a remark for each false step, leap and missing fact; the proof is not given away. */

import { type Counterexample, type Nested } from '../../math/compare/comparison.ts';
import { type JudgedLink } from '../../math/derivation/judgeDerivation.ts';
import { type Reading, verdictOf } from './reading.ts';

export function derivationFeedback(reading: Reading): string[] {
  const { question, judgement } = reading;
  if (verdictOf(reading) === 'correct') {
    return [...stepRemarks(judgement.links), 'Every step holds, and together they show the claim.'];
  }
  const missing = question.facts.filter(({ name }) => !judgement.shown.has(name));
  return [
    ...stepRemarks(judgement.links),
    ...missing.map(({ feedback }) => feedback),
    ...(judgement.connected === true ? [] : [connectionRemark(judgement.links)]),
  ];
}

/** One a step: of several links the worst speaks. */
function stepRemarks(links: readonly JudgedLink[]): string[] {
  const steps = [...new Set(links.map(({ link }) => link.step))];
  return steps.flatMap((step) => {
    const own = links.filter(({ link }) => link.step === step).map(remark);
    return REMARK_ORDER.flatMap(
      (kind) => own.find((each) => each?.kind === kind)?.text ?? [],
    ).slice(0, 1);
  });
}

const REMARK_ORDER = ['false', 'undecided', 'leap', 'not-strict'] as const;

interface Remark {
  readonly kind: (typeof REMARK_ORDER)[number];
  readonly text: string;
}

function remark({ link, outcome, leap }: JudgedLink): Remark | undefined {
  const name = `Step ${link.step + 1}`;
  if (outcome.verdict === 'violated') {
    return { kind: 'false', text: `${name} does not hold${because(outcome)}` };
  }
  if (outcome.verdict === 'undecided') {
    const text = `${name} could not be decided, a person looks at it: ${outcome.reason}`;
    return { kind: 'undecided', text };
  }
  if (leap) {
    const text = `${name} is true, but does too much at once: split it, or name in its reason what it uses.`;
    return { kind: 'leap', text };
  }
  if (outcome.equalAt === undefined) return undefined;
  const sign = link.relation === '<' ? '≤' : '≥';
  const text = `${name} holds with ${sign} only, since both sides can be equal; it counts as that.`;
  return { kind: 'not-strict', text };
}

function because({
  reason,
  counterexample,
}: {
  readonly reason?: string | undefined;
  readonly counterexample?: Counterexample | undefined;
}): string {
  if (counterexample !== undefined) return `: ${counterexampleText(counterexample)}`;
  return reason === undefined ? '.' : `: ${reason}`;
}

function counterexampleText({ sizes, indices, values, left, right }: Counterexample): string {
  const numbers = [...Object.entries(sizes), ...Object.entries(indices)];
  const given = [...numbers, ...Object.entries(values)].map(
    ([name, value]) => `${name} = ${nestedText(value)}`,
  );
  const where = given.length === 0 ? '' : `for ${given.join(', ')} `;
  return `${where}the left side is ${nestedText(left)} and the right side ${nestedText(right)}.`;
}

function nestedText(value: Nested): string {
  if (value === null) return 'without value';
  return typeof value === 'number' ? String(value) : `(${value.map(nestedText).join(', ')})`;
}

function connectionRemark(links: readonly JudgedLink[]): string {
  return links.some(({ outcome }) => outcome.verdict === 'violated')
    ? 'As long as a step is false, the derivation as a whole does not show the claim.'
    : 'The steps do not lead from the start to the goal yet.';
}
