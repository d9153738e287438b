// [timeout] Calls itself anew on every way out, so that no stack overflow ends it.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const deeper = (): void => {
    try {
      deeper();
    } finally {
      deeper();
    }
  };
  deeper();
  return x;
}
