import { describe, expect, it } from 'vitest';
import { accepted, labels, suggestions } from '../../../support/typedYaml.ts';

const SET = 'taskset.yaml';
const question = (rest: string) => `title: T\nquestions:\n  - id: 1a\n${rest}`;
const drawing = (rest: string) => question(`    kind: drawing\n${rest}`);
const expression = (rest: string) => question(`    kind: expression\n${rest}`);

describe('names of fields', () => {
  it.each([
    ['of the set, in an empty file', '|', SET, ['format', 'id', 'tasks']],
    ['of the set, half typed', 'format: 1\nti|', SET, ['title', 'mode', 'tasks']],
    ['of the set, between others', 'format: 1\n|\nid: a\n', SET, ['title', 'tasks']],
    ['of a task', 'title: T\n|', undefined, ['prompt', 'mathematics', 'questions']],
    ['of mathematics', 'title: T\nmathematics:\n  |', undefined, ['declare', 'where', 'norm']],
    ['of mathematics, beside others', 'mathematics:\n  norm: 2\n  |', undefined, ['declare']],
    ['of a question of unknown kind', question('    |'), undefined, ['kind', 'title', 'prompt']],
    ['of a choice', question('    kind: choice\n    |'), undefined, ['options', 'multiple']],
    ['of a drawing', drawing('    |'), undefined, ['window', 'function', 'over', 'grid']],
    ['of a field of a drawing', drawing('    ask: { kind: pieces, | }'), undefined, ['labels']],
    ['of the window', drawing('    window: { | }'), undefined, ['low', 'high']],
    [
      'of an entry that has begun',
      question('    kind: choice\n    options:\n      - id: a\n        |'),
      undefined,
      ['text', 'feedback', 'correct'],
    ],
    [
      'of an entry whose first field is typed',
      question('    kind: choice\n    options:\n      - te|\n        feedback: Why'),
      undefined,
      ['id', 'text'],
    ],
    ['of a file', 'prompt:\n  |', undefined, ['file']],
    [
      'of an entry file',
      question('    kind: code\n    entry: { file: a.ts, | }'),
      undefined,
      ['function'],
    ],
    ['of handing in', 'handIn:\n  |', SET, ['recipients', 'name']],
    ['of a parameter', 'parameters:\n  a:\n    |', SET, ['integer', 'formula']],
  ])('%s', (_, text, file, expected) => {
    expect(labels(text, file)).toEqual(expect.arrayContaining(expected));
  });

  it('that are there already are not offered again', () => {
    expect(labels('title: T\n|\nprompt: P\n')).not.toContain('title');
    expect(labels('title: T\n|\nprompt: P\n')).not.toContain('prompt');
  });

  it('come with the required ones first', () => {
    expect(labels('format: 1\n|', SET).slice(0, 6)).toEqual([
      'id',
      'title',
      'language',
      'version',
      'points',
      'tasks',
    ]);
  });

  it('of another kind are not offered', () => {
    expect(labels(drawing('    |'))).not.toContain('options');
  });

  it('keep the colon that stands there', () => {
    expect(accepted('ti|: T\n', 'title')).toBe('title: T\n');
  });

  it('bring a value of their type', () => {
    expect(accepted('form|', 'format', SET)).toBe('format: 1');
    expect(accepted(drawing('    win|'), 'window')).toBe(
      drawing('    window: { low: [-2, -2], high: [2, 2] }'),
    );
    expect(accepted('title: T\nmath|', 'mathematics')).toBe(
      "title: T\nmathematics: { declare: 'x: scalar' }",
    );
  });
});

describe('broken texts', () => {
  it.each([
    ['an open bracket above', "palette: ['x', {\ntitle: T\n|", ['questions', 'prompt']],
    ['an open quote above', 'title: "T\n|\nquestions:\n', ['prompt']],
    [
      'an open quote in a question above',
      question("    title: 'T\n    kind: choice\n    |"),
      ['options'],
    ],
    ['an open map above', drawing('    window: { low: [-2\n    |'), ['function', 'grid']],
    ['a name without a colon above', 'tit\n|\nquestions:\n', ['title', 'prompt']],
    ['a field twice', 'title: T\ntitle: U\n|', ['prompt']],
    [
      'wrong indentation below',
      question('    kind: choice\n    |\n   title: x\n'),
      ['options', 'points'],
    ],
    ['a tab below', 'title: T\n|\n\tprompt: x\n', ['questions']],
    ['a half-typed question below', 'title: T\n|\nquestions:\n  - id:\n  - ki', ['prompt']],
    ['an alias', 'title: *\n|', ['prompt']],
    ['Windows line ends', 'title: T\r\nmathematics:\r\n  |\r\n', ['declare', 'where']],
  ])('are read on: %s', (_, text, expected) => {
    expect(labels(text)).toEqual(expect.arrayContaining(expected));
  });
});

