// [9] Moves the difference instead of the point.
import { optim, zerosLike, type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const delta = zerosLike(x).requiresGrad_();
  const sgd = new optim.SGD([delta], { lr: 0.01 });
  for (let i = 0; i < 1000; i++) {
    sgd.zeroGrad();
    delta
      .square()
      .sum()
      .add(
        t
          .mul(model(x.add(delta)))
          .relu()
          .sum(),
      )
      .backward();
    sgd.step();
  }
  return x.add(delta).detach();
}
