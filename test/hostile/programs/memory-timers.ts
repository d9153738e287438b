// [memory or timeout] Fills the heap with timers.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const wait = (): void => void setTimeout(wait, 1e6);
  for (;;) wait();
}
