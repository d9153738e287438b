/** A task with two questions about the plane, the second drawn over the first, and verdicts with all their evidence. */
import {
  type Answer,
  type LineEcho,
  type PaletteSymbol,
  type PublicQuestion,
  type TaskViewState,
  type Verdict,
} from '../../../src/protocol/messages.ts';
import { examTask } from '../examTask.ts';

const palette: readonly PaletteSymbol[] = [
  { latex: 'x_1', insert: 'x_1', label: 'x 1' },
  { latex: 'a_3', insert: 'a_3', label: 'a 3' },
];

const plane = {
  kind: 'drawing',
  axes: ['x_1', 'x_2'],
  window: { low: [-2, -2], high: [2, 2] },
  grid: 0.5,
  tolerance: 0.1,
  palette,
} as const;

const questions: readonly PublicQuestion[] = [
  {
    ...plane,
    id: '2a',
    title: 'Pieces',
    prompt:
      'Let $y = \\max(0, x_1 + x_2) + \\max(0, x_1 - x_2)$. Draw the borders between its pieces.',
    points: 4,
    labels: 'optional',
  },
  {
    ...plane,
    id: '2b',
    title: 'Decision boundary',
    prompt: 'Draw where $y = 1$.',
    points: 5,
    labels: 'none',
    over: '2a',
  },
];

export const drawingTask: TaskViewState = {
  ...examTask,
  task: { ...examTask.task, title: 'Decision boundary', questions },
  questions: Object.fromEntries(questions.map(({ id }) => [id, { revision: 0 }])),
};

/** Something is right, something is missing, something is too much. */
const halfRight: Verdict = {
  verdict: 'partial',
  points: 2,
  maxPoints: 4,
  feedback: ['Something is missing below.', 'A part of item 2 is superfluous.'],
  evidence: {
    tolerance: 0.1,
    right: [
      [
        [-2, 2],
        [2, -2],
      ],
    ],
    missing: [
      [
        [0, 0],
        [-2, -2],
      ],
    ],
    superfluous: [
      [
        [0, 1],
        [2, 1],
      ],
    ],
    parts: [
      { name: 'the falling border', points: 2, maxPoints: 2 },
      { name: 'the rising border', points: 0, maxPoints: 2 },
    ],
    labels: [
      { label: 0, verdict: 'right', message: '' },
      { label: 1, verdict: 'misplaced', message: 'This formula belongs to another piece.' },
    ],
  },
};

export const judgeDrawing = (answer: Answer | undefined): Verdict =>
  answer === undefined
    ? { verdict: 'unanswered', points: 0, maxPoints: 4, feedback: [] }
    : halfRight;

/** Knows `x_2 = 1`, and that `y` is no letter of the plane. */
export function readLineSimply({ text }: { readonly text: string }): LineEcho {
  const plain = text.replace(/[\s_]/g, '');
  const y = text.indexOf('y');
  if (plain === '') return { kind: 'empty' };
  if (y >= 0) return { kind: 'complaint', message: 'There is no $y$ here.', start: y, end: y + 1 };
  if (plain !== 'x2=1')
    return { kind: 'complaint', message: 'That is no equation.', start: 0, end: text.length };
  return {
    kind: 'line',
    latex: 'x_2 = 1',
    points: [
      [0, 1],
      [1, 1],
    ],
  };
}
