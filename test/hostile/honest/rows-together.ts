// [13] Sums over all rows, and is right about batches, too.
import { optim, type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const z = x.clone().requiresGrad_();
  const sgd = new optim.SGD([z], { lr: 0.01 });
  for (let i = 0; i < 1000; i++) {
    sgd.zeroGrad();
    const perRow = x
      .sub(z)
      .square()
      .sum(1, true)
      .add(t.mul(model(z)).relu());
    perRow.sum().backward();
    sgd.step();
  }
  return z.detach();
}
