// [memory] Fills the heap while it is loaded.
import { type Model, type Tensor } from 'exambench/torch';

const all: number[][] = [];
for (;;) all.push(Array<number>(1e5).fill(1.5));

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  return x;
}
