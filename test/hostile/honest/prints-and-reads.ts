// [9] Looks at its loss now and then, and prints it.
import { optim, type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const z = x.clone().requiresGrad_();
  const sgd = new optim.SGD([z], { lr: 0.01 });
  for (let i = 0; i < 1000; i++) {
    sgd.zeroGrad();
    const loss = x
      .sub(z)
      .square()
      .sum()
      .add(t.mul(model(z)).relu().sum());
    if (i % 500 === 0) console.log(i, loss.item());
    loss.backward();
    sgd.step();
  }
  return z.detach();
}
