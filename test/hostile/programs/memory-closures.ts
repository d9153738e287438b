// [memory or timeout] Fills the heap with promises and closures.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const all: Promise<unknown>[] = [];
  for (;;) all.push(new Promise((done) => all.push(done as never)));
}
