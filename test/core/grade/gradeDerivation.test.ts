import { fileURLToPath } from 'node:url';
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
    facts: task.facts.map((fact) => ({ ...fact, points: 1, feedback: `${fact.name} is missing` })),
    declarations: declarations.value,
    norms: [2],
    connected: 1,
    factsPerStep: 2,
    reference: [],
    examples: [],
  };
}
