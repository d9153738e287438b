// [9] Lets the learning rate fall.
import { optim, type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const z = x.clone().requiresGrad_();
  const sgd = new optim.SGD([z], { lr: 0.03 });
  for (let i = 0; i < 1000; i++) {
    sgd.lr = 0.03 / (1 + i / 100);
    sgd.zeroGrad();
    x.sub(z)
      .square()
      .sum()
      .add(t.mul(model(z)).relu().sum())
      .backward();
    sgd.step();
  }
  return z.detach();
}
