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
    ],
  },
  questions: {
    '1.1': { revision: 0 },
    '3a': { revision: 1, answer: { latex: '2x_i' } },
    '3b': { revision: 3, answer: { steps: [{ latex: 'a' }, { relation: '<=', latex: 'b' }] } },
    '3c': { revision: 2, answer: { text: 'smooth' } },
    '5a': { revision: 1, answer: { files: { 'adversarial.ts': 'export {}' } } },
  },
  next: { id: '2', title: 'Decision boundary' },
  restricted: false,
  writing: 'formula',
  figures: {},
};

export const aHost = (over: Partial<Handlers<TaskRequests>> = {}): Handlers<TaskRequests> => ({
  ready: () => aState,
  saveAnswer: ({ answer, revision }) => ({ revision: revision + 1, answer: answer ?? undefined }),
  checkAnswer: () => ({ revision: 0 }),
  readMathematics: ({ latex }) => ({ kind: 'read', latex }),
  chooseWriting: () => null,
  openTask: () => null,
  openCode: () => null,
  runCode: () => null,
  ...over,
});
