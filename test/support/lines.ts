/** The small set with a question about changing its program, and answers to it. */

import { type LineEdit } from '../../src/core/answer/answer.ts';
import { type QuestionOf, questionsOf } from '../../src/core/taskset/taskSet.ts';
import { MODEL_SHA256, SMALL_SET, smallSet } from './taskSet.ts';

export const LINES_SET: Readonly<Record<string, string>> = {
  ...SMALL_SET,
  'taskset.yaml': (SMALL_SET['taskset.yaml'] ?? '').replace('points: 10', 'points: 14'),
  'second/task.yaml': `${SMALL_SET['second/task.yaml'] ?? ''}  - id: 3c
    kind: lines
    title: Many
    points: 4
    prompt: Change it.
    program: 3b
    entry: { file: attack.ts, function: attack }
    given: given.ts
    model: { file: model.onnx, sha256: ${MODEL_SHA256} }
    checker:
      kind: attack
      iterations: 10
      tolerance: { boundary: 0.1, objective: 0.1, distance: 0.1 }
      window: { low: [-1, -1], high: [1, 1] }
      batches: [2, 3]
    checks:
      - { check: shape, title: Shape, points: 1 }
      - { check: rows, title: Rows, points: 2 }
      - { check: single-row, title: Single, points: 1, with: rows }
      - { check: model, title: Model, points: 0, required: true }
    reference:
      - { line: 2, action: replace, text: 'sum();', was: 'add();' }
    examples:
      - { name: nothing, file: own.ts, edits: [], verdict: correct, mistake: rows-mixed }
`,
  'second/given.ts': 'one();\nadd();\n',
  'second/own.ts': 'own();\n',
};

export function linesQuestion(texts = LINES_SET): QuestionOf<'lines'> {
  const found = questionsOf(smallSet(texts)).find(({ kind }) => kind === 'lines');
  if (found?.kind !== 'lines') throw new Error('the set has no question about lines');
  return found;
}

export const replacing = (line: number, text: string): LineEdit => ({
  line,
  action: 'replace',
  text,
});
