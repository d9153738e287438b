/**
 * `exambench/torch`: PyTorch's names and semantics, as far as an attack on a model needs them. Operations are recorded
 * and run together when a value is read, so a loop of a thousand steps is one call of the model's runtime.
 */

/** Numbers, nested to the tensor's dimensions: `0.5`, `[1, 2]`, `[[1, 2], [3, 4]]`. */
export type NestedNumbers = number | readonly NestedNumbers[];

/** A multi-dimensional array of float32 numbers that remembers how it was computed. */
export interface Tensor {
  /** The size of every dimension: `[n, d]` for n rows of d numbers. */
  readonly shape: readonly number[];
  /** Whether gradients flow to or through this tensor. */
  readonly requiresGrad: boolean;
  /** Whether it was created rather than computed from tensors that require gradients. */
  readonly isLeaf: boolean;
  /** What `backward()` has added up so far, of this tensor's shape; undefined before the first one and after `zeroGrad()`. */
  grad: Tensor | undefined;

  /** Sum, element by element: `x.add(1)`, `x.add(y)`. Shapes broadcast. */
  add(other: Tensor | number): Tensor;
  /** Difference, element by element: `x.sub(z)`. Shapes broadcast. */
  sub(other: Tensor | number): Tensor;
  /** Product, element by element: `t.mul(model(z))`. Shapes broadcast. */
  mul(other: Tensor | number): Tensor;
  /** Quotient, element by element. Shapes broadcast. */
  div(other: Tensor | number): Tensor;
  /** Power, element by element: `x.pow(2)`. Shapes broadcast. */
  pow(exponent: Tensor | number): Tensor;
  /** The larger of both, element by element. Where they are equal each gets half of the gradient. */
  maximum(other: Tensor | number): Tensor;
  /** The smaller of both, element by element. Where they are equal each gets half of the gradient. */
  minimum(other: Tensor | number): Tensor;
  /** −x */
  neg(): Tensor;
  /** x² */
  square(): Tensor;
  /** √x */
  sqrt(): Tensor;
  /** eˣ */
  exp(): Tensor;
  /** The natural logarithm. */
  log(): Tensor;
  /** |x|; its gradient at 0 is 0. */
  abs(): Tensor;
  /** −1, 0 or 1; its gradient is 0. */
  sign(): Tensor;
  /** sin x, in radians. */
  sin(): Tensor;
  /** cos x, in radians. */
  cos(): Tensor;
  /** tanh x */
  tanh(): Tensor;
  /** 1 / (1 + e⁻ˣ) */
  sigmoid(): Tensor;
  /** max(0, x); its gradient at 0 is 0. */
  relu(): Tensor;
  /** x, held between `min` and `max`; the gradient passes at the bounds. Leave one out with undefined. */
  clamp(min?: number, max?: number): Tensor;

  /** Matrix product: `[n, k]` by `[k, m]` gives `[n, m]`; batches broadcast. */
  matmul(other: Tensor): Tensor;
  /** Matrix product of two matrices. */
  mm(other: Tensor): Tensor;
  /** Inner product of two vectors of the same length, shape `[]`. */
  dot(other: Tensor): Tensor;

  /** Sum of all elements, shape `[]`, or over the dimensions `dim`: `x.sum(1)` of `[n, d]` has shape `[n]`. */
  sum(dim?: number | readonly number[], keepdim?: boolean): Tensor;
  /** Mean of all elements, shape `[]`, or over the dimensions `dim`. */
  mean(dim?: number | readonly number[], keepdim?: boolean): Tensor;
  /** The p-norm, p = 1 or 2, of all elements or over the dimensions `dim`; its gradient at 0 is 0. */
  norm(p?: 1 | 2, dim?: number | readonly number[], keepdim?: boolean): Tensor;

  /** The same numbers in another shape; one size may be −1: `x.reshape(-1, 2)`. */
  reshape(...sizes: readonly number[] | [readonly number[]]): Tensor;
  /** The same as `reshape`. */
  view(...sizes: readonly number[] | [readonly number[]]): Tensor;
  /** All numbers in one dimension. */
  flatten(): Tensor;
  /** The transposed matrix. */
  t(): Tensor;
  /** With two dimensions exchanged. */
  transpose(dim0: number, dim1: number): Tensor;
  /** With the dimensions in another order. */
  permute(...dims: readonly number[]): Tensor;
  /** Without the dimensions of size 1, or without `dim` if its size is 1. */
  squeeze(dim?: number): Tensor;
  /** With a new dimension of size 1 before `dim`. */
  unsqueeze(dim: number): Tensor;
  /** Repeated along dimensions of size 1. */
  expand(...sizes: readonly number[] | [readonly number[]]): Tensor;
  /** The part at `index` along `dim`, without that dimension: `x.select(0, 1)` is the second row. */
  select(dim: number, index: number): Tensor;
  /** The part from `start`, `length` long, along `dim`. */
  narrow(dim: number, start: number, length: number): Tensor;
  /** The part at `index` of the first dimension, as `x[index]` in Python: `x.at(0)` is the first row. */
  at(index: number): Tensor;

  /** A copy; gradients flow through it. */
  clone(): Tensor;
  /** The same numbers, cut off from how they were computed: no gradient flows through. */
  detach(): Tensor;
  /** Marks a created tensor as one whose gradient is wanted, and returns it: `x.clone().detach().requiresGrad_()`. */
  requiresGrad_(requiresGrad?: boolean): Tensor;
  /** Adds the gradients of this single number to `grad` of every tensor that it depends on and that requires gradients. */
  backward(): void;

