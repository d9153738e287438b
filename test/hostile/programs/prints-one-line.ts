// [output] Prints one line of 5 MB.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  console.log('x'.repeat(5e6));
  return x;
}
