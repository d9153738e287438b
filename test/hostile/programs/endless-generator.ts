// [timeout] Adds up numbers that never end.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  function* numbers() {
    for (;;) yield 1;
  }
  let sum = 0;
  for (const each of numbers()) sum += each;
  return x;
}
