// [wrong] Returns a promise that is never kept.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  return new Promise(() => undefined) as never;
}
