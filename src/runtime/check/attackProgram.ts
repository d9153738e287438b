/**
 * The attack as a step program of our own, for the best known z and for mistakes made on purpose:
 * one step of z ← z − η ∇( δ Σ|x−z|² + Σ max(0, w f(z)) ) for all rows at once; rows do not influence each other.
 */
import { type TensorData } from '../../engine/tensor.ts';
import { matrix } from '../attack/rows.ts';
import {
  type Operand,
  type OperatorNode,
  type RunRequest,
  type StepProgram,
} from '../../engine/trace/program.ts';

const z: Operand = { from: 'carried', index: 0 };
const x: Operand = { from: 'external', index: 0 };
const w: Operand = { from: 'external', index: 1 };
const rate: Operand = { from: 'external', index: 2 };
const distance: Operand = { from: 'external', index: 3 };

export function attackProgram(model: string, rows: number, columns: number): StepProgram {
  const nodes: StepProgram['nodes'][number][] = [];
  const add = (node: (typeof nodes)[number]): Operand => ({
    from: 'node',
    index: nodes.push(node) - 1,
  });
  const point = [rows, columns];
  const f = add({ kind: 'model', model, input: z, shape: [rows, 1] });
  const hinge = add(operator('Relu', [add(operator('Mul', [w, f], [rows, 1]))], [rows, 1]));
  const difference = add(operator('Sub', [x, z], point));
  const squares = add(operator('Mul', [difference, difference], point));
  const weighted = add(operator('Mul', [add(total(squares)), distance], []));
  const loss = add(operator('Add', [weighted, add(total(hinge))], []));
  const gradient = add({ kind: 'gradient', of: loss, wrt: z, shape: point });
  const move = add(operator('Mul', [gradient, rate], point));
  const next = add(operator('Sub', [z, move], point));
  return {
    nodes,
    carried: [{ shape: point, next }],
    externals: [point, [rows, 1], [], []],
    schedules: 0,
    outputs: [],
    stepsPerIteration: 1,
  };
}

function operator(op: string, inputs: readonly Operand[], shape: readonly number[]): OperatorNode {
  return { kind: 'operator', op, inputs, attributes: {}, shape };
}

/** Σ over all entries */
function total(of: Operand): OperatorNode {
  return {
    kind: 'operator',
    op: 'ReduceSum',
    inputs: [of],
    attributes: { keepdims: 0 },
    shape: [],
  };
}

export interface Descent {
  /** n×d */
  readonly from: readonly (readonly number[])[];
  readonly x: readonly (readonly number[])[];
  /** n numbers: t, or what a mistaken program puts in its place */
  readonly weights: readonly number[];
  readonly distance: number;
  readonly rate: number;
  readonly iterations: number;
}

/** The part of a run request that differs from descent to descent. */
export function descentRun(descent: Descent): Omit<RunRequest, 'programId' | 'program'> {
  return {
    trips: descent.iterations,
    carried: [matrix(descent.from)],
    externals: [
      matrix(descent.x),
      matrix(descent.weights.map((weight) => [weight])),
      scalar(descent.rate),
      scalar(descent.distance),
    ],
    schedules: [],
  };
}

function scalar(value: number): TensorData {
  return { shape: [], data: Float32Array.of(value) };
}
