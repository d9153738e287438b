/** How an attack's loss makes one number of many rows: by sums, or by a mistake made on purpose. */
import { type MistakenBatch } from '../../core/grade/edits/mistakenBatch.ts';
import { type Shape } from '../../engine/tensor.ts';
import { type Operand, type OperatorNode, type StepNode } from '../../engine/trace/program.ts';

export type Reductions = Pick<MistakenBatch, 'distance' | 'hinge'>;

/** Records nodes one after the other. */
export interface Recorder {
  readonly nodes: readonly StepNode[];
  readonly add: (node: StepNode) => Operand;
}

export function recorder(): Recorder {
  const nodes: StepNode[] = [];
  return { nodes, add: (node) => ({ from: 'node', index: nodes.push(node) - 1 }) };
}

export function operator(op: string, inputs: readonly Operand[], shape: Shape): OperatorNode {
  return { kind: 'operator', op, inputs, attributes: {}, shape };
}

/** A value of `[rows, columns]`, and the recorder that its term is added to. */
export interface TermOf {
  readonly record: Recorder;
  readonly value: Operand;
  readonly shape: readonly [number, number];
}

type Term = (of: TermOf) => Operand;

/** Of the n×d differences. */
export const DISTANCES: { readonly [D in Reductions['distance']]: Term } = {
  sum: (of) => whole('ReduceSum', squared(of)),
  mean: (of) => whole('ReduceMean', squared(of)),
  'row-mean': (of) => perRow(whole('ReduceSum', squared(of)), of),
  norm: (of) => whole('ReduceL2', of),
};

/** Of the labels and the n×1 outputs. */
export const HINGES: {
  readonly [H in Reductions['hinge']]: (labels: Operand, outputs: TermOf) => Operand;
} = {
  sum: (labels, f) => whole('ReduceSum', relu(margins(labels, f))),
  mean: (labels, f) => whole('ReduceMean', relu(margins(labels, f))),
  'of-sum': (labels, f) => reluOf(whole('ReduceSum', margins(labels, f)), f),
  'of-mean': (labels, f) => reluOf(whole('ReduceMean', margins(labels, f)), f),
  crosswise: (labels, f) => whole('ReduceSum', relu(everyLabel(labels, f))),
};

/** One number of all entries. */
function whole(op: 'ReduceSum' | 'ReduceMean' | 'ReduceL2', { record, value }: TermOf): Operand {
  return record.add({ ...operator(op, [value], []), attributes: { keepdims: 0 } });
}

function squared(of: TermOf): TermOf {
  const { record, value, shape } = of;
  return { ...of, value: record.add(operator('Mul', [value, value], shape)) };
}

function perRow(sum: Operand, { record, shape: [rows] }: TermOf): Operand {
  return record.add(operator('Mul', [sum, { from: 'constant', value: 1 / rows }], []));
}

function margins(labels: Operand, f: TermOf): TermOf {
  return { ...f, value: f.record.add(operator('Mul', [labels, f.value], f.shape)) };
}

/** n×n: what comes of multiplying n×1 with n. */
function everyLabel(labels: Operand, { record, value, shape: [rows] }: TermOf): TermOf {
  const flat = record.add(
    operator('Reshape', [value, { from: 'integers', values: [rows] }], [rows]),
  );
  const shape = [rows, rows] as const;
  return { record, shape, value: record.add(operator('Mul', [labels, flat], shape)) };
}

function relu(of: TermOf): TermOf {
  return { ...of, value: of.record.add(operator('Relu', [of.value], of.shape)) };
}

function reluOf(number: Operand, { record }: TermOf): Operand {
  return record.add(operator('Relu', [number], []));
}
