import { optim, type Model, type Tensor } from 'exambench/torch';
export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  // 3: create z
  const z = x.clone().requiresGrad_();

  const sgd = new optim.SGD([z], { lr: 0.01 });
  // 7: optimise z
  for (let i = 0; i < 1000; i++) {
    sgd.zeroGrad();
    const loss = x.sub(z).square().sum().add(t.mul(model(z)).relu());
    loss.backward();
    sgd.step();
  }
  return z.detach();
}
