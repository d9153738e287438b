// [memory] Fills the heap with arrays.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const all: number[][] = [];
  for (;;) all.push(Array<number>(1e5).fill(1.5));
}
