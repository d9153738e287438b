/** Models that must not reach onnxruntime, each with a word of the sentence that says why. */

import { attribute, innerGraph, model, node, nodeFields, tensor, value, linear } from './onnx.ts';
import { bytes, joined, message, number, tag, text, times, varint } from './protobuf.ts';

export interface Hostile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** in the sentence on why it is refused; absent: it may load, but has to end */
  readonly says?: RegExp;
}

const CONTROL = /control flow inside a model is not accepted/;
const FUNCTIONS = /functions of its own/;
const ELSEWHERE = /kept in another file/;
const DAMAGED = /not an ONNX model/;

const body = attribute('body', 5, [message(6, innerGraph())]);
const forever = attribute('trips', 2, [number(3, 2n ** 63n - 1n)]);

const controlFlow: Hostile[] = [
  { name: 'a loop of 2^63 trips', bytes: withNode('Loop', [forever, body]), says: CONTROL },
  { name: 'a scan that keeps every trip', bytes: withNode('Scan', [body]), says: CONTROL },
  { name: 'a branch', bytes: withNode('If', [body, body]), says: CONTROL },
  { name: 'a map over a sequence', bytes: withNode('SequenceMap', [body]), says: CONTROL },
  { name: 'a graph in a node that has none', bytes: withNode('Relu', [body]), says: CONTROL },
  {
    name: 'a list of graphs',
    bytes: withNode('Relu', [message(5, [text(1, 'all'), message(11, innerGraph())])]),
    says: CONTROL,
  },
  {
    name: 'an operator that is named twice',
    bytes: model({ nodes: [node('Relu', ['x'], ['y'], [text(4, 'Loop'), text(4, 'Relu')])] }),
    says: CONTROL,
  },
  { name: 'branches 200 deep', bytes: withNode('If', [nested(200)]), says: CONTROL },
];

function withNode(op: string, more: Parameters<typeof node>[3]): Uint8Array {
  return model({ nodes: [node(op, ['x'], ['y'], more)] });
}

function nested(depth: number): Uint8Array {
  let inner = attribute('then_branch', 5, [message(6, innerGraph())]);
  for (let level = 0; level < depth; level += 1) {
    inner = attribute('then_branch', 5, [
      message(6, innerGraph([node('If', ['c'], ['d'], [inner])])),
    ]);
  }
  return inner;
}

/** Each calls the one before four times. */
function doubling(depth: number): Uint8Array {
  const functions = Array.from({ length: depth }, (_, level) => {
    const calls = Array.from({ length: 4 }, (_each, call) =>
      message(7, [
        ...nodeFields(level === 0 ? 'Relu' : `f${level - 1}`, [`a${call}`], [`a${call + 1}`]),
        text(7, level === 0 ? '' : 'own'),
      ]),
    );
    return message(25, [
      text(1, `f${level}`),
      text(4, 'a0'),
      text(5, 'a4'),
      ...calls,
      text(10, 'own'),
    ]);
  });
  const call = node(`f${depth - 1}`, ['x'], ['y'], [text(7, 'own')]);
  return model({ nodes: [call], model: functions });
}

const functions: Hostile[] = [
  { name: 'functions that make 65 536 nodes', bytes: doubling(8), says: FUNCTIONS },
  { name: 'functions that make 16 million nodes', bytes: doubling(12), says: FUNCTIONS },
  {
    name: 'a function of itself',
    bytes: model({
      model: [message(25, [text(1, 'f'), message(7, nodeFields('f', ['a'], ['b']))])],
    }),
    says: FUNCTIONS,
  },
  {
    name: 'an attribute of a function around it',
    bytes: withNode('Relu', [message(5, [text(1, 'alpha'), text(21, 'outer')])]),
    says: FUNCTIONS,
  },
];

const entry = (key: string, content: string) => message(13, [text(1, key), text(2, content)]);
const outside = (place: string, more: readonly Uint8Array[] = []) =>
  model({ graph: [tensor('v', { dims: [2], more: [entry('location', place), ...more] })] });

