/** Answers as students write them, to the exam's questions and to other derivations: none may be misjudged. */

import { afterAll, describe, expect, it } from 'vitest';
import { compareTexts, type TextComparison } from '../../../src/core/math/compare/compareTexts.ts';
import {
  type Derivation,
  derivations,
  type HostileAnswer,
  hostileAnswers,
  textOf,
} from '../../support/mathematics/corpus.ts';

type Verdict = TextComparison['verdict'];

/** What came of the right or of the wrong answers to one derivation. */
interface Tally {
  readonly name: string;
  readonly expected: Verdict;
  readonly verdicts: readonly Verdict[];
}

const SEED = 1;
const corpus = derivations();
const tallies: Tally[] = [];

describe('the corpus', () => {
  it('has three hundred right and three hundred wrong answers, to ten derivations beside the exam', () => {
    const others = corpus.filter(({ name }) => !name.startsWith('exam-'));
    expect(others.length).toBeGreaterThanOrEqual(10);
    expect(corpus.flatMap(({ right }) => right).length).toBeGreaterThanOrEqual(300);
    expect(corpus.flatMap(({ wrong }) => wrong).length).toBeGreaterThanOrEqual(300);
  });

  it.each(corpus)('has no answer to $name twice', ({ right, wrong, invalid, ambiguous }) => {
    const answers = [...right, ...wrong.map(({ answer }) => answer), ...invalid, ...ambiguous];
    expect(answers.filter((answer, place) => answers.indexOf(answer) !== place)).toEqual([]);
  });
});

describe.each(corpus)('$name', (derivation) => {
  const { name, right, wrong, invalid, ambiguous } = derivation;

  it('accepts every right answer', () => {
    expect(misjudged(derivation, right, 'equal')).toEqual([]);
  });

  it('finds every wrong answer different', () => {
    const answers = wrong.map(({ answer }) => answer);
    expect(misjudged(derivation, answers, 'different')).toEqual([]);
  });

  it('takes nothing that cannot be read, or whose shapes do not fit', () => {
    const taken = invalid.filter((answer) => judge(derivation, answer).verdict !== 'invalid');
    expect(taken).toEqual([]);
  });

  it('asks back what has two readings', () => {
    expect(ambiguous.map((answer) => complaintAt(derivation, answer))).toEqual(
      ambiguous.map(() => 'ambiguous'),
    );
  });

  function misjudged(of: Derivation, answers: readonly string[], expected: Verdict): string[] {
    const outcomes = answers.map((answer) => ({ answer, outcome: judge(of, answer) }));
    tallies.push({ name, expected, verdicts: outcomes.map(({ outcome }) => outcome.verdict) });
    return outcomes
      .filter(({ outcome }) => outcome.verdict !== expected)
      .map(({ answer, outcome }) => `${answer} is ${outcome.verdict}: ${wordsOf(outcome)}`);
  }
});

describe('an answer that wants to harm', () => {
  const { declare, reference, cases } = hostileAnswers();

  it.each(cases)('is survived: $what', (hostile: HostileAnswer) => {
    const outcome = compareTexts({ declare, left: textOf(hostile), right: reference, seed: SEED });
    expect(hostile.expect).toContain(outcome.verdict);
  });
});

afterAll(() => {
  process.stdout.write(`${table(tallies)}\n`);
});

/** @throws where the derivation itself cannot be read: no answer is to blame */
function judge({ declare, where, reference }: Derivation, answer: string): TextComparison {
  const outcome = compareTexts({ declare, where, left: answer, right: reference, seed: SEED });
  if (outcome.verdict === 'invalid' && outcome.side !== 'left') throw new Error(wordsOf(outcome));
  return outcome;
}

function complaintAt(derivation: Derivation, answer: string): string {
  const outcome = judge(derivation, answer);
  return outcome.verdict === 'invalid' ? outcome.complaint.kind : `${answer} is ${outcome.verdict}`;
}

function wordsOf(outcome: TextComparison): string {
  if (outcome.verdict === 'invalid') return outcome.complaint.message;
  if (outcome.verdict === 'equal') return outcome.exception ?? '';
  return outcome.reason ?? JSON.stringify('counterexample' in outcome && outcome.counterexample);
}

function table(of: readonly Tally[]): string {
  const names = [...new Set(of.map(({ name }) => name))];
  const heading = 'right  wrong  false rejects  false accepts  unreadable  undecided';
  return [
    `${'derivation'.padEnd(28)}${heading}`,
    ...names.map((name) =>
      line(
        name,
        of.filter((each) => each.name === name),
      ),
    ),
    line('together', of),
  ].join('\n');
}

function line(name: string, of: readonly Tally[]): string {
  const judged = of.flatMap(({ expected, verdicts }) =>
    verdicts.map((verdict) => ({ expected, verdict })),
  );
  const count = (expected: Verdict, verdict: Verdict): number =>
    judged.filter((each) => each.expected === expected && each.verdict === verdict).length;
  const either = (verdict: Verdict): number =>
    count('equal', verdict) + count('different', verdict);
  const cells: [number, number][] = [
    [judged.filter(({ expected }) => expected === 'equal').length, 5],
    [judged.filter(({ expected }) => expected === 'different').length, 7],
    [count('equal', 'different'), 15],
    [count('different', 'equal'), 15],
    [either('invalid'), 12],
    [either('undecided'), 11],
  ];
  return name.padEnd(28) + cells.map(([number, width]) => String(number).padStart(width)).join('');
}
