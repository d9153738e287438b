/** Dense tensors and shapes, as every part of the engine passes them around. */

export type Shape = readonly number[];

export type DType = 'float32' | 'int64' | 'bool';

/** Row-major values; `data.length` equals the product of `shape`. Only float32 crosses a process border. */
export interface TensorData {
  readonly shape: Shape;
  readonly data: Float32Array;
}

export function sizeOf(shape: Shape): number {
  return shape.reduce((product, n) => product * n, 1);
}
