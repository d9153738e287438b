/** Answers to question 5b of the bundled exam, with what each must get. */
import { type LineEdit } from '../../../src/core/answer/answer.ts';
import { type VerdictKind } from '../../../src/core/grade/verdict.ts';
import { type ProgramName } from './programs.ts';

export interface EditsCase {
  readonly name: string;
  /** the student's own program; undefined: 5a is not answered */
  readonly own?: ProgramName;
  readonly edits: readonly LineEdit[];
  readonly verdict: VerdictKind;
  readonly points: number;
  readonly mistake?: string;
}

const replace = (line: number, text: string): LineEdit => ({ line, action: 'replace', text });
const after = (line: number, text: string): LineEdit => ({ line, action: 'insert-after', text });
const remove = (line: number): LineEdit => ({ line, action: 'delete' });

const LOSS = '    const loss = x.sub(z).square().sum().add(t.mul(model(z)).relu().sum());';

const right = { verdict: 'correct', points: 4 } as const;
/** runs for several rows, but they do not end where they should */
const mixed = { verdict: 'partial', points: 1 } as const;
const batchesOnly = { verdict: 'partial', points: 3, mistake: 'single-row-broken' } as const;
const wrong = { verdict: 'wrong', points: 0 } as const;
const unreadable = { verdict: 'invalid', points: 0 } as const;

/** One row at a time, put together in the end. */
const ROW_BY_ROW = `  const ends = x.size(0) === 1 ? [] : [...Array(x.size(0)).keys()].map((row) =>
    adversarial(x.narrow(0, row, 1), t.narrow(0, row, 1), model).flatten().tolist());
  if (ends.length > 0) return tensor(ends);`;

const RIGHT: readonly EditsCase[] = [
  { name: 'the minimal change', edits: [replace(10, LOSS)], ...right },
  {
    name: 'the minimal change, of a program with CRLF',
    own: 'crlf',
    edits: [replace(10, LOSS)],
    ...right,
  },
  { name: 'nothing, where all is summed', own: 'natural', edits: [], ...right },
  { name: 'nothing, where the gradient is written by hand', own: 'byHand', edits: [], ...right },
  { name: 'nothing, in two functions', own: 'inTwoFunctions', edits: [], ...right },
  { name: 'nothing, with momentum', own: 'nesterov', edits: [], ...right },
  {
    name: 'a comment, where all is summed',
    own: 'natural',
    edits: [after(9, '    // rows are independent')],
    ...right,
  },
  { name: 'a deleted line and a new one', edits: [remove(10), after(9, LOSS)], ...right },
  {
    name: 'three lines in place of one, and what the line was',
    edits: [
      {
        ...replace(
          10,
          '    const distance = x.sub(z).square().sum();\n    const hinge = t.mul(model(z)).relu().sum();\n    const loss = distance.add(hinge);\n',
        ),
        was: '    const loss = x.sub(z).square().sum().add(t.mul(model(z)).relu());',
      },
    ],
    ...right,
  },
  {
    name: 'the sum where the gradient is taken',
    edits: [
      replace(10, '    const loss = x.sub(z).square().sum(1, true).add(t.mul(model(z)).relu());'),
      replace(11, '    loss.sum().backward();'),
    ],
    ...right,
  },
  {
    name: 'a sum over squeezed rows',
    own: 'squeezed',
    edits: [replace(10, LOSS.replace('.relu()', '.flatten().relu()'))],
    ...right,
  },
  {
    name: 'squared norms of rows',
    own: 'normSquared',
    edits: [
      replace(
        10,
        '    const loss = x.sub(z).norm(2, 1).square().sum().add(t.mul(model(z)).relu().sum());',
      ),
    ],
    ...right,
  },
  {
    name: 'the squared norm of all rows',
    own: 'normSquared',
    edits: [replace(10, LOSS.replace('square().sum()', 'norm().pow(2)'))],
    ...right,
  },
  { name: 'all rows in place of the first', own: 'firstRow', edits: [replace(10, LOSS)], ...right },
  {
    name: 'a mean with steps that grow with it',
    edits: [
      replace(6, '  const sgd = new optim.SGD([z], { lr: 0.01 * x.size(0) });'),
      replace(
        10,
        '    const loss = x.sub(z).square().sum(1, true).add(t.mul(model(z)).relu()).mean();',
      ),
    ],
    ...right,
  },
  {
    name: 'another learning rate and another result',
    edits: [
      replace(6, '  const sgd = new optim.SGD([z], { lr: 0.005 });'),
      replace(10, LOSS),
      replace(14, '  return z;'),
    ],
    ...right,
  },
  {
    name: 'row by row',
    edits: [
      replace(1, "import { optim, tensor, type Model, type Tensor } from 'exambench/torch';"),
      after(2, ROW_BY_ROW),
    ],
    ...right,
  },
  {
    name: 'a sum in place of a decision',
    own: 'decided',
    edits: [
      replace(8, '  for (let i = 0; i < 1000; i++) {'),
      remove(11),
      remove(12),
      replace(10, LOSS),
    ],
    ...right,
  },
  {
    name: 'the skeleton, written out by edits',
    own: 'skeleton',
    edits: [
      replace(4, '  const z = x.clone().requiresGrad_();'),
      replace(6, '  const sgd = new optim.SGD([z], { lr: 0.01 });'),
      replace(
        8,
        `  for (let i = 0; i < 1000; i++) {\n    sgd.zeroGrad();\n${LOSS}\n    loss.backward();\n    sgd.step();\n  }`,
      ),
      replace(14, '  return z.detach();'),
    ],
    ...right,
  },
  {
    name: 'a program that did not run before',
    own: 'broken',
    edits: [replace(10, LOSS)],
    ...right,
  },
  {
    name: 'a program that returned x before',
    own: 'returnsX',
    edits: [replace(12, '  return z.detach();')],
    ...right,
  },
];

