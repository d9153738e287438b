// [memory or timeout] Fills the heap with the entries of a map.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const all = new Map<number, object>();
  for (let i = 0; ; i++) all.set(i, { i });
}
