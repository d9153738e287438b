/** Pieces of ONNX models, right ones and wrong ones alike. */

import { type Field, bytes, joined, message, number, text } from './protobuf.ts';

export interface Parts {
  readonly nodes?: readonly Field[];
  /** into the graph */
  readonly graph?: readonly Field[];
  /** into the model */
  readonly model?: readonly Field[];
  readonly inputs?: readonly Field[];
  readonly outputs?: readonly Field[];
  readonly opset?: number;
  readonly ir?: number;
}

const weights = new Uint8Array(Float32Array.of(3, -4).buffer);

export const FLOAT = 1;
const INT64 = 7;

/** x [n, 2] → `nodes` → y [n, 1], with the weights w [2, 1]. */
export function model(parts: Parts = {}): Uint8Array {
  const { nodes = [linear()], inputs, outputs, opset = 17, ir = 8 } = parts;
  const graph = [
    ...nodes,
    text(2, 'graph'),
    tensor('w', { dims: [2, 1], raw: weights }),
    ...(inputs ?? [message(11, value('x', ['n', 2]))]),
    ...(outputs ?? [message(12, value('y', ['n', 1]))]),
    ...(parts.graph ?? []),
  ];
  return joined([
    number(1, ir),
    message(8, [text(1, ''), number(2, opset)]),
    message(7, graph),
    ...(parts.model ?? []),
  ]);
}

/** y = x w */
export const linear = (from = 'x', to = 'y'): Field => node('MatMul', [from, 'w'], [to]);

/** A node of a graph, with whatever else it is to have. */
export function node(
  op: string,
  inputs: readonly string[],
  outputs: readonly string[],
  more: readonly Field[] = [],
): Field {
  return message(1, nodeFields(op, inputs, outputs).concat(more));
}

export function nodeFields(
  op: string,
  inputs: readonly string[],
  outputs: readonly string[],
): Field[] {
  return [
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, op),
  ];
}

export interface TensorParts {
  readonly dims?: readonly (number | bigint)[];
  readonly type?: number;
  readonly raw?: Uint8Array;
  readonly more?: readonly Field[];
}

/** An initializer, unless `field` says otherwise. */
export function tensor(name: string, parts: TensorParts, field = 5): Field {
  return message(field, tensorFields(name, parts));
}

function tensorFields(
  name: string,
  { dims = [], type = FLOAT, raw, more = [] }: TensorParts,
): Field[] {
  return [
    ...dims.map((size) => number(1, size)),
    number(2, type),
    text(8, name),
    ...(raw === undefined ? [] : [bytes(9, raw)]),
    ...more,
  ];
}

export function integers(name: string, values: readonly (number | bigint)[]): Field {
  const raw = new Uint8Array(BigInt64Array.from(values, (each) => BigInt(each)).buffer);
  return tensor(name, { dims: [values.length], type: INT64, raw });
}

export function value(name: string, shape: readonly (number | string)[], type = FLOAT): Field[] {
  const dims = shape.map((size) =>
    message(1, [typeof size === 'number' ? number(1, size) : text(2, size)]),
  );
  return [text(1, name), message(2, [message(1, [number(1, type), message(2, dims)])])];
}

/** Kinds: 1 float, 2 int, 3 string, 4 tensor, 5 graph, 7 ints. */
export function attribute(name: string, kind: number, content: readonly Field[]): Field {
  return message(5, [text(1, name), number(20, kind), ...content]);
}

/** The fields of a graph that gives back what it gets. */
export function innerGraph(nodes: readonly Field[] = []): Field[] {
  return [text(2, 'inner'), ...nodes, message(12, value('inner_y', [1]))];
}
