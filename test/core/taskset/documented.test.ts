import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cannotRun } from '../../../src/core/grade/codeRun.ts';
import { rehearse } from '../../../src/core/grade/rehearse.ts';
import { LINES_SET } from '../../support/lines.ts';
import { MODEL_SHA256, problemsOf, smallSet } from '../../support/taskSet.ts';

const page = readFileSync(
  fileURLToPath(new URL('../../../docs/task-sets.md', import.meta.url)),
  'utf8',
);
const example = page.slice(page.indexOf('## A small example'));
const [set = '', task = ''] = [...example.matchAll(/```yaml\n([^]*?)```/g)].map(
  ([, yaml = '']) => yaml,
);

const files = (from = '', to = '') => {
  if (!task.includes(from)) throw new Error(`the example has no ${from}`);
  return { 'taskset.yaml': set, 'warm-up/task.yaml': task.replace(from, () => to) };
};

async function complaints(texts: Readonly<Record<string, string>>): Promise<string[]> {
  const { problems, notRun } = await rehearse([smallSet(texts)], cannotRun('no program to run'));
  expect(notRun).toEqual([]);
  return problems.map(({ message }) => message);
}

describe('the example on the page about task sets', () => {
  it('is a task set that earns itself full points', async () => {
    expect(problemsOf(files())).toEqual([]);
    expect(await complaints(files())).toEqual([]);
  });

  it('is refused with a version of one number', () => {
    const texts = { ...files(), 'taskset.yaml': set.replace('1.0.0', '1') };
    expect(problemsOf(texts)).toEqual([expect.stringContaining('version')]);
  });
});

/** The whole question that the page shows for a kind, as one entry of a task's list. */
function questionOn(kind: string): string {
  const section = page.slice(page.indexOf(`### \`${kind}\``));
  return /```yaml\n(- id: [^]*?)```/.exec(section)?.[1] ?? '';
}

describe('the questions on the page about task sets', () => {
  it.each(['drawing', 'diagram'])('show a %s that earns itself full points', async (kind) => {
    const texts = {
      'taskset.yaml': set.replace('points: 5', 'points: 2'),
      'warm-up/task.yaml': `title: Warm-up\nquestions:\n${questionOn(kind)}`,
    };
    expect(problemsOf(texts)).toEqual([]);
    expect(await complaints(texts)).toEqual([]);
    const spoiled = {
      ...texts,
      'warm-up/task.yaml': texts['warm-up/task.yaml'].replace(/verdict: .*/, 'verdict: correct'),
    };
    expect(await complaints(spoiled)).toEqual([expect.stringContaining('correct')]);
  });

  it('show lines that a task set can take in', () => {
    const [before = ''] = (LINES_SET['second/task.yaml'] ?? '').split('  - id: 3c');
    const lines = questionOn('lines')
      .replace('program: e', 'program: 3b')
      .replace('SHA256', MODEL_SHA256);
    const texts = {
      ...LINES_SET,
      'taskset.yaml': (LINES_SET['taskset.yaml'] ?? '').replace('points: 14', 'points: 13'),
      'second/task.yaml': `${before}${lines.replaceAll(/^(?=.)/gm, '  ')}`,
    };
    expect(problemsOf(texts)).toEqual([]);
  });
});

describe('a fact that its author’s reference does not show', () => {
  it.each([
    [
      'slackIn: {}',
      "slackIn: { where: ['v_i = 1'] }",
      /'Cauchy and Schwarz' is not recognised: no step/,
    ],
    ["where: ['v_i = u']", "where: ['u = 1']", /step 3 differs in its tightIn world 1/],
    ['\\sqrt{\\sum_{i=1}^n 1}', '\\sqrt{1}', /step 3 would use it, but does not hold/],
    [
      "\\sqrt{\\sum_{i=1}^n 1}',\n          reason: Cauchy and Schwarz,",
      "\\sqrt{n}',",
      /step 3 uses too many facts at once \(Cauchy and Schwarz, a vector of ones\)/,
    ],
  ])('is explained when %s becomes %s', async (from, to, expected) => {
    expect(await complaints(files(from, to))).toEqual([expect.stringMatching(expected)]);
  });
});
