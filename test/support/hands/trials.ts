/** Every question of the exam answered right, half right and wrong, where there is a half: what is given, and the verdict. */
import { readFile } from 'node:fs/promises';
import { at } from '../../../scripts/project.ts';
import { type Hands, type LineChange, type Network, type Stroke } from './hands.ts';

export interface Trial {
  readonly verdict: 'correct' | 'partial' | 'wrong' | 'manual';
  readonly give: (hands: Hands) => Promise<void>;
  /** how it is told, where that is not by a verdict at the question */
  readonly told?: 'in the tree' | `${string} points`;
}

type Judged = Trial['verdict'];

const option = (number: number, verdict: Judged): Trial => ({
  verdict,
  give: (hands) => hands.choose(number),
});
const choice = (right: number, wrong: number): readonly Trial[] => [
  option(wrong, 'wrong'),
  option(right, 'correct'),
];

const formula = (text: string, verdict: Judged): Trial => ({
  verdict,
  give: (hands) => hands.formula(text),
});

const steps = (verdict: Judged, ...all: readonly string[]): Trial => ({
  verdict,
  give: (hands) => hands.derive(all),
});

const drawing = (verdict: Judged, ...strokes: readonly Stroke[]): Trial => ({
  verdict,
  give: (hands) => hands.draw(strokes),
});

const network = (verdict: Judged, edges: Network['edges']): Trial => ({
  verdict,
  give: (hands) => hands.sketch({ nodes: QUANTITIES, edges }),
});

const edits = (verdict: Judged, ...all: readonly LineChange[]): Trial => ({
  verdict,
  give: (hands) => hands.change(all),
});

const text = (words: string, criteria: readonly number[], points: string): Trial => ({
  verdict: 'manual',
  told: `${points} points`,
  give: async (hands) => {
    await hands.text(words);
    await hands.compare(criteria);
  },
});

const program = (path: string, verdict: Judged): Trial => ({
  verdict,
  told: 'in the tree',
  give: async (hands) => {
    const file = at('tasks/ml1/5-programming', path);
    await hands.program(await readFile(file, 'utf8'));
  },
});

const QUANTITIES = ['x_1', 'w', 'h_0', 'h_1', 'x_2', 'h_2', 'y', 't', 'E'];
const UP_TO_OUTPUT: Network['edges'] = [
  ['x_1', 'h_1'],
  ['w', 'h_1'],
  ['h_0', 'h_1'],
  ['x_2', 'h_2'],
  ['w', 'h_2'],
  ['h_1', 'h_2'],
  ['h_2', 'y'],
];

const line = (...points: Stroke['points']): Stroke => ({ type: 'Line', points });
const ray = (...points: Stroke['points']): Stroke => ({ type: 'Ray', points });
const segment = (...points: Stroke['points']): Stroke => ({ type: 'Segment', points });

const loss = (sum: string): LineChange => ({ line: 10, text: `    const loss = ${sum};` });

/** In the order of the exam; programs before the changes to them. */
export const trials: Readonly<Record<string, readonly Trial[]>> = {
  '1.1': choice(0, 1),
  '1.2': choice(3, 1),
  '1.3': choice(3, 1),
  '1.4': choice(1, 0),
  '1.5': choice(2, 0),
  '1.6': choice(2, 0),
  '1.7': choice(0, 1),
  '1.8': choice(1, 0),
  '2a': [
    drawing('wrong', line([0, 0], [1, 0]), line([0, 0], [0, 1])),
    drawing('partial', line([0, 0], [1, 1])),
    drawing('correct', line([0, 0], [1, 1]), line([0, 0], [1, -1])),
  ],
  '2b': [
    drawing('wrong', line([0, 0], [1, 1]), line([0, 0], [1, -1])),
    drawing('partial', segment([0.5, -0.5], [0.5, 0.5])),
    drawing(
      'correct',
      segment([0.5, -0.5], [0.5, 0.5]),
      ray([0.5, 0.5], [0, 1]),
      ray([0.5, -0.5], [0, -1]),
    ),
  ],
  '3a': [
    formula('sum_j w_j c_ij', 'wrong'),
    formula('sum_j w_j a_j sign(x_i-c_ij)', 'partial'),
    formula('-sum_j w_j a_j sign(x_i-c_ij)', 'correct'),
  ],
  '3b': [
    steps('wrong', '<=d||w||_1'),
    steps('partial', '<=sum_i ||w||_1', '=d||w||_1'),
    steps(
      'correct',
      '<=sum_i |sum_j w_j a_j sign(x_i-c_ij)|',
      '<=sum_i sum_j |w_j|a_j|sign(x_i-c_ij)|',
      '<=sum_i sum_j |w_j|',
      '=d||w||_1',
    ),
  ],
  '3c': [
    text('The weights matter.', [], '0 of 2'),
    text('Small weights make the function smooth.', [0], '1 of 2'),
    text('The bound limits the slope, so an L1 penalty on $w$ makes it smooth.', [0, 1], '2 of 2'),
  ],
  '4a': [
    network('wrong', []),
    network('partial', UP_TO_OUTPUT),
    network('correct', [...UP_TO_OUTPUT, ['y', 'E'], ['t', 'E']]),
  ],
  '4b': [formula('2(y+t)', 'wrong'), formula('y-t', 'partial'), formula('2(y-t)', 'correct')],
  '4c': [
    formula('dh_1/dw', 'wrong'),
    formula('dE/dy dy/dw', 'partial'),
    // a blank leads out of an index, and out of a fraction
    formula('dE/dy (dh_2/dw +dh_2/dh_1  dh_1/dw )', 'correct'),
  ],
  '4d': [
    formula('2y', 'wrong'),
    formula('2(y-t)(1-h_2^2)x_2', 'partial'),
    formula('2(y-t)(1-h_2^2)(x_2+(1-h_1^2)x_1)', 'correct'),
  ],
  '5a': [
    program('examples/wrong/not-updated.ts', 'wrong'),
    program('examples/wrong/only-hinge.ts', 'partial'),
    program('solution/adversarial.ts', 'correct'),
  ],
  '5b': [
    edits('wrong', loss('x.sub(z).square().sum(1, true).add(t.mul(model(z)).relu())')),
    edits('partial', loss('x.sub(z).square().sum().add(t.mul(model(z)).relu().mean())')),
    edits('correct'),
  ],
  '5c': [
    text('More layers.', [], '0 of 3'),
    text('Adversarial training.', [0], '1 of 3'),
    text(
      'Adversarial training, for the data then hold what attacks find; and weight decay.',
      [0, 1, 2],
      '3 of 3',
    ),
  ],
};
