import { maximum, optim, tensor, type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const z = x.clone().requiresGrad_();
  const sgd = new optim.SGD([z], { lr: 0.01 });
  const nothing = tensor([[0]]);
  for (let i = 0; i < 1000; i++) {
    sgd.zeroGrad();
    const loss = z.sub(x).pow(2).sum().add(maximum(nothing, model(z).mul(t)).sum());
    loss.backward();
    sgd.step();
  }
  return z.detach();
}
