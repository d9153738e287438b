// [wrong] Compiles a pattern that is nested without end.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  new RegExp('('.repeat(5e5) + ')'.repeat(5e5));
  return x;
}
