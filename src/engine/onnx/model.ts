/** ONNX models as plain data: the part of ModelProto that inference needs, without protobuf's optional everything. */
import { type Dimension } from '../trace/program.ts';
import { type Constant } from './constant.ts';

export type Attribute =
  | { readonly kind: 'int'; readonly value: number }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'ints'; readonly value: readonly number[] }
  | { readonly kind: 'floats'; readonly value: readonly number[] }
  | { readonly kind: 'strings'; readonly value: readonly string[] }
  | { readonly kind: 'tensor'; readonly value: Constant }
  | { readonly kind: 'graph'; readonly value: Graph };

export type Attributes = Readonly<Record<string, Attribute>>;

export interface Node {
  readonly op: string;
  /** '' is ONNX's own operator set */
  readonly domain: string;
  readonly name: string;
  /** '' stands for an optional input that is left out */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Attributes;
}

export interface ValueInfo {
  readonly name: string;
  /** ONNX's number for the element type, see `elementTypes` */
  readonly type: number;
  /** undefined where the file does not say */
  readonly shape: readonly Dimension[] | undefined;
}

export interface Graph {
  readonly name: string;
  readonly nodes: readonly Node[];
  readonly constants: ReadonlyMap<string, Constant>;
  readonly inputs: readonly ValueInfo[];
  readonly outputs: readonly ValueInfo[];
}

export interface Model {
  readonly irVersion: number;
  /** version of ONNX's own operator set */
  readonly opset: number;
  readonly graph: Graph;
}

/** The attribute's number, or `otherwise` where it is left out. */
export function numberOf(attributes: Attributes, name: string, otherwise: number): number {
  const attribute = attributes[name];
  if (attribute === undefined) return otherwise;
  if (attribute.kind === 'int' || attribute.kind === 'float') return attribute.value;
  throw new Error(`attribute ${name} must be a number, found ${attribute.kind}`);
}

/** The attribute's list of integers, or undefined where it is left out. */
export function intsOf(attributes: Attributes, name: string): readonly number[] | undefined {
  const attribute = attributes[name];
  if (attribute === undefined) return undefined;
  if (attribute.kind === 'ints') return attribute.value;
  throw new Error(`attribute ${name} must be a list of integers, found ${attribute.kind}`);
}

/** The attribute's text, or `otherwise` where it is left out. */
export function textOf(attributes: Attributes, name: string, otherwise: string): string {
  const attribute = attributes[name];
  if (attribute === undefined) return otherwise;
  if (attribute.kind === 'string') return attribute.value;
  throw new Error(`attribute ${name} must be a text, found ${attribute.kind}`);
}

export const int = (value: number): Attribute => ({ kind: 'int', value });
export const float = (value: number): Attribute => ({ kind: 'float', value });
export const ints = (value: readonly number[]): Attribute => ({ kind: 'ints', value });
export const text = (value: string): Attribute => ({ kind: 'string', value });
