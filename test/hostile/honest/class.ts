// [9] Keeps the attack in a class.
import { optim, type Model, type Tensor } from 'exambench/torch';

class Attack {
  readonly z: Tensor;
  readonly #sgd;
  readonly #loss: (z: Tensor) => Tensor;

  constructor(start: Tensor, loss: (z: Tensor) => Tensor) {
    this.z = start.clone().requiresGrad_();
    this.#sgd = new optim.SGD([this.z], { lr: 0.01 });
    this.#loss = loss;
  }

  run(iterations: number): Tensor {
    for (let i = 0; i < iterations; i++) this.#step();
    return this.z.detach();
  }

  #step(): void {
    this.#sgd.zeroGrad();
    this.#loss(this.z).backward();
    this.#sgd.step();
  }
}

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const loss = (z: Tensor): Tensor =>
    x
      .sub(z)
      .square()
      .sum()
      .add(t.mul(model(z)).relu().sum());
  return new Attack(x, loss).run(1000);
}
