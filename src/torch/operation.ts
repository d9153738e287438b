/** The operations that tensors record: ONNX operators with their attributes. */
import { type Operation } from '../engine/trace/source.ts';

const NONE = {};
const known = new Map<string, Operation>();

/** The same object for the same name, so that comparing recorded steps is quick. */
export function operator(name: string): Operation {
  const found = known.get(name);
  if (found !== undefined) return found;
  const made: Operation = { kind: 'operator', name, attributes: NONE, stopsGradient: false };
  known.set(name, made);
  return made;
}

const stopped = new WeakMap<Operation, Operation>();

/** The same operation, through which no gradient flows. */
export function withoutGradient(operation: Operation): Operation {
  const found = stopped.get(operation);
  if (found !== undefined) return found;
  const made: Operation = { ...operation, stopsGradient: true };
  stopped.set(operation, made);
  return made;
}

const reductions = new Map<string, Operation>();

export function reduction(name: string, keepdim: boolean): Operation {
  const key = `${name} ${keepdim}`;
  const found = reductions.get(key);
  if (found !== undefined) return found;
  const attributes = { keepdims: keepdim ? 1 : 0 };
  const made: Operation = { kind: 'operator', name, attributes, stopsGradient: false };
  reductions.set(key, made);
  return made;
}

export function transposition(perm: readonly number[]): Operation {
  return { kind: 'operator', name: 'Transpose', attributes: { perm }, stopsGradient: false };
}

export const gradientOperation: Operation = {
  kind: 'gradient',
  name: '',
  attributes: NONE,
  stopsGradient: false,
};

export function modelOperation(id: string): Operation {
  return { kind: 'model', name: id, attributes: NONE, stopsGradient: false };
}
