// [memory or timeout] Records operations without end.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  let z = x;
  for (let i = 0; ; i++) z = z.add(t.mul(i % 2 === 0 ? x : z));
}
