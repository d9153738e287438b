import { describe, expect, it } from 'vitest';
import { cannotRun } from '../../../src/core/grade/codeRun.ts';
import { rehearse } from '../../../src/core/grade/rehearse.ts';
import { parseEveryVariant, parseTaskSet } from '../../../src/core/taskset/parseTaskSet.ts';
import { problemText } from '../../../src/core/taskset/problem.ts';
import { type Question, type TaskSet, questionsOf } from '../../../src/core/taskset/taskSet.ts';
import { SMALL_SET, filesOf } from '../../support/taskSet.ts';
import { VARIED_SET, changed, variedFiles } from '../../support/variants.ts';

function every(texts = VARIED_SET): readonly TaskSet[] {
  const read = parseEveryVariant(variedFiles(texts));
  if (!read.ok) throw new Error(read.error.map(problemText).join('\n'));
  return read.value;
}

function one(variant: number, texts = VARIED_SET): TaskSet {
  const read = parseTaskSet(variedFiles(texts), { variant });
  if (!read.ok) throw new Error(read.error.map(problemText).join('\n'));
  return read.value;
}

function problemsOf(texts: Readonly<Record<string, string>>): string[] {
  const read = parseEveryVariant(variedFiles(texts));
  return read.ok ? [] : read.error.map(problemText);
}

function question<K extends Question['kind']>(set: TaskSet, id: string, kind: K) {
  const found = questionsOf(set).find((each) => each.id === id);
  if (found?.kind !== kind) throw new Error(`there is no ${kind} question ${id}`);
  return found as Extract<Question, { kind: K }>;
}

const sets = every();

describe('a set with variants', () => {
  it('has as many as it says, each knowing which it is', () => {
    expect(sets.map(({ variant, variants }) => [variant, variants])).toEqual(
      Array.from({ length: 12 }, (_, place) => [place + 1, 12]),
    );
    expect(new Set(sets.map(({ tasks }) => JSON.stringify(tasks))).size).toBe(12);
  });

  it('gives the same variant alone as among all', () => {
    for (const variant of [1, 7, 12]) expect(one(variant)).toEqual(sets[variant - 1]);
    expect(parseTaskSet(variedFiles())).toEqual({ ok: true, value: one(1) });
  });

  it('still gives a variant that it has no more', () => {
    const fewer = changed('taskset.yaml', 'variants: 12', 'variants: 5');
    expect(one(9, fewer)).toEqual({ ...one(9), variants: 5 });
  });

  it('is right in all of them: drawings, formulas, derivations and diagrams earn full points', async () => {
    const { problems } = await rehearse(sets, cannotRun('no program to run'));
    expect(problems.map(problemText)).toEqual([]);
  });

  it('is found wrong where one of them is', async () => {
    const wrong = every(changed('hinges/task.yaml', "q', verdict: wrong", "q', verdict: correct"));
    const { problems } = await rehearse(wrong, cannotRun('no program to run'));
    expect(problems.map(problemText).join('\n')).toContain('hinges/task.yaml:39:9: ');
  });

  it('draws functions: the same hinge in prompt and key', () => {
    for (const set of sets) {
      const { prompt, declarations } = question(set, 'kink', 'drawing');
      const written = /\\max\(.*\)/.exec(prompt)?.[0] ?? '';
      expect(written).toMatch(/^\\max\(0, -?[123] x_1 [+-] [12]\)$/);
      expect(declarations.symbols.get('y')).toHaveProperty('definition.body');
    }
  });

  it('makes numbers of parameters that stand alone, and texts where texts are wanted', () => {
    for (const set of sets) {
      const m = question(set, 'kink', 'drawing').window.high[1];
      expect([1, 2, 3]).toContain(m);
      expect(question(set, 'net', 'diagram').network.nodes[1]?.label).toBe(`w_${m}`);
      const { checker, inputs } = question(set, 'code', 'code');
      expect(checker.window.high[0]).toBe(m);
      expect([0.01, 0.02, 0.03, 0.04, 0.05]).toContain(inputs[0]?.x[0]?.[0]);
    }
    const alone = changed('hinges/task.yaml', 'title: Hinges', "title: '{{m}}'");
    expect(one(1, alone).tasks[0]?.title).toMatch(/^[123]$/);
  });

  it('fills every file that a task refers to: Markdown, programs, data and pictures', () => {
    const [hinges, program] = one(1).tasks;
    expect(hinges?.prompt).toMatch(/\$b = -?[12]\$, and \{\{b\}\} in braces/);
    expect(hinges?.pictures?.['line.svg']).toMatch(/<path d="M-?[123] -?[12]"\/>/);
    expect(program?.pictures).toBeUndefined();
    const { files, handout, reference } = question(one(1), 'code', 'code');
    const rate = /rate = (0\.0[1-5]); \/\/ [123]\n/.exec(files['attack.ts'] ?? '')?.[1];
    expect(rate).toBeDefined();
    expect(handout).toEqual({ 'settings.json': `{ "rate": ${rate} }\n` });
    expect(reference).toEqual({ 'attack.ts': `export const rate = 1 - ${rate};\n` });
  });

  it('shares what does not vary', () => {
    const [first, second] = sets;
    const plain = (set: TaskSet | undefined) => set && question(set, 'plain', 'choice');
    expect(plain(first)).toBe(plain(second));
    expect(new Set(sets.map((set) => question(set, 'net', 'diagram'))).size).toBe(3);
  });

  it('shuffles options, and leaves those that are fixed', () => {
    const orders = sets.map((set) =>
      question(set, 'side', 'choice')
        .options.map(({ id }) => id)
        .join(' '),
    );
    expect(new Set(orders).size).toBeGreaterThan(3);
    for (const order of orders) {
      expect(order.endsWith(' none')).toBe(true);
      expect(order.split(' ').toSorted()).toEqual(['none', 'other', 'right', 'slope']);
    }
  });

  it('draws the same for a task whatever tasks stand beside it', () => {
    const texts = {
      ...changed('taskset.yaml', 'tasks: [hinges, program, plain]', 'tasks: [plain, hinges]'),
    };
    const alone = every({
      ...texts,
      'taskset.yaml': texts['taskset.yaml']?.replace('points: 14', 'points: 11') ?? '',
    });
    expect(alone.map(({ tasks }) => tasks[1])).toEqual(sets.map(({ tasks }) => tasks[0]));
  });

  it('draws otherwise under another seed', () => {
    const other = every(changed('taskset.yaml', 'nobody knows', 'somebody knows'));
    expect(other.map(({ tasks }) => tasks[0]?.prompt)).not.toEqual(
      sets.map(({ tasks }) => tasks[0]?.prompt),
    );
  });
});

