// [timeout] Matches a pattern that takes longer than the world is old.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  /^(a+)+$/.test('a'.repeat(60) + '!');
  return x;
}
