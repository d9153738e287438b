// [9] Calls itself instead of looping.
import { optim, type Model, type Tensor } from 'exambench/torch';

function descend(left: number, step: () => void): void {
  if (left === 0) return;
  step();
  descend(left - 1, step);
}

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const z = x.clone().requiresGrad_();
  const sgd = new optim.SGD([z], { lr: 0.01 });
  descend(1000, () => {
    sgd.zeroGrad();
    x.sub(z)
      .square()
      .sum()
      .add(t.mul(model(z)).relu().sum())
      .backward();
    sgd.step();
  });
  return z.detach();
}
