/**
 * The attack as a step program of our own, for the best known z and for mistakes made on purpose:
 * one step of z ← z − η ∇( δ Σ|x−z|² + Σ max(0, w f(z)) ) for all rows at once; rows do not influence each other.
 */
import { type TensorData } from '../../engine/tensor.ts';
import { matrix } from '../attack/rows.ts';
import { type Operand, type RunRequest, type StepProgram } from '../../engine/trace/program.ts';
import { DISTANCES, HINGES, operator, recorder, type Reductions } from './lossTerms.ts';

const z: Operand = { from: 'carried', index: 0 };
const x: Operand = { from: 'external', index: 0 };
const w: Operand = { from: 'external', index: 1 };
const rate: Operand = { from: 'external', index: 2 };
const distance: Operand = { from: 'external', index: 3 };

const SUMS: Reductions = { distance: 'sum', hinge: 'sum' };

/** For `[rows, columns]` points. Other reductions than sums are mistakes made on purpose. */
export function attackProgram(
  model: string,
  shape: readonly [number, number],
  reductions = SUMS,
): StepProgram {
  const record = recorder();
  const { add } = record;
  const outputs = [shape[0], 1] as const;
  const f = add({ kind: 'model', model, input: z, shape: outputs });
  const value = add(operator('Sub', [x, z], shape));
  const near = DISTANCES[reductions.distance]({ record, value, shape });
  const weighted = add(operator('Mul', [near, distance], []));
  const hinge = HINGES[reductions.hinge](w, { record, value: f, shape: outputs });
  const loss = add(operator('Add', [weighted, hinge], []));
  const gradient = add({ kind: 'gradient', of: loss, wrt: z, shape });
  const move = add(operator('Mul', [gradient, rate], shape));
  const next = add(operator('Sub', [z, move], shape));
  return {
    nodes: record.nodes,
    carried: [{ shape, next }],
    externals: [shape, outputs, [], []],
    schedules: 0,
    outputs: [],
    stepsPerIteration: 1,
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
