// [timeout] Never ends.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  for (;;);
}
