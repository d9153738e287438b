// [wrong] Calls itself until the stack is full.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const deeper = (n: number): number => 1 + deeper(n + 1);
  deeper(0);
  return x;
}
