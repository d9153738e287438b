/** One right-shaped answer of every kind of the contract. */

import { type AnswerOf } from '../../src/core/answer/answer.ts';

export const QUESTION_KINDS_ANSWERS = {
  choice: { selected: ['a'] },
  drawing: {
    items: [
      {
        type: 'ray',
        points: [
          [0.5, 0.5],
          [-1, 1],
        ],
      },
    ],
    labels: [{ at: [1, 0], latex: '2x_1' }],
  },
  expression: { latex: '2(y-t)' },
  derivation: { steps: [{ latex: 'a' }, { relation: '<=', latex: 'b', reason: 'because' }] },
  text: { text: 'words' },
  diagram: {
    nodes: [
      { id: 'n1', label: 'h_1' },
      { id: 'n2', label: 'h_2' },
    ],
    edges: [
      { from: 'n1', to: 'n2', label: '' },
      { from: 'n2', to: 'n1' },
    ],
  },
  code: { files: { 'adversarial.ts': 'source' } },
  lines: {
    edits: [
      { line: 8, action: 'replace', text: 'x' },
      { line: 9, action: 'delete' },
    ],
  },
} satisfies AnswerOf;
