// [wrong] Rejects a promise that nobody waits for.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  void Promise.reject(new Error('later'));
  return x;
}
