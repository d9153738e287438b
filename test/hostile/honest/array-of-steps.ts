// [9] Walks over an array of thousand steps.
import { optim, relu, type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const z = x.clone().requiresGrad_();
  const sgd = new optim.SGD([z], { lr: 0.01 });
  Array.from({ length: 1000 }).forEach(() => {
    sgd.zeroGrad();
    relu(t.mul(model(z)))
      .add(z.sub(x).square().sum(1, true))
      .sum()
      .backward();
    sgd.step();
  });
  return z.detach();
}