const external: Hostile[] = [
  ...[
    ['data beside the model', 'data.bin'],
    ['data by a path upwards', '../../../../etc/passwd'],
    ['data by an absolute path', '/etc/passwd'],
    ['data from a device', '/dev/zero'],
    ['data at an address', '*/_ORT_MEM_ADDR_/*'],
    ['data from the network', 'http://127.0.0.1/'],
  ].map(([name = '', place = '']) => ({ name, bytes: outside(place), says: ELSEWHERE })),
  {
    name: 'data of an enormous length',
    bytes: outside('data.bin', [entry('length', '99999999999999999999')]),
    says: ELSEWHERE,
  },
  {
    name: 'data that only says that it is elsewhere',
    bytes: model({ graph: [tensor('v', { dims: [0], more: [number(14, 1)] })] }),
    says: ELSEWHERE,
  },
  {
    name: 'data that says twice where it is',
    bytes: model({ graph: [tensor('v', { dims: [0], more: [number(14, 1), number(14, 0)] })] }),
    says: ELSEWHERE,
  },
  {
    name: 'an attribute whose data is elsewhere',
    bytes: withNode('Constant', [
      attribute('value', 4, [tensor('v', { dims: [2], more: [entry('location', 'a')] }, 5)]),
    ]),
    says: ELSEWHERE,
  },
];

const sized = (dims: readonly (number | bigint)[]) => model({ graph: [tensor('v', { dims })] });
const SIZES = /expected sizes up to/;

const tensors: Hostile[] = [
  { name: 'a negative size', bytes: sized([-1]), says: SIZES },
  { name: 'two negative sizes', bytes: sized([-2, -1]), says: SIZES },
  { name: 'a size of 2^62', bytes: sized([2n ** 62n]), says: SIZES },
  { name: 'an enormous size and none', bytes: sized([2n ** 40n, 0]), says: SIZES },
  {
    name: 'sizes whose product overflows',
    bytes: sized([2 ** 31, 2 ** 31, 4]),
    says: /has .* bytes, found/,
  },
  {
    name: 'a million axes',
    bytes: model({ graph: [message(5, [bytes(1, new Uint8Array(1e6))])] }),
    says: SIZES,
  },
  {
    name: 'a hundred axes',
    bytes: sized(Array.from({ length: 100 }, () => 1)),
    says: /more than 32 axes/,
  },
  {
    name: 'fewer bytes than numbers',
    bytes: model({ graph: [tensor('v', { dims: [9], raw: new Uint8Array(4) })] }),
    says: /bytes, found 4/,
  },
  {
    name: 'an element type that nobody knows',
    bytes: model({ graph: [tensor('v', { dims: [1], type: 99 })] }),
    says: /element type 99/,
  },
  {
    name: 'text in a tensor',
    bytes: model({ graph: [tensor('v', { dims: [1], type: 8, more: [text(6, 'a')] })] }),
    says: /holds text/,
  },
  {
    name: 'a part of a tensor',
    bytes: model({ graph: [tensor('v', { dims: [1], more: [message(3, [number(1, 0)])] })] }),
    says: /only a part/,
  },
  {
    name: 'five million numbers one by one',
    bytes: model({ graph: [tensor('v', { dims: [5e6], more: [bytes(4, new Uint8Array(2e7))] })] }),
    says: /raw data/,
  },
  {
    name: 'forty million small numbers',
    bytes: model({
      graph: [tensor('v', { dims: [4e7], type: 7, more: [bytes(7, new Uint8Array(4e7))] })],
    }),
    says: /raw data/,
  },
  { name: 'a sparse tensor', bytes: model({ graph: [message(15, [])] }), says: /sparse/ },
];

const shapes: Hostile[] = [
  {
    name: '100 000 nodes',
    bytes: model({ nodes: [times(100_000, node('Relu', ['x'], ['y']))] }),
    says: /more than 10000 nodes/,
  },
  {
    name: '600 000 empty entries',
    bytes: model({ model: [times(600_000, message(14, []))] }),
    says: /more than 500000 fields/,
  },
  {
    name: 'a million fields that nobody knows',
    bytes: model({ model: [times(1e6, number(99, 0))] }),
    says: /more than 500000 fields/,
  },
  {
    name: '600 000 inputs of one node',
    bytes: withNode('Sum', [times(600_000, text(1, 'x'))]),
    says: /more than 500000 fields/,
  },
  {
    name: '30 000 stored tensors',
    bytes: model({ graph: [times(30_000, tensor('v', { dims: [0] }))] }),
    says: /more than 20000 initializers/,
  },
  {
    name: 'a name of two megabytes',
    bytes: withNode('Relu', [text(3, 'n'.repeat(2 ** 21))]),
    says: /text of the model is longer/,
  },
  {
    name: 'a description of training',
    bytes: model({ model: [message(20, [])] }),
    says: /training/,
  },
  {
    name: 'a sequence as input',
    bytes: model({ inputs: [message(11, [text(1, 'x'), message(2, [message(4, [])])])] }),
    says: /only tensors/,
  },
  {
    name: 'an optional input',
    bytes: model({ inputs: [message(11, [text(1, 'x'), message(2, [message(9, [])])])] }),
    says: /only tensors/,
  },
];