/** Wrong programs for one point that are carried on rightly. */
const CARRIED: readonly EditsCase[] = [
  { name: 'nothing, with the sign of t', own: 'signOfT', edits: [], ...right },
  { name: 'nothing, without t', own: 'withoutT', edits: [], ...right },
  { name: 'nothing, with the hinge alone', own: 'onlyHinge', edits: [], ...right },
  { name: 'nothing, after a hundred steps', own: 'hundred', edits: [], ...right },
  {
    name: 'a mean, without t',
    own: 'withoutT',
    edits: [replace(8, '    const loss = x.sub(z).square().sum().add(model(z).relu().mean());')],
    ...mixed,
  },
];

const WRONG: readonly EditsCase[] = [
  { name: 'nothing', edits: [], ...wrong, mistake: 'loss-per-row' },
  { name: 'a comment', edits: [after(10, '    // summed')], ...wrong, mistake: 'loss-per-row' },
  {
    name: 'nothing, where only the first row counts',
    own: 'firstRow',
    edits: [],
    ...wrong,
    mistake: 'first-row-only',
  },
  {
    name: 'nothing, where a number decides',
    own: 'decided',
    edits: [],
    ...wrong,
    mistake: 'item-of-many',
  },
  { name: 'nothing, where x is returned', own: 'returnsX', edits: [], ...wrong },
  { name: 'nothing, in the skeleton', own: 'skeleton', edits: [], ...wrong },
  { name: 'nothing, where nothing runs', own: 'broken', edits: [], ...wrong },
  {
    name: 'the maximum of the sum',
    own: 'natural',
    edits: [replace(10, LOSS.replace('.relu().sum()', '.sum().relu()'))],
    ...mixed,
    mistake: 'hinge-after-sum',
  },
  {
    name: 'the maximum of the mean',
    edits: [replace(10, LOSS.replace('.relu().sum()', '.mean().relu()'))],
    ...mixed,
    mistake: 'hinge-after-sum',
  },
  {
    name: 'the mean of everything',
    edits: [replace(10, LOSS.replaceAll('.sum()', '.mean()'))],
    ...mixed,
    mistake: 'mean-for-sum',
  },
  {
    name: 'the mean distance',
    edits: [replace(10, LOSS.replace('.square().sum()', '.square().mean()'))],
    ...mixed,
    mistake: 'mean-for-sum',
  },
  {
    name: 'the distance added to every row',
    edits: [replace(11, '    loss.sum().backward();')],
    ...mixed,
    mistake: 'distance-counted-per-row',
  },
  {
    name: 'the mean of the maxima',
    edits: [replace(10, LOSS.replace('.relu().sum()', '.relu().mean()'))],
    ...mixed,
    mistake: 'mean-for-sum',
  },
  {
    name: 'labels turned to a row',
    edits: [replace(10, LOSS.replace('t.mul', 't.t().mul'))],
    ...mixed,
    mistake: 'every-label',
  },
  {
    name: 'a norm of all rows',
    edits: [replace(10, LOSS.replace('square().sum()', 'norm()'))],
    ...mixed,
    mistake: 'norm-of-all-rows',
  },
  {
    name: 'a loss of many numbers',
    edits: [replace(10, LOSS.replace('.relu().sum()', '.relu()'))],
    ...wrong,
    mistake: 'loss-per-row',
  },
  {
    name: 'no step any more',
    edits: [replace(10, LOSS), remove(12)],
    ...mixed,
    mistake: 'not-moved',
  },
  { name: 'gradients that add up', edits: [replace(10, LOSS), remove(9)], ...mixed },
  {
    name: 'ten iterations',
    edits: [replace(10, LOSS), replace(8, '  for (let i = 0; i < 10; i++) {')],
    ...mixed,
  },
  {
    name: 'steps that are too large',
    edits: [replace(10, LOSS), replace(6, '  const sgd = new optim.SGD([z], { lr: 9 });')],
    ...wrong,
  },
  { name: 'a lost brace', edits: [replace(10, LOSS), remove(13)], ...wrong },
  {
    name: 'a name that is not there',
    edits: [replace(10, LOSS.replace('t.mul', 'labels.mul'))],
    ...wrong,
  },
  {
    name: 'another function',
    edits: [replace(2, 'export function attack(x: Tensor, t: Tensor, model: Model): Tensor {')],
    ...wrong,
  },
  {
    name: 'the first row returned',
    edits: [replace(10, LOSS), replace(14, '  return z.narrow(0, 0, 1);')],
    ...wrong,
  },
  {
    name: 'at least two rows',
    edits: [replace(10, LOSS), after(3, "  if (x.size(0) < 2) throw new Error('too few');")],
    ...batchesOnly,
  },
  {
    name: 'one row left where it is',
    edits: [replace(10, LOSS), after(3, '  if (x.size(0) < 2) return x;')],
    ...batchesOnly,
  },
];

const UNREADABLE: readonly EditsCase[] = [
  { name: 'a line beyond the end', edits: [replace(99, LOSS)], ...unreadable },
  { name: 'a line replaced and deleted', edits: [replace(10, LOSS), remove(10)], ...unreadable },
  {
    name: 'a program that has changed since',
    own: 'natural',
    edits: [{ ...replace(10, LOSS), was: '    const loss = x;' }],
    ...unreadable,
  },
];

export const CORPUS: readonly EditsCase[] = [...RIGHT, ...CARRIED, ...WRONG, ...UNREADABLE];
