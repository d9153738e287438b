// [9] Works on columns instead of rows.
import { optim, type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const z = x.t().clone().requiresGrad_();
  const sgd = new optim.SGD([z], { lr: 0.01 });
  for (let i = 0; i < 1000; i++) {
    sgd.zeroGrad();
    x.t()
      .sub(z)
      .square()
      .sum()
      .add(t.mul(model(z.t())).relu().sum())
      .backward();
    sgd.step();
  }
  return z.t().detach();
}