describe('a set without variants', () => {
  it('keeps its braces, and is its only variant', () => {
    const braces = { ...SMALL_SET, 'second/3a.md': 'Why {{a}}, \\{{a}}?\n' };
    const read = parseEveryVariant(filesOf(braces));
    if (!read.ok) throw new Error(read.error.map(problemText).join('\n'));
    expect(read.value).toHaveLength(1);
    expect(read.value[0]).toMatchObject({ variants: 0, variant: 0 });
    expect(question(read.value[0] ?? one(1), '3a', 'text').prompt).toBe('Why {{a}}, \\{{a}}?\n');
    expect(parseTaskSet(filesOf(braces), { variant: 7 })).toEqual({
      ok: true,
      value: read.value[0],
    });
  });

  it('has nothing to draw', () => {
    const drawn = changed('taskset.yaml', 'variants: 12\n', '');
    expect(problemsOf(drawn)).toEqual(['taskset.yaml:8:1: ' + NO_VARIANTS]);
    const shuffled = { ...SMALL_SET };
    shuffled['first/task.yaml'] =
      shuffled['first/task.yaml']?.replace('title: One', 'title: One\n    shuffle: true') ?? '';
    const read = parseTaskSet(filesOf(shuffled));
    expect(read.ok ? [] : read.error.map(problemText)).toEqual([
      'first/task.yaml:10:14: ' + NO_VARIANTS,
    ]);
  });
});

const NO_VARIANTS =
  'nothing is drawn as long as taskset.yaml has no variants, such as variants: 20';

