// [0] Returns a tensor whose class was changed.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const made = Object.create(Object.getPrototypeOf(x), {
    shape: { value: [1, 2] },
    source: { value: { shape: [1, 2] } },
  });
  return made;
}
