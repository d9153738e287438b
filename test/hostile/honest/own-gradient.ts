// [9] Writes the gradient of the distance by hand.
import { optim, relu, sign, type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const z = x.clone().requiresGrad_();
  const sgd = new optim.SGD([z], { lr: 0.01 });
  for (let i = 0; i < 1000; i++) {
    sgd.zeroGrad();
    const margin = t.mul(model(z));
    margin.sum().backward();
    const active = sign(relu(margin.detach()));
    if (z.grad) z.grad = z.grad.mul(active).add(z.detach().sub(x).mul(2));
    sgd.step();
  }
  return z.detach();
}