describe('values', () => {
  it.each([
    ['of a mode', 'mode: |', SET, ['practice', 'exam']],
    ['half typed', 'mode: pr|', SET, ['practice', 'exam']],
    ['right behind the colon', 'mode:|', SET, ['practice', 'exam']],
    ['in quotes', "mode: 'pr|'", SET, ['practice', 'exam']],
    ['of a truth', question('    kind: choice\n    multiple: |'), undefined, ['true', 'false']],
    [
      'of credit',
      question('    kind: choice\n    credit: |'),
      undefined,
      ['all-or-nothing', 'right-minus-wrong'],
    ],
    [
      'in brackets',
      drawing('    ask: { kind: pieces, labels: | }'),
      undefined,
      ['none', 'optional', 'required'],
    ],
    ['that are numbers', 'mathematics:\n  norm: |', undefined, ['1', '2']],
    ['of entries', 'reveal:\n  - |', SET, ['hints', 'explanations']],
    ['of entries in brackets', 'reveal: [hints, |]', SET, ['explanations']],
    ['of entries without their bracket', 'reveal: |', SET, ['[hints]']],
    [
      'that tell forms apart',
      drawing('    ask:\n      kind: |'),
      undefined,
      ['pieces', 'level-set'],
    ],
    [
      'of a check',
      question('    kind: code\n    checks:\n      - check: |'),
      undefined,
      ['shape', 'objective'],
    ],
    [
      'of a verdict, in an unclosed map',
      expression("    examples:\n      - { answer: 'x', verdict: |\n"),
      undefined,
      ['correct', 'wrong'],
    ],
    ['of kinds', question('    kind: |'), undefined, ['choice', 'text', 'lines']],
  ])('%s', (_, text, file, expected) => {
    expect(labels(text, file)).toEqual(expect.arrayContaining(expected));
  });

  it('replace what is typed, with its quotes', () => {
    expect(accepted('mode: pr|\nid: a', 'exam', SET)).toBe('mode: exam\nid: a');
    expect(accepted("mode: 'pr|'\nid: a", 'exam', SET)).toBe("mode: 'exam'\nid: a");
    expect(accepted('mode:|', 'exam', SET)).toBe('mode: exam');
  });

  it.each([
    ['in a text', 'title: T\nprompt: What is |'],
    ['in a block', 'title: T\nprompt: >\n  What is\n  |\nquestions:\n'],
    ['in a comment', 'title: T\n# pr|'],
    ['of an unknown field', 'colour:\n  |'],
  ])('are not offered %s', (_, text) => {
    expect(labels(text)).toEqual([]);
  });
});

describe('names of what is there', () => {
  it.each([
    ['folders of tasks', 'tasks:\n  - |', SET, ['warm-up', 'second']],
    ['folders of tasks in brackets', 'tasks: [warm-up, |]', SET, ['second']],
    ['texts', 'prompt: { file: | }', undefined, ['intro.md']],
    [
      'models',
      question('    kind: code\n    model:\n      file: |'),
      undefined,
      ['net/model.onnx'],
    ],
    [
      'programs',
      question('    kind: code\n    reference: { attack.ts: | }'),
      undefined,
      ['student/attack.ts', 'solution/attack.ts'],
    ],
    [
      'files that students write',
      question(
        '    kind: code\n    files: { attack.ts: student/attack.ts }\n    entry: { file: | }',
      ),
      undefined,
      ['attack.ts'],
    ],
    [
      'files that students write elsewhere',
      question("    kind: lines\n    program: '9.2'\n    entry: { file: |"),
      undefined,
      ['attack.ts'],
    ],
    [
      'drawings',
      drawing('    title: A\n  - id: 1b\n    kind: drawing\n    over: |'),
      undefined,
      ['1a'],
    ],
    ['programs to change', question('    kind: lines\n    program: |'), undefined, ['9.2']],
    ['earlier formulas', expression('    followOn:\n      - from: [|]'), undefined, ['9a']],
    [
      'earlier formulas, below each other',
      expression('    followOn:\n      - from:\n          - |'),
      undefined,
      ['9a'],
    ],
    [
      'earlier formulas, without the bracket',
      expression('    followOn:\n      - from: |'),
      undefined,
      ['[9a]'],
    ],
    [
      'answers that are given',
      expression("    examples:\n      - answer: 'x'\n        given: { | }"),
      undefined,
      ['9a'],
    ],
    [
      'letters',
      `mathematics:\n  declare: 'x_1, x_2: scalar; w: vector d'\n${expression('    palette: [|]')}`,
      undefined,
      ['x_1', 'x_2', 'w'],
    ],
    [
      'nodes',
      question(
        '    kind: diagram\n    nodes:\n      - { id: h, label: h }\n    edges:\n      - { from: | }',
      ),
      undefined,
      ['h'],
    ],
    [
      'mistakes',
      expression(
        "    mistakes:\n      - { answer: '2', name: lost-sign }\n    examples:\n      - { mistake: | }",
      ),
      undefined,
      ['lost-sign'],
    ],
  ])('%s', (_, text, file, expected) => {
    expect(labels(text, file)).toEqual(expect.arrayContaining(expected));
  });

  it('are quoted where YAML needs it', () => {
    expect(accepted(question('    kind: lines\n    program: |'), '9.2')).toMatch(
      /program: '9\.2'$/,
    );
  });

  it('say what they name', () => {
    expect(suggestions(question('    kind: lines\n    program: |'))).toEqual([
      expect.objectContaining({ label: '9.2', detail: 'Program' }),
    ]);
  });
});
