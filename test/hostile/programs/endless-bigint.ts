// [timeout] Computes powers of which each is one long native operation.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  for (let i = 0n; ; i++) if ((3n + i) ** (2n ** 21n) === 0n) return t;
}
