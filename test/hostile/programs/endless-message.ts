// [timeout] Throws an error that never ends saying what it is.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  class Endless extends Error {
    override get message(): string {
      for (;;);
    }
  }
  throw new Endless();
}
