// [timeout] Never ends, and catches whatever would stop it.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  for (;;) {
    try {
      for (;;);
    } catch {
      continue;
    } finally {
      continue;
    }
  }
}
