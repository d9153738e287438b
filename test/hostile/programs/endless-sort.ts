// [timeout] Sorts by a comparison that sorts.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const deep = (level: number): number =>
    level === 0 ? 0 : ([...Array(300).keys()].sort((a, b) => b - a + deep(level - 1))[0] ?? 0);
  deep(40);
  return x;
}
