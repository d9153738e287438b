/** The operations that tensors record: ONNX operators with their attributes. */
import { type Operation } from '../engine/trace/source.ts';

const NONE = {};

export function operator(name: string, attributes: Operation['attributes'] = NONE): Operation {
  return { kind: 'operator', name, attributes, stopsGradient: false };
}

export const identity = operator('Identity');

/** A copy through which no gradient flows. */
export const cut: Operation = { ...identity, stopsGradient: true };

export const gradientOperation: Operation = {
  kind: 'gradient',
  name: '',
  attributes: NONE,
  stopsGradient: false,
};

export function modelOperation(id: string): Operation {
  return { kind: 'model', name: id, attributes: NONE, stopsGradient: false };
}
