// [memory or timeout] Fills the heap with strings.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const all: string[] = [];
  for (let i = 0; ; i++) all.push(`${i}`.padStart(1e5, 'x').toUpperCase());
}
