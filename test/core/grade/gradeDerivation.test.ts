import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeDerivation } from '../../../src/core/grade/gradeDerivation.ts';
import { readDeclarations } from '../../../src/core/math/read/readDeclarations.ts';
import { problemText } from '../../../src/core/taskset/problem.ts';
import { type QuestionOf, questionsOf } from '../../../src/core/taskset/taskSet.ts';
import { loadTaskSet } from '../../../src/runtime/taskSetFiles.ts';
import { derivation } from '../../support/derivations.ts';
import { BOUNDS } from './derivation/bound.ts';
import { type Derived, OTHER_DERIVATIONS } from './derivation/others.ts';

type DerivationQuestion = QuestionOf<'derivation'>;

const loaded = await loadTaskSet(fileURLToPath(new URL('../../../tasks/ml1/', import.meta.url)));
if (!loaded.ok) throw new Error(loaded.error.map(problemText).join('\n'));
const bound = questionsOf(loaded.value).find(
  (question): question is DerivationQuestion => question.kind === 'derivation',
);
if (bound === undefined) throw new Error('the bundled exam has no derivation');

describe('the bound of the bundled exam', () => {
  it.each(BOUNDS)('gives what is due: $name', ({ steps, verdict, points }) => {
    const given = gradeDerivation(bound, derivation(steps));
    const found = { verdict: given.verdict, points: given.points };
    expect(found, given.feedback.join('\n')).toEqual({ verdict, points: points ?? 0 });
  });
});

describe.each(OTHER_DERIVATIONS)('$name', (derived) => {
  const question = questionOf(derived);

  it.each(derived.answers)('gives what is due: $name', ({ steps, verdict, points }) => {
    const given = gradeDerivation(question, derivation(steps));
    const found = { verdict: given.verdict, points: given.points };
    expect(found, given.feedback.join('\n')).toEqual({ verdict, points: points ?? 0 });
  });
});

describe('what the writer of a derivation is told', () => {
  const told = (steps: string) => gradeDerivation(bound, derivation(steps));

  it('shows where a step is false, and credits the others', () => {
    const { evidence, feedback } = told(String.raw`
      |\frac{\partial y}{\partial x_i}|
      = \sum_j |w_j| a_j |\operatorname{sign}(x_i - c_{ij})|
      <= \|w\|_1`);
    expect(evidence).toMatchObject({
      steps: [
        { outcome: 'holds', facts: [] },
        { outcome: 'violated', facts: [], counterexample: { sizes: { d: 1, h: 2 } } },
        { outcome: 'holds', facts: ['a_j at most 1', 'sign at most 1'] },
      ],
      connected: false,
      norm: 1,
    });
    expect(feedback[0]).toMatch(/^Step 2 does not hold\. At \$.*the left side is .* right side is/);
    expect(feedback).toContain(bound.facts[0]?.feedback);
    expect(feedback).not.toContain(bound.facts[1]?.feedback);
  });

  it('tells in which norm a false step was read, where bars have no index', () => {
    const { points, feedback } = told(String.raw`
      \|\frac{\partial y}{\partial x}\|
      = |\sum_i \sum_j w_j a_j \operatorname{sign}(x_i - c_{ij})|
      <= \sum_i \sum_j |w_j| a_j |\operatorname{sign}(x_i - c_{ij})|
      <= \sum_i \sum_j |w_j|
      = d \|w\|_1`);
    expect(points).toBe(4);
    expect(feedback[0]).toMatch(
      /^Step 2 does not hold, with \$\\\|\\cdot\\\|\$ read as the 1-norm\. At \$/,
    );
  });

  it('says that no reason makes a step of the claim', () => {
    const { feedback } = told(String.raw`
      \|\frac{\partial y}{\partial x}\|
      <= d \|w\|_1  # triangle inequality`);
    expect(feedback[0]).toMatch(/^Step 2 is true, but says all that was to be shown/);
  });

  it('asks to split a step that does too much, and shows it', () => {
    const { evidence, feedback } = told(String.raw`
      \|\frac{\partial y}{\partial x}\|
      <= \sum_{i=1}^d \|w\|_1
      = d \|w\|_1`);
    expect(feedback[0]).toMatch(/^Step 2 is true, but does too much at once/);
    expect(evidence).toMatchObject({
      steps: [{ facts: [] }, { leap: true, facts: [] }, { facts: ['sum over i'] }],
    });
  });

  it('takes a strict sign for the weak one where only special points are equal, and says so', () => {
    const { verdict, feedback } = told(String.raw`
      \|\frac{\partial y}{\partial x}\|
      <= \sum_i \sum_j |w_j| a_j |\operatorname{sign}(x_i - c_{ij})|
      < \sum_i \sum_j |w_j|
      = d \|w\|_1`);
    expect([verdict, feedback[0]]).toEqual([
      'correct',
      'Step 3 holds with ≤ only, since both sides can be equal; it counts as that.',
    ]);
  });

  it('points at what cannot be read', () => {
    const { evidence, feedback } = told('|\\frac{\\partial y}{\\partial x_i}|\n<= q + \\|w\\|_1');
    expect(feedback[0]).toMatch(/^Step 2 cannot be read: .*q/);
    expect(evidence).toEqual({
      step: 2,
      place: { start: 0, end: 1 },
      caret: 'q + \\|w\\|_1\n^',
    });
  });

  it('leaves to a person what cannot be decided, with the points that are sure', () => {
    const { verdict, points, evidence } = told(String.raw`
      |\frac{\partial y}{\partial x_i}|
      <= \sum_j |w_j| a_j |\operatorname{sign}(x_i - c_{ij})|
      = \frac{1}{1000000} \sum_{k=1}^{1000000} \sum_j |w_j| a_j |\operatorname{sign}(x_i - c_{ij})|
      <= \|w\|_1`);
    expect([verdict, points]).toEqual(['undecided', 1]);
    expect(evidence).toMatchObject({
      steps: [{}, { outcome: 'holds' }, { outcome: 'undecided' }, {}],
    });
  });

  it('ignores empty rows at the end', () => {
    const { steps } = derivation('|w_1|\n<= \\|w\\|_1');
    const { verdict } = gradeDerivation(bound, {
      steps: [...steps, { relation: '<=', latex: ' ' }],
    });
    expect(verdict).toBe('wrong');
  });

  it('says the same twice', () => {
    const steps = BOUNDS[3]?.steps ?? '';
    expect(told(steps)).toEqual(told(steps));
  });
});

