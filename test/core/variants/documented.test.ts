import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { cannotRun } from '../../../src/core/grade/codeRun.ts';
import { rehearse } from '../../../src/core/grade/rehearse.ts';
import { parseEveryVariant } from '../../../src/core/taskset/parseTaskSet.ts';
import { problemText } from '../../../src/core/taskset/problem.ts';
import { questionsOf } from '../../../src/core/taskset/taskSet.ts';

const page = readFileSync(
  fileURLToPath(new URL('../../../docs/task-sets.md', import.meta.url)),
  'utf8',
);
const section = page.slice(page.indexOf('## Variants'), page.indexOf('## A small example'));
const task = /```yaml\n([^]*?)```/.exec(section)?.[1] ?? '';

it('the task on the page about task sets is right in fifty variants', async () => {
  const head = `format: 1
id: hinges
title: Hinges
language: en
version: 1.0.0
points: 3
variants: 50
tasks: [hinges]
`;
  const texts = new Map([
    ['taskset.yaml', head],
    ['hinges/task.yaml', task],
  ]);
  const read = parseEveryVariant({ texts, binaries: new Map() });
  if (!read.ok) throw new Error(read.error.map(problemText).join('\n'));
  const { problems } = await rehearse(read.value, cannotRun('no program to run'));
  expect(problems.map(problemText)).toEqual([]);
  for (const set of read.value) {
    for (const question of questionsOf(set)) {
      if (question.kind !== 'choice') continue;
      const [right, other] = ['a', 'b'].map(
        (id) => question.options.find((option) => option.id === id)?.text,
      );
      expect(right).not.toBe(other);
    }
  }
});
