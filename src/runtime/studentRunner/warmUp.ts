/**
 * Records a small attack before any foreign code is there, so that the engine's code is compiled and its memory is
 * mapped when the student's program starts. Nothing of it is run.
 */
import { type Shape } from '../../engine/tensor.ts';
import { createTorch } from '../../torch/createTorch.ts';

/** The second round meets other objects of the same kinds, as the student's program will. */
const rounds = 2;
const iterations = 600;
const shape: Shape = [1, 2];

export function warmUp(): void {
  for (let round = 0; round < rounds; round += 1) recordAttack();
}

function recordAttack(): void {
  const torch = createTorch({
    evaluate: () => {
      throw new Error('nothing is run while warming up');
    },
    modelShape: (_model, [rows = 1]) => [rows, 1],
  });
  const x = torch.input({ shape, data: new Float32Array(2) });
  const t = torch.input({ shape: [1, 1], data: new Float32Array(1) });
  const model = torch.model('model');
  const z = x.clone().requiresGrad_();
  const sgd = new torch.module.optim.SGD([z], { lr: 0.01 });
  for (let i = 0; i < iterations; i++) {
    sgd.zeroGrad();
    const hinge = t.mul(model(z)).relu().sum();
    x.sub(z).square().sum().add(hinge).backward();
    sgd.step();
  }
}
