/** Sums, products and extremes over index letters: loops inside loops, each step paid for. */

import { type Fold, type Range } from '../expression.ts';
import { shapeOf } from '../shape/shapeOf.ts';
import { compileCondition } from './compileCondition.ts';
import {
  type Compiling,
  type Frame,
  type NumberRule,
  type PositionCode,
  type TensorRule,
} from './code.ts';
import { extreme } from './extreme.ts';
import { type Tensor } from './point.ts';
import { compilePosition } from './position.ts';
import { filled, shapeDims, zip } from './tensors.ts';

export const foldNumber: NumberRule<'fold'> = (node, compiling) => {
  const { loop, inner } = compileLoop(node, compiling);
  const body = inner.number(node.body);
  const { of } = compiling.arithmetic;
  const { start, combine } = folding(node, compiling);
  return (frame) => {
    let result = start;
    const problem = loop(frame, () => {
      const value = body(frame);
      result = result === undefined ? value : combine(result, value);
    });
    return result === undefined || problem !== 0 ? of(problem === 0 ? NaN : problem) : result;
  };
};

/** Only sums are of more than numbers. */
export const foldTensor: TensorRule<'fold'> = (node, compiling) => {
  const { loop, inner } = compileLoop(node, compiling);
  const body = inner.tensor(node.body);
  const { of, add } = compiling.arithmetic;
  const dims = shapeDims(shapeOf(node.body));
  return (frame) => {
    let result: Tensor<ReturnType<typeof of>> = filled(dims(frame.place), of(0));
    const problem = loop(frame, () => {
      result = zip(result, body(frame), add);
    });
    return problem === 0 ? result : filled(result.dims, of(problem));
  };
};

interface Folding<N> {
  /** undefined: there is no value of nothing */
  readonly start: N | undefined;
  readonly combine: (left: N, right: N) => N;
}

function folding<N>({ operation }: Fold, { arithmetic }: Compiling<N>): Folding<N> {
  const { of, add, multiply } = arithmetic;
  const foldings: Readonly<Record<Fold['operation'], Folding<N>>> = {
    sum: { start: of(0), combine: add },
    product: { start: of(1), combine: multiply },
    max: { start: undefined, combine: extreme(arithmetic, 1) },
    min: { start: undefined, combine: extreme(arithmetic, -1) },
  };
  return foldings[operation];
}

/** Runs the step for every choice of the letters; what comes back is 0, or NaN or infinite when a limit was. */
type Loop<N> = (frame: Frame<N>, step: () => void) => number;

function compileLoop<N>(
  node: Fold,
  compiling: Compiling<N>,
): { readonly loop: Loop<N>; readonly inner: Compiling<N> } {
  const ranges: Counter<N>[] = [];
  let inner = compiling;
  for (const range of node.ranges) {
    ranges.push(compileRange(range, inner));
    inner = inner.within(range.index);
  }
  const where = node.where === undefined ? undefined : compileCondition(node.where, inner);
  const guarded: Loop<N> = (frame, step) => {
    const held = where?.(frame) ?? 1;
    if (held === 1) step();
    return Number.isFinite(held) ? 0 : held;
  };
  const loop = ranges.reduceRight<Loop<N>>((within, range) => around(range, within), guarded);
  return { loop, inner };
}

interface Counter<N> {
  readonly from: PositionCode<N>;
  readonly to: PositionCode<N>;
  /** where the frame keeps the letter */
  readonly slot: number;
  readonly cost: number;
}

function compileRange<N>({ from, to }: Range, compiling: Compiling<N>): Counter<N> {
  if (from === undefined || to === undefined)
    throw new Error('a range whose limits were never checked');
  return {
    from: compilePosition(from, compiling),
    to: compilePosition(to, compiling),
    slot: compiling.scope.letters.length,
    cost: compiling.arithmetic.cost.operation,
  };
}

function around<N>({ from, to, slot, cost }: Counter<N>, within: Loop<N>): Loop<N> {
  return (frame, step) => {
    const [first, last] = [from(frame), to(frame)];
    if (!Number.isInteger(first) || !Number.isInteger(last)) return unusable(first, last);
    for (let letter = first; letter <= last; letter += 1) {
      frame.place.budget.spend(cost);
      frame.letters[slot] = letter;
      const problem = within(frame, step);
      if (problem !== 0) return problem;
    }
    return 0;
  };
}

/** A limit beyond the arithmetic may be a number in another; any other has no meaning. */
function unusable(first: number, last: number): number {
  if (Number.isNaN(first) || Number.isNaN(last)) return NaN;
  return Number.isFinite(first) && Number.isFinite(last) ? NaN : Infinity;
}
