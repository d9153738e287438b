/**
 * The tensor that students hold: a handle on a recorded source. Its numbers lie in a cell, which in-place operations
 * change and which `detach()` shares, as PyTorch shares memory.
 */
import { describeShape, sameShape } from '../engine/graph/shape.ts';
import { type Shape, sizeOf } from '../engine/tensor.ts';
import { Data, type Input, type Source } from '../engine/trace/source.ts';
import { type Derivation, type Operand } from './derivation.ts';
import { binary } from './elementwise.ts';
import { nested } from './nested.ts';
import { gradientOperation } from './operation.ts';
import { type Session } from './session.ts';
import { TensorOperations } from './tensorOperations.ts';
import type { NestedNumbers, Tensor } from './torch.d.ts';

/** A tensor whose gradient is wanted, with the numbers that it had when it was used. */
interface Leaf {
  readonly tensor: LazyTensor;
  readonly source: Source;
}

/**
 * `detached`: no gradient flows from it into what it shares its cell with. `view`: it shows a part or another arrangement
 * of a tensor, which in-place operations would have to change as well.
 */
type Standing = 'own' | 'detached' | 'view';

const NO_LEAVES: readonly Leaf[] = [];

export class LazyTensor extends TensorOperations<LazyTensor> implements Tensor {
  /** one of the values that the program was called with */
  isInput = false;
  readonly #session: Session;
  readonly #cell: { source: Source };
  readonly #standing: Standing;
  #leaves: readonly Leaf[];
  #ownLeaf: readonly Leaf[] = NO_LEAVES;
  #wantsGradient = false;
  #backwardDone = false;
  #grad: LazyTensor | undefined;

  constructor(
    session: Session,
    cell: { source: Source },
    leaves: readonly Leaf[] = NO_LEAVES,
    standing: Standing = 'own',
  ) {
    super();
    this.#session = session;
    this.#cell = cell;
    this.#leaves = leaves;
    this.#standing = standing;
  }

  get source(): Source {
    return this.#cell.source;
  }

  override get shape(): Shape {
    return this.#cell.source.shape;
  }

  get requiresGrad(): boolean {
    return this.#wantsGradient || this.#leaves.length > 0;
  }

  get isLeaf(): boolean {
    return this.#leaves.length === 0;
  }

  get grad(): LazyTensor | undefined {
    return this.#grad;
  }

  set grad(value: Tensor | undefined) {
    if (value === undefined) this.#session.facts.zeroGradCalls++;
    else if (!sameShape(this.tensor('grad', value).shape, this.shape))
      throw this.error(
        'grad',
        `expected shape ${describeShape(this.shape)}, found ${describeShape(value.shape)}`,
      );
    this.#grad = value === undefined ? undefined : this.tensor('grad', value);
  }

  override error(name: string, problem: string): Error {
    return this.#session.error(name, problem);
  }

