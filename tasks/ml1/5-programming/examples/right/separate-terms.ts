import { optim, type Model, type Tensor } from 'exambench/torch';

const ITERATIONS = 1000;

function objective(x: Tensor, z: Tensor, margin: Tensor): Tensor {
  const difference = x.sub(z);
  const distance = difference.mul(difference).sum();
  return distance.add(margin.relu().sum());
}

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const z = x.clone().requiresGrad_();
  const sgd = new optim.SGD([z], { lr: 0.01 });
  for (let i = 0; i < ITERATIONS; i++) {
    sgd.zeroGrad();
    objective(x, z, t.mul(model(z))).backward();
    sgd.step();
  }
  return z.detach();
}
