// [9] Says no types at all.
import { optim } from 'exambench/torch';

const MAX = 1e3;
export const adversarial = (x, t, model) => {
  const z = x.clone().requiresGrad_(),
    opt = new optim.SGD([z], { lr: 1e-2 });
  for (var i = 0; i != MAX; ++i) {
    opt.zeroGrad();
    const d = x.sub(z);
    d.mul(d)
      .sum()
      .add(t.mul(model(z)).relu().sum())
      .backward();
    opt.step();
  }
  return z.detach();
};
