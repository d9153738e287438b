// [timeout] Sleeps, where no interrupt of JavaScript reaches it.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  return x;
}
