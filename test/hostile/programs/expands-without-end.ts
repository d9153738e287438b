// [wrong] Has the model server expand a tensor to 10 to the 12 numbers.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  return x.expand(5e11, 2).sum(0, true).mul(0);
}
