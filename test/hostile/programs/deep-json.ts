// [wrong] Reads JSON that is nested a hundred thousand deep.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  JSON.parse('['.repeat(1e5) + ']'.repeat(1e5));
  return x;
}
