/** A task with questions that are answered by formulas, and verdicts that carry all the evidence there is. */
import {
  type Answer,
  type PaletteSymbol,
  type PublicQuestion,
  type TaskViewState,
  type Verdict,
} from '../../../src/protocol/messages.ts';
import { examTask } from '../examTask.ts';

const palette: readonly PaletteSymbol[] = [
  { latex: 'x', insert: 'x', label: 'x, a vector' },
  { latex: String.raw`c_{ij}`, insert: String.raw`c_{\placeholder{}}`, label: 'c, a matrix' },
  {
    latex: String.raw`\frac{\partial y}{\partial x}`,
    insert: String.raw`\frac{\partial y}{\partial x}`,
    label: 'the derivative of y by x',
  },
];

const questions: readonly PublicQuestion[] = [
  {
    id: '3a',
    kind: 'expression',
    title: 'The gradient',
    prompt: String.raw`Let $y = \sum_j w_j a_j$. What is its derivative?`,
    points: 4,
    asked: String.raw`\frac{\partial y}{\partial x_i}`,
    palette,
  },
  {
    id: '3b',
    kind: 'derivation',
    title: 'A bound on the gradient',
    prompt: 'Show that the gradient is bounded.',
    points: 6,
    start: String.raw`\left\|\frac{\partial y}{\partial x}\right\|`,
    relation: '<=',
    goal: String.raw`d\,\|w\|_1`,
    palette,
  },
];

export const formulaTask: TaskViewState = {
  ...examTask,
  task: { ...examTask.task, questions },
  questions: Object.fromEntries(questions.map(({ id }) => [id, { revision: 0 }])),
};

const counterexample = {
  sizes: { d: 1, h: 2 },
  indices: { i: 1 },
  values: {
    x: [0.5],
    c: [
      [1, -2],
      [0.25, 1e-7],
    ],
    h_2: 0.125,
  },
  left: 0.75,
  right: -0.75,
};

const wrongFormula: Verdict = {
  verdict: 'wrong',
  points: 0,
  maxPoints: 4,
  feedback: ['The sign is not right: $x$ grows where $y$ falls.'],
  evidence: { mistake: 'lost-sign', counterexample, read: 'x' },
};

const halfDerivation: Verdict = {
  verdict: 'partial',
  points: 3,
  maxPoints: 6,
  feedback: ['Step 3 does not hold.'],
  evidence: {
    steps: [
      { outcome: 'holds', facts: [] },
      { outcome: 'holds', facts: ['triangle inequality'] },
      { outcome: 'violated', facts: [], counterexample },
    ],
  },
};

export const judgeFormulas = (answer: Answer | undefined): Verdict =>
  answer && 'steps' in answer ? halfDerivation : wrongFormula;
