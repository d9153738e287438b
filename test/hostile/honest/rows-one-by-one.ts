// [13] Attacks the rows of a batch one after the other, which is slow but right.
import { optim, tensor, type Model, type Tensor } from 'exambench/torch';

function attackRow(x: Tensor, t: Tensor, model: Model): Tensor {
  const z = x.clone().requiresGrad_();
  const sgd = new optim.SGD([z], { lr: 0.01 });
  for (let i = 0; i < 1000; i++) {
    sgd.zeroGrad();
    x.sub(z)
      .square()
      .sum()
      .add(t.mul(model(z)).relu().sum())
      .backward();
    sgd.step();
  }
  return z.detach();
}

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const rows = Array.from({ length: x.size(0) }, (_, row) =>
    attackRow(x.narrow(0, row, 1).detach(), t.narrow(0, row, 1), model)
      .at(0)
      .tolist(),
  );
  return tensor(rows);
}
