// [memory or timeout] Doubles a value by copying it.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  let value: unknown = [1.5];
  for (;;) value = [structuredClone(value), value];
}
