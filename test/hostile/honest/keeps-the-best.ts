// [9] Steps thousand times, and returns z from inside the loop.
import { optim, type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const z = x.clone().requiresGrad_();
  const sgd = new optim.SGD([z], { lr: 0.01 });
  for (let i = 1; ; i++) {
    sgd.zeroGrad();
    x.sub(z)
      .square()
      .sum()
      .add(t.mul(model(z)).relu().sum())
      .backward();
    sgd.step();
    if (i === 1000) return z.detach();
  }
}
