/** The outcome of a comparison as text: a counterexample as a small table, a complaint with a caret under its place. */

import { type TextComparison } from '../core/math/compare/compareTexts.ts';
import {
  type Comparison,
  type Counterexample,
  type Nested,
} from '../core/math/compare/comparison.ts';
import { printable } from './plainText.ts';

type OutcomeOf<V extends TextComparison['verdict']> = Extract<TextComparison, { verdict: V }>;

const TEXTS: {
  readonly [V in TextComparison['verdict']]: (outcome: OutcomeOf<V>) => readonly string[];
} = {
  equal: ({ exception }) => [exception === undefined ? 'equal' : `equal: ${plain(exception)}`],
  different: differenceLines,
  undecided: ({ reason }) => [`undecided: ${plain(reason)}`],
  invalid: complaintLines,
};

export function comparisonText(outcome: TextComparison): string {
  return `${printable(linesOf(outcome.verdict, outcome).join('\n'))}\n`;
}

function linesOf<V extends TextComparison['verdict']>(
  verdict: V,
  outcome: OutcomeOf<V>,
): readonly string[] {
  return TEXTS[verdict](outcome);
}

/** Sentences quote mathematics between dollar signs, but a terminal typesets nothing. */
function plain(sentence: string): string {
  return sentence.replaceAll('$', '');
}

function differenceLines({
  reason,
  counterexample,
}: Extract<Comparison, { verdict: 'different' }>): readonly string[] {
  const head = reason === undefined ? 'different' : `different: ${plain(reason)}`;
  return counterexample === undefined ? [head] : [head, ...tableLines(counterexample)];
}

function tableLines({ sizes, indices, values, left, right }: Counterexample): readonly string[] {
  const rows = [
    ...Object.entries({ ...sizes, ...indices, ...values }),
    ['left', left] as const,
    ['right', right] as const,
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${nestedText(value)}`);
}

function nestedText(value: Nested): string {
  if (value === null) return 'no value';
  if (typeof value === 'number') return String(value);
  return `[${value.map(nestedText).join(', ')}]`;
}

const SIDES: Readonly<Record<OutcomeOf<'invalid'>['side'], string>> = {
  left: 'the first expression',
  right: 'the second expression',
  declare: 'the declarations',
};

function complaintLines({ side, complaint }: OutcomeOf<'invalid'>): readonly string[] {
  return [`invalid: ${SIDES[side]}: ${plain(complaint.message)}`, ...placeLines(complaint)];
}

/** How much of a long line is shown on each side of the place. */
const MARGIN = 60;

function placeLines({ source, span }: OutcomeOf<'invalid'>['complaint']): readonly string[] {
  const lineStart = source.lastIndexOf('\n', span.start - 1) + 1;
  const newline = source.indexOf('\n', span.start);
  const lineEnd = newline === -1 ? source.length : newline;
  const from = Math.max(lineStart, span.start - MARGIN);
  const to = Math.min(lineEnd, span.start + MARGIN);
  const carets = Math.max(1, Math.min(span.end, to) - span.start);
  const line = source.slice(from, to).replaceAll('\t', ' ');
  return [`  ${line}`, `  ${' '.repeat(span.start - from)}${'^'.repeat(carets)}`];
}