  /** Adds in place and returns this tensor. Not on tensors that require gradients, except inside `noGrad`. */
  add_(other: Tensor | number): Tensor;
  /** Subtracts in place and returns this tensor. Not on tensors that require gradients, except inside `noGrad`. */
  sub_(other: Tensor | number): Tensor;
  /** Multiplies in place and returns this tensor. Not on tensors that require gradients, except inside `noGrad`. */
  mul_(other: Tensor | number): Tensor;
  /** Divides in place and returns this tensor. Not on tensors that require gradients, except inside `noGrad`. */
  div_(other: Tensor | number): Tensor;
  /** Holds between bounds in place. Not on tensors that require gradients, except inside `noGrad`. */
  clamp_(min?: number, max?: number): Tensor;
  /** Takes over the other's numbers. Not on tensors that require gradients, except inside `noGrad`. */
  copy_(other: Tensor): Tensor;
  /** Sets all elements to 0: `z.grad?.zero_()`. */
  zero_(): Tensor;

  /** The number of a tensor with one element. Runs what was recorded so far. */
  item(): number;
  /** All numbers, nested. Runs what was recorded so far. */
  tolist(): NestedNumbers;
  /** The size of one dimension. */
  size(dim: number): number;
  /** How many dimensions there are. */
  dim(): number;
  /** How many elements there are. */
  numel(): number;
  toString(): string;
}

/** The trained model: `model(x)` of n×d gives n×1. Its weights cannot be changed. */
export type Model = (x: Tensor) => Tensor;

/** A tensor of the given numbers: `tensor([[0.5, 1]])` has shape `[1, 2]`. */
export declare function tensor(
  data: NestedNumbers,
  options?: { readonly requiresGrad?: boolean },
): Tensor;
/** A tensor of zeros: `zeros([1, 2])`. */
export declare function zeros(shape: readonly number[]): Tensor;
/** A tensor of ones: `ones([1, 2])`. */
export declare function ones(shape: readonly number[]): Tensor;
/** A tensor of one number: `full([1, 2], 0.5)`. */
export declare function full(shape: readonly number[], value: number): Tensor;
/** Zeros of another tensor's shape. */
export declare function zerosLike(x: Tensor): Tensor;
/** Ones of another tensor's shape. */
export declare function onesLike(x: Tensor): Tensor;

/** max(0, x), element by element; its gradient at 0 is 0. */
export declare function relu(x: Tensor): Tensor;
/** tanh x, element by element. */
export declare function tanh(x: Tensor): Tensor;
/** 1 / (1 + e⁻ˣ), element by element. */
export declare function sigmoid(x: Tensor): Tensor;
/** eˣ, element by element. */
export declare function exp(x: Tensor): Tensor;
/** The natural logarithm, element by element. */
export declare function log(x: Tensor): Tensor;
/** √x, element by element. */
export declare function sqrt(x: Tensor): Tensor;
/** x², element by element. */
export declare function square(x: Tensor): Tensor;
/** |x|, element by element. */
export declare function abs(x: Tensor): Tensor;
/** −1, 0 or 1, element by element. */
export declare function sign(x: Tensor): Tensor;
/** sin x, element by element. */
export declare function sin(x: Tensor): Tensor;
/** cos x, element by element. */
export declare function cos(x: Tensor): Tensor;
/** The larger of both, element by element. */
export declare function maximum(a: Tensor, b: Tensor | number): Tensor;
/** The smaller of both, element by element. */
export declare function minimum(a: Tensor, b: Tensor | number): Tensor;
/** x, held between `min` and `max`. */
export declare function clamp(x: Tensor, min?: number, max?: number): Tensor;
/** Power, element by element. */
export declare function pow(x: Tensor, exponent: Tensor | number): Tensor;
/** Matrix product. */
export declare function matmul(a: Tensor, b: Tensor): Tensor;
/** Inner product of two vectors. */
export declare function dot(a: Tensor, b: Tensor): Tensor;
/** Sum of all elements, or over the dimensions `dim`. */
export declare function sum(x: Tensor, dim?: number | readonly number[], keepdim?: boolean): Tensor;
/** Mean of all elements, or over the dimensions `dim`. */
export declare function mean(
  x: Tensor,
  dim?: number | readonly number[],
  keepdim?: boolean,
): Tensor;
/** The p-norm, p = 1 or 2, of all elements or over the dimensions `dim`. */
export declare function norm(
  x: Tensor,
  p?: 1 | 2,
  dim?: number | readonly number[],
  keepdim?: boolean,
): Tensor;

/** Runs `work` without recording gradients, and returns its result: `noGrad(() => z.sub_(step))`. */
export declare function noGrad<T>(work: () => T): T;

/** Optimizers. */
export declare const optim: {
  /** Stochastic gradient descent: `new optim.SGD([z], { lr: 0.01 })`. */
  readonly SGD: new (params: readonly Tensor[], options: SgdOptions) => Sgd;
};

/** As in PyTorch; all but `lr` may be left out. */
export interface SgdOptions {
  /** learning rate, the size of the steps */
  readonly lr: number;
  /** how much of the last step is made again; 0 unless stated */
  readonly momentum?: number;
  /** how much less the gradient counts in the momentum; 0 unless stated */
  readonly dampening?: number;
  /** the factor of an added L2 penalty; 0 unless stated */
  readonly weightDecay?: number;
  /** Nesterov's momentum; needs momentum and no dampening */
  readonly nesterov?: boolean;
  /** climb instead of descend */
  readonly maximize?: boolean;
}

/** An optimizer that moves its tensors against their gradients. */
export interface Sgd {
  /** The learning rate; may be set between steps. */
  lr: number;
  /** Forgets the gradients, so that the next `backward()` does not add to them. */
  zeroGrad(): void;
  /** Moves every tensor by one step. */
  step(): void;
}
