/** An answer in a few words, where neither its question nor its picture is there: for a look into what was handed in. */

import { type AnswerOf, QUESTION_KINDS, type QuestionKind } from '../answer/answer.ts';
import { readAnswer } from '../answer/readAnswer.ts';
import { brief } from '../printable.ts';

const LONGEST = 70;

type Short = (given: unknown) => string | undefined;

/** undefined: it is no answer of that kind. */
function short<K extends QuestionKind>(kind: K, words: (answer: AnswerOf[K]) => string): Short {
  return (given) => {
    const read = readAnswer(kind, given);
    return read.ok ? words(read.value) : undefined;
  };
}

const SHORT: { readonly [K in QuestionKind]: Short } = {
  choice: short('choice', ({ selected }) =>
    selected.length === 0 ? 'nothing selected' : `selected ${selected.join(', ')}`,
  ),
  drawing: short(
    'drawing',
    ({ items, labels }) => `${counted(items, 'stroke')}, ${counted(labels, 'formula')}`,
  ),
  expression: short('expression', ({ latex }) => latex),
  derivation: short('derivation', ({ steps }) => {
    const written = steps.map(({ relation = '', latex }) => `${relation} ${latex}`.trim());
    return `${counted(steps, 'step')}: ${written.join(' ')}`;
  }),
  text: short('text', ({ text }) => text),
  diagram: short(
    'diagram',
    ({ nodes, edges }) => `${counted(nodes, 'node')}, ${counted(edges, 'arrow')}`,
  ),
  code: short('code', ({ files }) =>
    Object.entries(files)
      .map(([name, text]) => `${name}: ${counted(text.split('\n'), 'line')}`)
      .join(', '),
  ),
  lines: short('lines', ({ edits }) => counted(edits, 'change')),
};

/** On one line; data as JSON where it is an answer of no kind. */
export function shortAnswer(given: unknown): string {
  for (const kind of QUESTION_KINDS) {
    const words = SHORT[kind](given);
    if (words !== undefined) return brief(words, LONGEST);
  }
  return brief(JSON.stringify(given), LONGEST);
}

function counted(list: readonly unknown[], noun: string): string {
  return `${list.length} ${noun}${list.length === 1 ? '' : 's'}`;
}