describe('a problem of a template', () => {
  it('of all variants has its place in the template, and names none', () => {
    const texts = changed('hinges/task.yaml', 'title: Kink', 'titel: Kink');
    expect(problemsOf(texts)).toContain(
      `hinges/task.yaml:15:5: unknown field "titel"; did you mean 'title'?`,
    );
  });

  it('of some names them', () => {
    const low = changed(
      'hinges/task.yaml',
      "low: [-4, -4], high: [4, '{{m}}']",
      "low: [-1, -4], high: ['{{b}}', '{{m}}']",
    );
    const problem = problemsOf(low).find((each) => each.includes('low must lie below')) ?? '';
    expect(problem).toMatch(
      /^hinges\/task\.yaml:22:13: low must lie below high in both coordinates \(variants \d+, \d+, \d+( and \d+ more)?\)$/,
    );
    const only = parseTaskSet(variedFiles(low), {
      variant: Number(/variants (\d+)/.exec(problem)?.[1]),
    });
    expect(only.ok ? '' : only.error.map(problemText).join()).toMatch(/\(variant \d+\)$/);
  });

  it('stands where its author wrote it, though values are longer or shorter than their names', () => {
    const prompt = changed('hinges/prompt.md', '![another', '{{word}} {{a}} ![another');
    const missing = {
      ...prompt,
      'hinges/prompt.md': prompt['hinges/prompt.md']?.replace('line.svg', 'lost.svg') ?? '',
    };
    expect(problemsOf(missing)).toEqual(['hinges/prompt.md:2:16: there is no picture lost.svg']);
    const inYaml = changed(
      'hinges/task.yaml',
      "prompt: 'Which way does ![a line](line.svg) go?'",
      'prompt: |\n      {{word}} {{a}}\n      {{word}} ![a line](lost.svg)',
    );
    const lines = inYaml['hinges/task.yaml']?.split('\n') ?? [];
    const line = lines.findIndex((each) => each.includes('lost.svg')) + 1;
    expect(problemsOf(inYaml)).toEqual([
      `hinges/task.yaml:${line}:16: there is no picture lost.svg`,
    ]);
  });

  it.each([
    [
      'hinges/task.yaml',
      'It is {{word}}.',
      'It is {{wrod}}.',
      "there is no parameter 'wrod'; did you mean 'word'?",
    ],
    [
      'hinges/prompt.md',
      '$b = {{b}}$',
      '$b = {{B}}$',
      "there is no parameter 'B'; did you mean 'b'?",
    ],
    [
      'program/skeleton.ts',
      '{{rate}}',
      '{{raet}}',
      "there is no parameter 'raet'; did you mean 'rate'?",
    ],
    ['hinges/task.yaml', 'title: Kink', 'title: {{a}}', 'a text with {{ }} needs quotes'],
    ['hinges/task.yaml', "['a != b']", "['a*a = 2']", 'nothing fits in 1000 draws'],
    ['hinges/task.yaml', "'a*b + m'", "'a*q + m'", "in 'a*q + m': "],
    [
      'taskset.yaml',
      'integer: [1, 3]',
      'integer: [1, 3], choice: [2]',
      'expected exactly one of integer',
    ],
    ['taskset.yaml', '  m:', '  m_1:', 'expected a letter, then letters and digits'],
    ['taskset.yaml', 'variants: 12', 'variants: 1001', 'expected at most 1000'],
  ])('%s: %s → %s', (file, from, to, message) => {
    const found = problemsOf(changed(file, from, to));
    expect(found.join('\n')).toContain(message);
    for (const problem of found) expect(problem).toMatch(/^[a-z/.]+:\d+:\d+: /);
  });

  it('is that a question has other points in another variant', () => {
    const texts = changed(
      'hinges/task.yaml',
      'points: 1\n    shuffle',
      "points: '{{k}}'\n    shuffle",
    );
    const task = texts['hinges/task.yaml'] ?? '';
    const all = {
      ...texts,
      'taskset.yaml': texts['taskset.yaml']?.replace('points: 14', 'points: 15') ?? '',
      'hinges/task.yaml': task
        .replace('  word:', "  j: { formula: '3 - k' }\n  word:")
        .replace('title: Why\n    points: 1', "title: Why\n    points: '{{j}}'")
        .replace("{{word}}', points: 1", "{{word}}', points: '{{j}}'"),
    };
    expect(problemsOf(all).join()).toContain('must be the same in every variant');
  });

  it('is that nothing differs', () => {
    const texts = {
      ...SMALL_SET,
      'taskset.yaml': `${SMALL_SET['taskset.yaml'] ?? ''}variants: 3\n`,
    };
    const read = parseEveryVariant(filesOf(texts));
    expect(read.ok ? [] : read.error.map(problemText)).toEqual([
      'taskset.yaml:8:11: nothing differs between the variants: draw parameters, or shuffle the options of a choice',
    ]);
  });
});
