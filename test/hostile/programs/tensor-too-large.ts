// [wrong] Asks for a tensor of 10 to the 12 numbers.
import * as torch from 'exambench/torch';
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const { zeros } = torch;
  return zeros([1e6, 1e6]);
}
