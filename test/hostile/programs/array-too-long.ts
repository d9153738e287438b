// [wrong] Asks for a buffer of a tebibyte.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  new Uint8Array(2 ** 40);
  return x;
}
