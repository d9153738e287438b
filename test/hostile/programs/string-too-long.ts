// [wrong] Asks for a string of a gibibyte.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  'x'.repeat(2 ** 30);
  return x;
}
