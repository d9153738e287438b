// [9] Draws its iterations from a generator.
import { optim, type Model, type Tensor } from 'exambench/torch';

function* range(count: number): Generator<number> {
  for (let i = 0; i < count; i++) yield i;
}

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const z = x.clone().requiresGrad_();
  const sgd = new optim.SGD([z], { lr: 0.01 });
  for (const i of range(1000)) {
    if (i >= 0) sgd.zeroGrad();
    x.sub(z)
      .square()
      .sum()
      .add(t.mul(model(z)).relu().sum())
      .backward();
    sgd.step();
  }
  return z.detach();
}
