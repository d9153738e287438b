// [memory] Fills memories of WebAssembly.
import { type Model, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const all: Uint8Array[] = [];
  for (;;) {
    const memory = new WebAssembly.Memory({ initial: 64 });
    all.push(new Uint8Array(memory.buffer).fill(1));
  }
}
