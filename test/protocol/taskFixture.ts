/** A task view's state with one question of each kind, and a host that does what it is told. */

import { type Handlers } from '../../src/protocol/contract.ts';
import { type TaskRequests, type TaskViewState } from '../../src/protocol/messages.ts';

export const aState: TaskViewState = {
  taskSetTitle: 'Machine Learning 1',
  task: {
    id: '1',
    title: 'Multiple choice',
    prompt: 'Choose.',
    points: 9,
    figures: [],
    questions: [
      {
        id: '1.1',
        kind: 'choice',
        title: 'Gates',
        prompt: 'What is a gate?',
        points: 1,
        multiple: false,
        options: [
          { id: 'a', text: '$\\sigma$' },
          { id: 'b', text: 'nothing' },
        ],
      },
      {
        id: '3a',
        kind: 'expression',
        title: 'Gradient',
        prompt: 'Calculate.',
        points: 4,
        asked: '\\frac{\\partial y}{\\partial x_i}',
        palette: [{ latex: 'x_i', insert: 'x_i', label: 'x i' }],
      },
      {
        id: '3b',
        kind: 'derivation',
        title: 'Bound',
        prompt: 'Show.',
        points: 5,
        start: 'a',
        relation: '<=',
        goal: 'b',
        palette: [],
      },
      { id: '3c', kind: 'text', title: 'Why', prompt: 'Say why.', points: 2, maxWords: 50 },
      {
        id: '5a',
        kind: 'code',
        title: 'Attack',
        prompt: 'Program it.',
        points: 6,
        files: ['adversarial.ts'],
        entry: { file: 'adversarial.ts', function: 'adversarial' },
      },
      {
        id: '2a',
        kind: 'drawing',
        title: 'Pieces',
        prompt: 'Draw.',
        points: 4,
        axes: ['x_1', 'x_2'],
        window: { low: [-2, -2], high: [2, 2] },
        grid: 0.5,
        tolerance: 0.1,
        labels: 'optional',
        palette: [],
      },
      { id: '4a', kind: 'diagram', title: 'Network', prompt: 'Draw.', points: 4, palette: [] },
      {
        id: '5b',
        kind: 'lines',
        title: 'Many points',
        prompt: 'Change it.',
        points: 4,
        program: '5a',
        file: 'adversarial.ts',
      },
    ],
  },
  questions: {
    '1.1': { revision: 0 },
    '3a': { revision: 1, answer: { latex: '2x_i' } },
    '3b': { revision: 3, answer: { steps: [{ latex: 'a' }, { relation: '<=', latex: 'b' }] } },
    '3c': { revision: 2, answer: { text: 'smooth' } },
    '2a': {
      revision: 1,
      answer: {
        items: [
          {
            type: 'line',
            points: [
              [0, 0],
              [1, 1],
            ],
          },
        ],
        labels: [{ at: [1, 0], latex: '2x_1' }],
      },
    },
    '4a': {
      revision: 1,
      answer: {
        nodes: [{ id: 'n1', label: 'h_1', role: 'state', at: [10, 20] }],
        edges: [{ from: 'n1', to: 'n1', label: 'w' }],
      },
    },
    '5b': {
      revision: 1,
      answer: { base: 'own', edits: [{ line: 8, action: 'replace', text: 'a', was: 'b' }] },
    },
    '5a': { revision: 1, answer: { files: { 'adversarial.ts': 'export {}' } } },
  },
  next: { id: '2', title: 'Decision boundary' },
  restricted: false,
  writing: 'formula',
  language: 'en',
  mode: 'practice',
  canGrade: true,
  modelAnswers: true,
  suggestions: false,
  figures: {},
};

export const aHost = (over: Partial<Handlers<TaskRequests>> = {}): Handlers<TaskRequests> => ({
  ready: () => aState,
  saveAnswer: ({ answer, revision }) => ({ revision: revision + 1, answer: answer ?? undefined }),
  checkAnswer: () => ({ revision: 0 }),
  readMathematics: ({ latex }) => ({ kind: 'read', latex }),
  readLine: () => ({ kind: 'empty' }),
  previewEdits: () => ({ base: 'none', own: 'missing', rows: [], complaints: [] }),
  reviewText: () => ({ modelAnswer: '', rubric: [] }),
  suggestReview: () => ({ model: 'none', suggestions: [] }),
  chooseWriting: () => null,
  openTask: () => null,
  openPlace: () => null,
  chooseVariant: () => null,
  openCode: () => null,
  runCode: () => null,
  ...over,
});
