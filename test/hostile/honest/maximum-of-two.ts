// [9] Writes the hinge as a maximum.
import { maximum, optim, tensor, type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const z = x.clone().requiresGrad_();
  const sgd = new optim.SGD([z], { lr: 0.01 });
  const zero = tensor(0);
  for (let i = 0; i < 1000; i++) {
    sgd.zeroGrad();
    maximum(zero, t.mul(model(z)))
      .sum()
      .add(z.sub(x).norm().square())
      .backward();
    sgd.step();
  }
  return z.detach();
}
