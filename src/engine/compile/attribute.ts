/** Attributes of a step program → ONNX's, which tell whole numbers from floats. */
import { type Attribute, float, int, ints, text } from '../onnx/model.ts';
import { type Attribute as StepAttribute } from '../trace/program.ts';

/** The only attributes of the supported operators that are floats. */
const FLOATS = new Set(['alpha', 'beta', 'gamma', 'epsilon', 'lambd', 'bias']);

export function attributeOf(name: string, value: StepAttribute): Attribute {
  if (typeof value === 'string') return text(value);
  if (typeof value !== 'number') return ints(value);
  return FLOATS.has(name) ? float(value) : int(value);
}
