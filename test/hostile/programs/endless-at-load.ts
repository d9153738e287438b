// [timeout] Never ends while it is loaded.
import { type Model, type Tensor } from 'exambench/torch';

for (;;);

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  return x;
}
