// [crash] Poisons the prototypes that everything else uses.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const no = (): never => {
    throw new Error('poisoned');
  };
  Array.prototype.map = no;
  Array.prototype.push = no;
  Array.prototype[Symbol.iterator] = no as never;
  Promise.prototype.then = no as never;
  Function.prototype.call = no as never;
  (Object.prototype as any).toJSON = no;
  return x;
}
