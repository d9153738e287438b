import { describe, expect, it } from 'vitest';
import { explanationAt } from '../../../../src/core/taskset/authoring/hover.ts';
import { typed } from '../../../support/typedYaml.ts';

const SET = 'taskset.yaml';
const question = (rest: string) => `title: T\nquestions:\n  - id: 1a\n${rest}`;

function told(text: string, file?: string): string | undefined {
  const { view, offset } = typed(text, file);
  return explanationAt(view, offset)?.text;
}

describe('what is said of a place', () => {
  it.each([
    ['the id of a set', 'i|d: a', SET, 'Stable name of the set.'],
    ['what is required', 'ti|tle: T', SET, 'Required.'],
    ['values', 'mo|de: exam', SET, 'One of `practice`, `exam`.'],
    ['a value', 'mode: ex|am', SET, 'One of `practice`, `exam`.'],
    ['the seed, which is secret', 'variant|Seed: w', SET, 'Secret: in no copy'],
    ['parameters, which are secret', 'param|eters: {}', undefined, 'Secret: in no copy'],
    [
      'an option',
      question('    kind: choice\n    options:\n      - { id: a, te|xt: A }'),
      undefined,
      'Students see it.',
    ],
    [
      'feedback',
      question('    kind: choice\n    options:\n      - { id: a, feed|back: A }'),
      undefined,
      'Secret in an exam.',
    ],
    ['hints', question('    kind: choice\n    hi|nts: [A]'), undefined, '`reveal` has `hints`'],
    [
      'a model answer',
      question('    kind: text\n    model|Answer: A'),
      undefined,
      '`reveal` has `model-answers`',
    ],
    [
      'examples',
      question('    kind: expression\n    exam|ples: []'),
      undefined,
      'only proves the question right',
    ],
    ['a model', question('    kind: code\n    mod|el: {}'), undefined, 'ONNX'],
    ['a kind', question('    kind: der|ivation'), undefined, 'every step of which is tried'],
    [
      'a question that is named',
      question("    kind: lines\n    program: '9.|2'"),
      undefined,
      '**9.2**: Program',
    ],
    ['a file that is named', 'prompt: { file: int|ro.md }', undefined, '`warm-up/intro.md`'],
    [
      'a field of the right kind',
      question('    kind: diagram\n    ro|les: shown'),
      undefined,
      'contradicts',
    ],
    [
      'a field while the text is broken',
      'palette: [\nsource|Note: >\n',
      undefined,
      'lost in the source',
    ],
    ['an entry of a list', 'tasks: [war|m-up]', SET, '`warm-up/task.yaml`'],
  ])('explains %s', (_, text, file, expected) => {
    expect(told(text, file)).toContain(expected);
  });

  it.each([
    ['an unknown field', 'col|our: red'],
    ['a comment', '# tit|le'],
    ['an empty line', 'title: T\n|\nprompt: P'],
  ])('is nothing of %s', (_, text) => {
    expect(told(text)).toBeUndefined();
  });

  it('does not call secret what students see', () => {
    expect(told(question('    kind: choice\n    pro|mpt: P'))).not.toContain('ecret');
  });
});
