/** What a derivation's writer is told: a remark for each false step, leap and missing fact; the proof is not given away. */

import { type RelationOutcome } from '../../math/compare/comparison.ts';
import { type Declarations } from '../../math/declarations.ts';
import { type Leap } from '../../math/derivation/credit.ts';
import { type JudgedLink } from '../../math/derivation/judgeDerivation.ts';
import { type Link } from '../../math/derivation/proof.ts';
import { nodesOf } from '../../math/parts.ts';
import { isEverywhere, isWords, placeWords } from '../expression/counterexampleWords.ts';
import { type Reading, verdictOf } from './reading.ts';

export function derivationFeedback(reading: Reading): string[] {
  const { judgement } = reading;
  const remarks = stepRemarks(judgement.links, reading);
  const verdict = verdictOf(reading);
  if (verdict === 'correct')
    return [...remarks, 'Every step holds, and together they show the claim.'];
  if (judgement.links.some(({ outcome }) => outcome.verdict === 'undecided')) return remarks;
  return [
    ...remarks,
    ...missingRemarks(reading),
    ...(judgement.connected === true ? [] : [connectionRemark(judgement.links)]),
  ];
}

function missingRemarks({ question, judgement, isCutShort }: Reading): string[] {
  const { shown, unsure } = judgement;
  const missing = question.facts.filter(({ name }) => !shown.has(name));
  const remarks = missing.map(({ name, feedback }) =>
    isCutShort || unsure.has(name) ? UNSURE : feedback,
  );
  return [...new Set(remarks)];
}

const UNSURE =
  'Whether the steps use all that is needed could not be decided, a person looks at it.';

/** One a step: of several links the worst speaks. */
function stepRemarks(links: readonly JudgedLink[], reading: Reading): string[] {
  const steps = [...new Set(links.map(({ link }) => link.step))];
  return steps.flatMap((step) => {
    const own = links.filter(({ link }) => link.step === step);
    const remarks = own.map((link) => remark(link, reading));
    const worst = WORST_FIRST.find((kind) => remarks.some((each) => each?.kind === kind));
    const said = remarks.find((each) => each !== undefined && each.kind === worst);
    return said === undefined ? [] : [`Step ${step + 1} ${said.text}`];
  });
}

const WORST_FIRST = ['false', 'undecided', 'leap', 'not-strict'] as const;

interface Remark {
  readonly kind: (typeof WORST_FIRST)[number];
  readonly text: string;
}

function remark({ link, outcome, leap }: JudgedLink, reading: Reading): Remark | undefined {
  if (outcome.verdict === 'violated') {
    const text = `does not hold${normWords(link, reading)}${because(outcome, reading.declarations)}`;
    return { kind: 'false', text };
  }
  if (outcome.verdict === 'undecided') {
    return {
      kind: 'undecided',
      text: `could not be decided, a person looks at it: ${outcome.reason}`,
    };
  }
  if (leap !== undefined) return { kind: 'leap', text: LEAPS[leap] };
  if (outcome.equalAt === undefined) return undefined;
  const sign = link.relation === '<' ? '≤' : '≥';
  const text = `holds with ${sign} only, since both sides can be equal; it counts as that.`;
  return { kind: 'not-strict', text };
}

const LEAPS: Readonly<Record<Leap, string>> = {
  many: 'is true, but does too much at once: split it, or name in its reason what it uses.',
  whole:
    'is true, but says all that was to be shown: a chain of smaller steps has to lead there, and a reason is not enough.',
};

type Violated = Extract<RelationOutcome, { verdict: 'violated' }>;

/** In which norm bars without an index were read, where several may be meant. */
function normWords({ left, right }: Link, { question, declarations }: Reading): string {
  const nodes = [left, right].flatMap(({ expression }) => [...nodesOf(expression)]);
  const isOpen = nodes.some((node) => node.kind === 'norm' && node.order === undefined);
  return isOpen && question.norms.length > 1
    ? String.raw`, with $\|\cdot\|$ read as the ${declarations.norm}-norm`
    : '';
}

function because({ reason, counterexample }: Violated, declarations: Declarations): string {
  if (counterexample === undefined) return reason === undefined ? '.' : `: ${reason}`;
  const { left, right } = counterexample;
  const side = isEverywhere(counterexample)
    ? 'The left side'
    : `${placeWords(counterexample, declarations)} the left side`;
  return `. ${side} ${isWords(left)} and the right side ${isWords(right)}.`;
}

function connectionRemark(links: readonly JudgedLink[]): string {
  return links.some(({ outcome }) => outcome.verdict === 'violated')
    ? 'As long as a step is false, the derivation as a whole does not show the claim.'
    : 'The steps do not lead from the start to the goal yet.';
}
