import { describe, expect, it } from 'vitest';
import { targetAt } from '../../../../src/core/taskset/authoring/target.ts';
import { typed } from '../../../support/typedYaml.ts';

const question = (rest: string) => `title: T\nquestions:\n  - id: 1a\n    kind: drawing\n${rest}`;

/** The file, and the word that stands at the place. */
function target(text: string, file?: string): string | undefined {
  const { view, offset } = typed(text, file);
  const found = targetAt(view, offset);
  if (found === undefined) return undefined;
  const there = found.file === view.file ? view.text : (view.tasks.get(found.file) ?? '');
  const word = /^['"]?[\w.-]+/.exec(there.slice(found.offset))?.[0] ?? '';
  return `${found.file} ${word}`.trim();
}

describe('the way from a name to its place', () => {
  it.each([
    ['a Markdown file', 'prompt:\n  file: intro|.md', undefined, 'warm-up/intro.md'],
    ['a Markdown file in brackets', 'prompt: { file: intro|.md }', undefined, 'warm-up/intro.md'],
    [
      'a model',
      'questions:\n  - kind: code\n    model: { file: net|/model.onnx',
      undefined,
      'warm-up/net/model.onnx',
    ],
    [
      'a skeleton',
      'questions:\n  - kind: code\n    files: { attack.ts: stu|dent/attack.ts }',
      undefined,
      'warm-up/student/attack.ts',
    ],
    [
      'the entry file',
      'questions:\n  - kind: code\n    entry: { file: att|ack.ts }\n    files: { attack.ts: student/attack.ts }',
      undefined,
      'warm-up/student/attack.ts',
    ],
    [
      'the entry file of another question',
      "questions:\n  - kind: lines\n    program: '9.2'\n    entry: { file: att|ack.ts }",
      undefined,
      'second/student/attack.ts',
    ],
    ['a picture', 'prompt: >\n  Look: ![a net](fig|ure.svg) here', undefined, 'warm-up/figure.svg'],
    ['a task', 'tasks:\n  - warm|-up', 'taskset.yaml', 'warm-up/task.yaml'],
    ['a task in brackets', 'tasks: [warm-up, sec|ond]', 'taskset.yaml', 'second/task.yaml title'],
    [
      'the drawing below',
      question('  - id: 1b\n    kind: drawing\n    over: 1|a'),
      undefined,
      'warm-up/task.yaml 1a',
    ],
    [
      'an earlier formula',
      'questions:\n  - kind: expression\n    followOn:\n      - from: [9|a]',
      undefined,
      'second/task.yaml 9a',
    ],
    [
      'an answer in a formula',
      "questions:\n  - kind: expression\n    followOn:\n      - { from: [9a], answer: '2 \\answer{9|a}' }",
      undefined,
      'second/task.yaml 9a',
    ],
    [
      'an answer that is given',
      'questions:\n  - kind: expression\n    examples:\n      - given: { 9|a: x }',
      undefined,
      'second/task.yaml 9a',
    ],
    [
      'a program',
      "questions:\n  - kind: lines\n    program: '9|.2'",
      undefined,
      "second/task.yaml '9.2",
    ],
    [
      'a node',
      'questions:\n  - kind: diagram\n    nodes:\n      - { id: h1, label: h }\n    edges:\n      - { from: h|1 }',
      undefined,
      'warm-up/task.yaml h1',
    ],
    [
      'a mistake',
      'questions:\n  - kind: expression\n    mistakes:\n      - name: lost-sign\n    examples:\n      - mistake: lost|-sign',
      undefined,
      'warm-up/task.yaml lost-sign',
    ],
  ])('leads to %s', (_, text, file, expected) => {
    expect(target(text, file)).toBe(expected);
  });

  it.each([
    ['a file that is not there', 'prompt: { file: los|t.md }'],
    ['a picture that is not there', 'prompt: >\n  ![a net](lo|st.svg)'],
    ['a text', 'title: war|m-up'],
    ['a question of the wrong kind', question('    over: 9|a')],
  ])('ends at %s', (_, text) => {
    expect(target(text)).toBeUndefined();
  });
});
