/** Models that look right and are too much: they may load, but have to end, within time and memory. */

import { FLOAT, attribute, integers, linear, model, node, tensor, value } from './onnx.ts';
import { type Field, message, number, text } from './protobuf.ts';
import { type Hostile } from './refused.ts';

const GIGA = 2 ** 30;
const MADE = /makes a tensor of/;

/** `op` of sizes that the model itself says. */
function made(op: string, sizes: readonly number[], fromSizes: readonly string[]): Uint8Array {
  return model({
    nodes: [
      node(op, fromSizes, ['big']),
      node('ReduceMax', ['big'], ['m']),
      node('Add', ['x', 'm'], ['z']),
      linear('z'),
    ],
    graph: [integers('sizes', sizes)],
  });
}

/** Doubles again and again: 2^30 times as much. */
function doubled(from: string, last: string): Field[] {
  const steps = Array.from({ length: 30 }, (_, step) =>
    node(
      'Concat',
      [step === 0 ? from : `d${step}`, step === 0 ? from : `d${step}`],
      [`d${step + 1}`],
      [attribute('axis', 2, [number(3, 0)])],
    ),
  );
  return [...steps, node('ReduceMax', ['d30'], [last])];
}

function chain(length: number): Field[] {
  const steps = Array.from({ length }, (_, step) =>
    node('Tanh', [step === 0 ? 'x' : `c${step}`], [`c${step + 1}`]),
  );
  return [...steps, linear(`c${length}`)];
}

const scalar = (name: string, number_: number, type = FLOAT): Field => {
  const raw =
    type === FLOAT
      ? new Uint8Array(Float32Array.of(number_).buffer)
      : new Uint8Array(BigInt64Array.of(BigInt(number_)).buffer);
  return tensor(name, { type, raw });
};

const wide = (name: string, dims: readonly number[]): Field =>
  tensor(name, { dims, raw: new Uint8Array(4 * dims.reduce((a, b) => a * b, 1)) });

export const BOUNDED: readonly Hostile[] = [
  { name: '8 GB of zeros', bytes: made('ConstantOfShape', [2 * GIGA], ['sizes']), says: MADE },
  { name: '4 TB of zeros', bytes: made('ConstantOfShape', [1024, GIGA], ['sizes']), says: MADE },
  { name: 'x written 2^31 times', bytes: made('Tile', [2 * GIGA, 1], ['x', 'sizes']), says: MADE },
  {
    name: 'a number spread over 8 GB',
    bytes: made('Expand', [2 * GIGA, 1, 1], ['x', 'sizes']),
    says: MADE,
  },
  {
    name: 'sizes that are only worked out',
    bytes: model({
      nodes: [
        node('Mul', ['a', 'a'], ['sizes']),
        node('ConstantOfShape', ['sizes'], ['big']),
        node('ReduceMax', ['big'], ['m']),
        node('Add', ['x', 'm'], ['z']),
        linear('z'),
      ],
      graph: [integers('a', [46_000])],
    }),
  },
  {
    name: 'stored numbers, doubled 30 times',
    bytes: model({ nodes: [...doubled('w', 'm'), node('Add', ['x', 'm'], ['z']), linear('z')] }),
  },
  {
    name: 'its input, doubled 30 times',
    bytes: model({ nodes: [...doubled('x', 'm'), node('Add', ['x', 'm'], ['z']), linear('z')] }),
  },
  {
    name: 'integers, doubled 30 times',
    bytes: model({
      nodes: [
        ...doubled('a', 'k'),
        node('Cast', ['k'], ['m'], [attribute('to', 2, [number(3, 1)])]),
        node('Add', ['x', 'm'], ['z']),
        linear('z'),
      ],
      graph: [integers('a', [1, 2])],
    }),
  },
  {
    name: 'a range up to 2^33',
    bytes: model({
      nodes: [
        node('Range', ['lo', 'hi', 'by'], ['r']),
        node('ReduceMax', ['r'], ['m']),
        node('Add', ['x', 'm'], ['z']),
        linear('z'),
      ],
      graph: [scalar('lo', 0), scalar('hi', 8 * GIGA), scalar('by', 1)],
    }),
  },
  {
    name: 'a sum over 65 000 by 65 000',
    bytes: model({
      nodes: [
        node('Add', ['p', 'q'], ['big']),
        node('ReduceMax', ['big'], ['m']),
        node('Add', ['x', 'm'], ['z']),
        linear('z'),
      ],
      graph: [wide('p', [65_000, 1]), wide('q', [1, 65_000])],
    }),
  },
  {
    name: 'a product of 30 000 by 30 000',
    bytes: model({
      nodes: [
        node('ReduceSum', ['x'], ['s']),
        node('Add', ['p', 's'], ['ps']),
        node('MatMul', ['ps', 'q'], ['big']),
        node('ReduceMax', ['big'], ['m']),
        node('Add', ['x', 'm'], ['z']),
        linear('z'),
      ],
      graph: [wide('p', [30_000, 1]), wide('q', [1, 30_000])],
    }),
  },
  { name: '9 000 nodes in a row', bytes: model({ nodes: chain(9000) }) },
  {
    name: 'weights that are no numbers',
    bytes: model({
      nodes: [node('Div', ['x', 'zero'], ['z']), linear('z')],
      graph: [scalar('zero', 0)],
    }),
  },
  {
    name: 'an index out of range',
    bytes: model({
      nodes: [
        node('Gather', ['x', 'i'], ['z'], [attribute('axis', 2, [number(3, 1)])]),
        linear('z'),
      ],
      graph: [integers('i', [0, 9_000_000])],
    }),
  },
  {
    name: 'padding by 2^40',
    bytes: model({
      nodes: [
        node('Pad', ['x', 'p'], ['z']),
        node('ReduceMax', ['z'], ['m']),
        node('Add', ['x', 'm'], ['y2']),
        linear('y2'),
      ],
      graph: [integers('p', [0, 0, 0, 2 ** 40])],
    }),
  },
  {
    name: 'division of integers by zero',
    bytes: model({
      nodes: [
        node('Div', ['a', 'b'], ['c']),
        node('Cast', ['c'], ['m'], [attribute('to', 2, [number(3, 1)])]),
        node('Add', ['x', 'm'], ['z']),
        linear('z'),
      ],
      graph: [integers('a', [1]), integers('b', [0])],
    }),
  },
  {
    name: 'two inputs',
    bytes: model({
      inputs: [message(11, value('x', ['n', 2])), message(11, value('x2', ['n', 2]))],
    }),
  },
  {
    name: 'an input of integers',
    bytes: model({ inputs: [message(11, value('x', ['n', 2], 7))] }),
  },
  {
    name: 'an input of 2^30 columns',
    bytes: model({
      nodes: [node('ReduceMean', ['x'], ['m']), node('Mul', ['m', 'w'], ['y'])],
      inputs: [message(11, value('x', ['n', GIGA]))],
    }),
    says: /input x has/,
  },
  {
    name: 'another output than it says',
    bytes: model({ nodes: [node('Transpose', ['x'], ['t']), node('MatMul', ['x', 't'], ['y'])] }),
  },
  {
    name: 'an operator that nobody knows',
    bytes: model({ nodes: [node('NoSuchThing', ['x'], ['z']), linear('z')] }),
  },
  { name: 'IR version 9999', bytes: model({ ir: 9999 }) },
  {
    name: 'a description in other letters',
    bytes: model({ model: [text(6, '\u202e\u0000 ünïcode')] }),
  },
];
