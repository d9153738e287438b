// [wrong] Returns a proxy of a tensor.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  return new Proxy(x, {
    get: (target, name) => (name === 'shape' ? [1, 2] : Reflect.get(target, name)),
  });
}
