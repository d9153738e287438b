/** A task with a network to draw, the network of an RNN as answers, and verdicts with all the evidence there is. */
import {
  type AnswerOf,
  type PaletteSymbol,
  type PublicQuestion,
  type TaskViewState,
  type Verdict,
} from '../../../src/protocol/messages.ts';
import { examTask } from '../examTask.ts';

const palette: readonly PaletteSymbol[] = [
  { latex: 'h_1', insert: 'h_1', label: 'h 1, a scalar' },
  { latex: String.raw`\mathcal{E}`, insert: String.raw`\mathcal{E}`, label: 'E, the error' },
];

const questions: readonly PublicQuestion[] = [
  {
    id: '4a',
    kind: 'diagram',
    title: 'Network graph',
    prompt: String.raw`Draw the network of $h_1 = \tanh(x_1^T w + h_0)$, $h_2 = \tanh(x_2^T w + h_1)$, $y = h_2$, $\mathcal E = (y - t)^2$.`,
    points: 4,
    palette,
  },
];

export const diagramTask: TaskViewState = {
  ...examTask,
  task: { ...examTask.task, title: 'RNN', prompt: '', questions },
  questions: Object.fromEntries(questions.map(({ id }) => [id, { revision: 0 }])),
};

type Diagram = AnswerOf['diagram'];

/** Labels in the order in which they are named first. */
export const RNN_LINES = [
  'x_1, w, h_0 -> h_1',
  'x_2, w, h_1 -> h_2',
  'h_2 -> y',
  'y, t -> E',
] as const;

/** As the lines make it. */
export const rnn: Diagram = {
  nodes: ['x_1', 'w', 'h_0', 'h_1', 'x_2', 'h_2', 'y', 't', 'E'].map((label, index) => ({
    id: `n${index + 1}`,
    label,
  })),
  edges: [
    ['n1', 'n4'],
    ['n2', 'n4'],
    ['n3', 'n4'],
    ['n5', 'n6'],
    ['n2', 'n6'],
    ['n4', 'n6'],
    ['n6', 'n7'],
    ['n7', 'n9'],
    ['n8', 'n9'],
  ].map(([from = '', to = '']) => ({ from, to })),
};

const roles = {
  n1: 'input',
  n2: 'parameter',
  n3: 'state',
  n4: 'state',
  n5: 'input',
  n6: 'state',
  n7: 'output',
  n8: 'input',
  n9: 'loss',
} as const;

/** With the role of each node. */
export const rnnWithRoles: Diagram = {
  ...rnn,
  nodes: rnn.nodes.map((node) => {
    const role = Object.entries(roles).find(([id]) => id === node.id)?.[1];
    return role === undefined ? node : { ...node, role };
  }),
};

export const halfRight: Verdict = {
  verdict: 'partial',
  points: 2,
  maxPoints: 4,
  feedback: [
    'Most of it is there.',
    'There is no edge from $h_1$ to $h_2$.',
    '$x_2$ feeds $h_1$.',
    'The edge between $y$ and $E$ points the wrong way.',
    'There is no node for $h_0$.',
    'The node $q$ belongs nowhere.',
    '$w$ is a parameter.',
  ],
  evidence: {
    form: 'shared w',
    nodes: { n1: { is: 'x_1' }, n4: { superfluous: true } },
    differences: [
      {
        kind: 'missing-edge',
        message: 'There is no edge from $h_1$ to $h_2$.',
        nodes: ['n3', 'n6'],
        edges: [],
      },
      { kind: 'superfluous-edge', message: '$x_2$ feeds $h_1$.', nodes: ['n5', 'n3'], edges: [1] },
      {
        kind: 'reversed-edge',
        message: 'The edge between $y$ and $E$ points the wrong way.',
        nodes: ['n7', 'n8'],
        edges: [3],
      },
      { kind: 'missing-node', message: 'There is no node for $h_0$.', nodes: [], edges: [] },
      {
        kind: 'superfluous-node',
        message: 'The node $q$ belongs nowhere.',
        nodes: ['n4'],
        edges: [],
      },
      { kind: 'wrong-role', message: '$w$ is a parameter.', nodes: ['n2'], edges: [] },
    ],
  },
};

/** What that verdict is about. */
export const halfRightAnswer: Diagram = {
  nodes: [
    { id: 'n1', label: 'x_1', role: 'input' },
    { id: 'n2', label: 'w', role: 'input' },
    { id: 'n3', label: 'h_1', role: 'state' },
    { id: 'n4', label: 'q', role: 'operation' },
    { id: 'n5', label: 'x_2', role: 'input' },
    { id: 'n6', label: 'h_2', role: 'state' },
    { id: 'n7', label: 'y', role: 'output' },
    { id: 'n8', label: 'E', role: 'loss' },
  ],
  edges: [
    { from: 'n1', to: 'n3', label: 'w' },
    { from: 'n5', to: 'n3' },
    { from: 'n6', to: 'n7' },
    { from: 'n8', to: 'n7' },
    { from: 'n5', to: 'n6' },
    { from: 'n2', to: 'n6' },
    { from: 'n6', to: 'n6', label: 't-1' },
  ],
};
