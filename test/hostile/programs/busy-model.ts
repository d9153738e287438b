// [timeout] Keeps the model server busy with products of large matrices.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  let product = model(x.expand(1, 2)).expand(1500, 1500).add(0.001);
  for (let i = 0; i < 1e6; i++) {
    product = product.matmul(product).mul(1e-3);
    product.sum().item();
  }
  return x;
}
