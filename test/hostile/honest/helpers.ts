// [9] Has a function for everything.
import { optim, square, relu, type Model, type Tensor } from 'exambench/torch';

const distance = (a: Tensor, b: Tensor): Tensor => square(a.sub(b)).sum();
const hinge = (t: Tensor, y: Tensor): Tensor => relu(t.mul(y)).sum();

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const z = x.clone().requiresGrad_();
  const sgd = new optim.SGD([z], { lr: 0.01 });
  const step = (): void => {
    sgd.zeroGrad();
    distance(x, z)
      .add(hinge(t, model(z)))
      .backward();
    sgd.step();
  };
  for (let i = 0; i < 1000; i++) step();
  return z.detach();
}