describe('strange derivations', () => {
  const question = questionOf(found(OTHER_DERIVATIONS, 'the geometric and the arithmetic mean'));
  const scrap = fc.constantFrom(
    '\\sqrt{',
    '}',
    'a',
    'b',
    '+',
    '-',
    '^',
    '_',
    '(',
    ')',
    '2',
    '0',
    '<',
    '=',
    '|',
  );
  const latex = fc.oneof(
    fc.array(scrap, { maxLength: 12 }).map((scraps) => scraps.join('')),
    fc.string(),
  );
  const relation = fc.constantFrom(undefined, '=', '<=', '<', '>=', '>');
  const step = fc.record({ latex, relation, reason: fc.option(fc.string(), { nil: undefined }) });

  it('are judged or refused, never a crash', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 4 }), (steps) => {
        const { verdict, points, maxPoints } = gradeDerivation(question, { steps });
        expect(VERDICTS).toContain(verdict);
        expect(points).toBeLessThanOrEqual(maxPoints);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('are refused when a step is far too long', () => {
    const given = [' '.repeat(200_000), `a${' '.repeat(150_000)}b`, '('.repeat(20_000)];
    const verdicts = given.map((text) => gradeDerivation(question, { steps: [{ latex: text }] }));
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['unanswered', 'invalid', 'invalid']);
  });

  it('do not take the graders time without bound', () => {
    const sum = String.raw`\sum_{k=1}^{100000} k a`;
    const steps = Array.from({ length: 40 }, (_, count) => ({ latex: `${count} ${sum}` }));
    const links = steps.map((each, at) => (at === 0 ? each : { ...each, relation: '<=' as const }));
    expect(gradeDerivation(question, { steps: links }).verdict).toBe('undecided');
  });
});

const VERDICTS = ['correct', 'partial', 'wrong', 'undecided', 'invalid', 'unanswered'];

function found(derived: readonly Derived[], wanted: string): Derived {
  const one = derived.find(({ name }) => name === wanted);
  if (one === undefined) throw new Error(`no derivation of ${wanted}`);
  return one;
}

function questionOf({ name, declare, where, task }: Derived): DerivationQuestion {
  const declarations = readDeclarations(declare, { where });
  if (!declarations.ok) throw new Error(declarations.error.map(({ message }) => message).join());
  return {
    kind: 'derivation',
    id: '1',
    at: { file: 'task.yaml', line: 1, column: 1 },
    title: name,
    prompt: name,
    hints: [],
    points: task.facts.length + 1,
    ...task,
    facts: task.facts.map((fact) => ({
      ...fact,
      tightIn: fact.tightIn ?? [],
      points: 1,
      feedback: `${fact.name} is missing`,
    })),
    declarations: declarations.value,
    norms: [2],
    connected: 1,
    factsPerStep: 2,
    reference: [],
    examples: [],
  };
}