const damaged: Hostile[] = [
  { name: 'nothing', bytes: new Uint8Array(), says: DAMAGED },
  { name: 'text', bytes: new TextEncoder().encode('This is no model.'), says: DAMAGED },
  { name: 'half a model', bytes: model().subarray(0, 60), says: DAMAGED },
  {
    name: 'a number without an end',
    bytes: joined([tag(1, 0), new Uint8Array(20).fill(255)]),
    says: DAMAGED,
  },
  { name: 'a length beyond the end', bytes: joined([tag(7, 2), varint(2 ** 40)]), says: DAMAGED },
  { name: 'a length of 2^63', bytes: joined([tag(7, 2), varint(2n ** 63n)]), says: DAMAGED },
  { name: 'a group', bytes: joined([tag(7, 3), tag(7, 4)]), says: DAMAGED },
  { name: 'groups 100 000 deep', bytes: times(100_000, tag(7, 3)), says: DAMAGED },
  { name: 'a graph that is a number', bytes: joined([number(1, 8), number(7, 5)]), says: DAMAGED },
  { name: 'no graph', bytes: number(1, 8), says: /no graph/ },
  { name: 'field number zero', bytes: joined([tag(0, 0), varint(1)]), says: DAMAGED },
];

const graphs: Hostile[] = [
  {
    name: 'a cycle',
    bytes: model({
      nodes: [node('Add', ['b', 'x'], ['a']), node('Relu', ['a'], ['b']), linear('b')],
    }),
    says: /not defined before/,
  },
  {
    name: 'a node that feeds itself',
    bytes: model({ nodes: [node('Add', ['a', 'x'], ['a']), linear('a')] }),
    says: /not defined before/,
  },
  {
    name: 'a value that is made twice',
    bytes: model({ nodes: [linear(), linear()] }),
    says: /defined twice/,
  },
  {
    name: 'an output that nobody makes',
    bytes: model({ nodes: [linear('x', 'z')] }),
    says: /never computed/,
  },
  {
    name: 'a node without outputs',
    bytes: model({ nodes: [linear(), node('Relu', ['x'], [])] }),
    says: /no outputs/,
  },
  { name: 'operator set 0', bytes: model({ opset: 0 }), says: /operator set 0/ },
  { name: 'operator set 9999', bytes: model({ opset: 9999 }), says: /operator set 9999/ },
  {
    name: 'an operator of another domain',
    bytes: withNode('Relu', [text(7, 'com.evil')]),
    says: /domain com.evil/,
  },
  {
    name: 'random numbers',
    bytes: model({ nodes: [node('RandomNormalLike', ['x'], ['r']), linear('r')] }),
    says: /random numbers/,
  },
  {
    name: 'an attribute without its tensor',
    bytes: withNode('Constant', [attribute('value', 4, [])]),
    says: /tensor is missing/,
  },
  {
    name: 'two graphs in one',
    bytes: joined([model(), message(7, [linear('x', 'y')])]),
    says: /defined twice/,
  },
  {
    name: 'an operator set as a sentence',
    bytes: model({ model: [message(8, [text(1, ''), text(2, 'new')])] }),
    says: DAMAGED,
  },
  {
    name: 'values only',
    bytes: model({ nodes: [], outputs: [message(12, value('q', [1]))] }),
    says: /never computed/,
  },
];

export const REFUSED: readonly Hostile[] = [
  ...controlFlow,
  ...functions,
  ...external,
  ...tensors,
  ...shapes,
  ...damaged,
  ...graphs,
];
