// [wrong] Throws a text that would clear a terminal and turn it round.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  throw new Error('\u001b[2J\u001b[31mowned\u202e\u0007<script>alert(1)</script>=HYPERLINK("x")');
}
