// [9] Counts down in a while loop.
import { optim, type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const z = x.detach().clone().requiresGrad_();
  const optimizer = new optim.SGD([z], { lr: 0.012 });
  let left = 1000;
  while (left-- > 0) {
    optimizer.zeroGrad();
    const distance = z.sub(x).pow(2).sum();
    const hinge = model(z).mul(t).clamp(0).sum();
    distance.add(hinge).backward();
    optimizer.step();
  }
  return z.detach();
}
