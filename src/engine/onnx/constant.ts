/** Tensors stored in a model, kept as ONNX keeps them (little-endian bytes) and decoded only where a value is needed. */
import { type Shape, sizeOf } from '../tensor.ts';

/** ONNX's numbers for element types (TensorProto.DataType); the names are ours. */
export const elementTypes = {
  float32: 1,
  uint8: 2,
  int8: 3,
  uint16: 4,
  int16: 5,
  int32: 6,
  int64: 7,
  bool: 9,
  float16: 10,
  float64: 11,
  uint32: 12,
  uint64: 13,
  bfloat16: 16,
} as const;

export type ElementType = keyof typeof elementTypes;

const bytesPerElement: Record<ElementType, number> = {
  float32: 4,
  uint8: 1,
  int8: 1,
  uint16: 2,
  int16: 2,
  int32: 4,
  int64: 8,
  bool: 1,
  float16: 2,
  float64: 8,
  uint32: 4,
  uint64: 8,
  bfloat16: 2,
};

const names = new Map<number, ElementType>(
  Object.entries(elementTypes).map(([name, code]) => [code, name as ElementType]),
);

export interface Constant {
  readonly type: ElementType;
  readonly shape: Shape;
  /** row-major, little-endian */
  readonly bytes: Uint8Array;
}

/** Our name of an element type. Throws for types without numbers (text) and for those newer than this table. */
export function elementTypeOf(code: number, where: string): ElementType {
  const name = names.get(code);
  if (name === undefined) throw new Error(`${where}: element type ${code} is not supported`);
  return name;
}

/** Throws when the number of bytes does not fit the shape. */
export function constantOf(type: ElementType, shape: Shape, bytes: Uint8Array): Constant {
  const expected = sizeOf(shape) * bytesPerElement[type];
  if (bytes.byteLength !== expected)
    throw new Error(
      `a ${type} tensor of shape [${shape.join(',')}] has ${expected} bytes, found ${bytes.byteLength}`,
    );
  return { type, shape, bytes };
}

export function floatConstant(shape: Shape, data: Float32Array): Constant {
  return constantOf(
    'float32',
    shape,
    new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
  );
}

export function intConstant(shape: Shape, values: readonly number[]): Constant {
  return constantOf(
    'int64',
    shape,
    new Uint8Array(BigInt64Array.from(values, (value) => BigInt(value)).buffer),
  );
}

/** Values of a float32 constant, copied so that they are aligned. */
export function floatsOf(constant: Constant): Float32Array {
  if (constant.type !== 'float32') throw new Error(`expected float32, found ${constant.type}`);
  return new Float32Array(constant.bytes.slice().buffer);
}

/** Values of an int64 or int32 constant. */
export function integersOf(constant: Constant): number[] {
  const { buffer } = constant.bytes.slice();
  if (constant.type === 'int64') return Array.from(new BigInt64Array(buffer), Number);
  if (constant.type === 'int32') return Array.from(new Int32Array(buffer));
  throw new Error(`expected integers, found ${constant.type}`);
}
