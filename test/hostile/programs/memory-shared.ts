// [memory] Fills memory that threads could share.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const all: Uint8Array[] = [];
  for (;;) all.push(new Uint8Array(new SharedArrayBuffer(2 ** 22)).fill(1));
}
