import { optim, type Model, type Tensor } from 'exambench/torch';

export function attack(x: Tensor, t: Tensor, model: Model): Tensor {
  // 4: a z of its own, with a gradient
  const z = x.clone().requiresGrad_();
  const sgd = new optim.SGD([z], { lr: 0.02 });
  for (let i = 0; i < 300; i++) {
    sgd.zeroGrad();
    const loss = x.sub(z).square().sum().add(t.mul(model(z)).relu());
    loss.backward();
    sgd.step();
  }
  return z.detach();
}