  override derive(inputs: readonly Operand<LazyTensor>[], made: Derivation): LazyTensor {
    const session = this.#session;
    const sources: Input[] = [];
    let leaves = NO_LEAVES;
    for (const input of inputs) {
      if (input instanceof LazyTensor) {
        sources.push(input.#input());
        leaves = joined(leaves, input.#used());
      } else sources.push(input);
    }
    const stops = leaves.length > 0 && !session.recordsGradients;
    const source = session.apply(stops ? made.stopped : made.operation, sources, () =>
      session.shape(made.name, () => made.shape(inputs)),
    );
    const standing = made.isView ? 'view' : 'own';
    return new LazyTensor(session, { source }, stops ? NO_LEAVES : leaves, standing);
  }

  /** The source as an input of operations: through a detached tensor nothing flows. */
  #input(): Source {
    return this.#standing === 'detached' ? this.#session.cutOff(this.source) : this.source;
  }

  /** What results that use this tensor depend on: the same list while its numbers are the same. */
  #used(): readonly Leaf[] {
    if (!this.#wantsGradient) return this.#leaves;
    const source = this.#input();
    if (this.#ownLeaf[0]?.source !== source) this.#ownLeaf = [{ tensor: this, source }];
    return this.#ownLeaf;
  }

  static filled(session: Session, shape: Shape, value: number): LazyTensor {
    const source = new Data(shape, new Float32Array(sizeOf(shape)).fill(value));
    return new LazyTensor(session, { source });
  }

  requiresGrad_(requiresGrad = true): this {
    if (!this.isLeaf && !requiresGrad)
      throw this.error(
        'requiresGrad_',
        'only leaves can be changed; use detach() to stop gradients',
      );
    if (!this.isLeaf || requiresGrad === this.#wantsGradient) return this;
    this.#wantsGradient = requiresGrad;
    // what shares these numbers, as x and its clone do, must not share the gradient
    if (requiresGrad && this.#standing !== 'detached')
      this.#cell.source = this.#session.ownCopy(this.source);
    if (this.isInput) this.#session.facts.inputRequiresGrad = true;
    return this;
  }

  protected override self(): this {
    return this;
  }

  override clone(): LazyTensor {
    return new LazyTensor(this.#session, { source: this.#input() }, this.#used());
  }

  detach(): LazyTensor {
    return new LazyTensor(this.#session, this.#cell, NO_LEAVES, 'detached');
  }

  backward(): void {
    if (sizeOf(this.shape) !== 1)
      throw this.error(
        'backward',
        `only a single number has gradients, found shape ${describeShape(this.shape)}; take its sum()`,
      );
    if (!this.requiresGrad)
      throw this.error(
        'backward',
        'this value does not depend on a tensor that requires gradients',
      );
    if (this.#backwardDone && !this.isLeaf)
      throw this.error(
        'backward',
        'called a second time on the same value; compute the value again',
      );
    this.#backwardDone = true;
    for (const leaf of this.#used()) leaf.tensor.#accumulate(leaf.source, this.#input());
    this.#session.afterBackward();
  }

  #accumulate(used: Source, of: Source): void {
    if (used !== this.#input())
      throw this.error(
        'backward',
        'a tensor that the value depends on was changed in place after it was used',
      );
    const source = this.#session.apply(gradientOperation, [of, used], () => used.shape);
    const gradient = new LazyTensor(this.#session, { source });
    const sum = (grad: LazyTensor): LazyTensor =>
      this.#session.withoutGradients(() => binary('add', grad, gradient));
    this.#grad = this.#grad === undefined ? gradient : sum(this.#grad);
  }

  /** Replaces the numbers, as in-place operations and optimizers do. */
  assign(name: string, { source, shape }: LazyTensor): this {
    if (!sameShape(shape, this.shape))
      throw this.error(
        name,
        `shape ${describeShape(shape)} does not fit into ${describeShape(this.shape)}`,
      );
    this.#cell.source = source;
    return this;
  }

  protected override inPlace(name: string, compute: () => LazyTensor): this {
    if (this.#standing === 'view')
      throw this.error(
        name,
        'this tensor is a view of another one, which would have to change as well; clone() it first',
      );
    if (this.#wantsGradient && this.#session.recordsGradients)
      throw this.error(
        name,
        'a leaf that requires gradients cannot be changed in place; use noGrad(() => …)',
      );
    const computed = compute();
    this.assign(name, computed);
    if (!this.#wantsGradient) this.#leaves = computed.#leaves;
    return this;
  }

  protected override tensor(name: string, value: unknown): LazyTensor {
    if (value instanceof LazyTensor) return value;
    throw this.error(name, `expected a tensor, found ${describeValue(value)}`);
  }

  protected override other(name: string, value: unknown): LazyTensor | number {
    if (typeof value === 'number' || value instanceof LazyTensor) return value;
    throw this.error(name, `expected a tensor or a number, found ${describeValue(value)}`);
  }

  copy_(other: Tensor): this {
    return this.inPlace('copy_', () => this.tensor('copy_', other).clone());
  }

  zero_(): this {
    this.#session.facts.zeroGradCalls++;
    return this.inPlace('zero_', () => LazyTensor.filled(this.#session, this.shape, 0));
  }

  item(): number {
    if (this.numel() !== 1)
      throw this.error(
        'item',
        `only a single number has an item(), found shape ${describeShape(this.shape)}`,
      );
    return this.#session.value(this.source).values[0] ?? Number.NaN;
  }

  tolist(): NestedNumbers {
    const { shape, values } = this.#session.value(this.source);
    return nested(shape, values);
  }

  size(dim: number): number {
    const size = this.shape.at(dim);
    if (size === undefined)
      throw this.error(
        'size',
        `dimension ${dim} does not exist in ${this.shape.length} dimensions`,
      );
    return size;
  }

  dim(): number {
    return this.shape.length;
  }

  numel(): number {
    return sizeOf(this.shape);
  }

  override toString(): string {
    return `tensor(${JSON.stringify(this.tolist())})`;
  }
}

function joined(a: readonly Leaf[], b: readonly Leaf[]): readonly Leaf[] {
  if (a === b || b.length === 0) return a;
  return a.length === 0 ? b : union(a, b);
}

function union(a: readonly Leaf[], b: readonly Leaf[]): readonly Leaf[] {
  const fresh = b.filter(
    (leaf) => !a.some((other) => other.tensor === leaf.tensor && other.source === leaf.source),
  );
  return fresh.length === 0 ? a : [...a, ...fresh];
}

function describeValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list; write tensor([…])';
  return value === undefined ? 'undefined' : typeof value;
}
