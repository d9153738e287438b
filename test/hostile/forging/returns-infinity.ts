// [0] Returns infinity.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  return x.mul(Number.POSITIVE_INFINITY);
}
