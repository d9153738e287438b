/** What is known of a model without running it, and the output's shape where that is enough to tell it. */
import { type Shape } from '../tensor.ts';
import { type Dimension, type ModelSignature } from '../trace/program.ts';
import { inputAndOutput } from './guard.ts';
import { type Model, type ValueInfo } from './model.ts';

/** Throws when the model has not one float32 input and one float32 output of known rank. */
export function signatureOf(id: string, model: Model): ModelSignature {
  const { input, output } = inputAndOutput(model.graph);
  return { id, input: described(input), output: described(output) };
}

function described(info: ValueInfo): { name: string; shape: readonly Dimension[] } {
  if (info.shape === undefined)
    throw new Error(`the model does not say how many dimensions ${info.name} has`);
  return { name: info.name, shape: info.shape };
}

/**
 * The output's shape for an input's shape. Throws with both named when the model does not accept the input; undefined
 * when the output has a size that the input does not determine (a shape run tells).
 */
export function outputShape(signature: ModelSignature, shape: Shape): Shape | undefined {
  const sizes = new Map<string, number>();
  const expected = signature.input.shape;
  const fits =
    expected.length === shape.length && expected.every((d, i) => unify(sizes, d, shape[i]));
  if (!fits)
    throw new Error(`model: input of shape [${shape.join(',')}], expected [${expected.join(',')}]`);
  const output = signature.output.shape.map((d) => (typeof d === 'number' ? d : sizes.get(d)));
  return output.every((size) => size !== undefined) ? output : undefined;
}

function unify(
  sizes: Map<string, number>,
  dimension: Dimension,
  size: number | undefined,
): boolean {
  if (size === undefined) return false;
  if (typeof dimension === 'number') return dimension === size;
  const known = sizes.get(dimension);
  sizes.set(dimension, size);
  return known === undefined || known === size;
}
