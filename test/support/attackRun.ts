/** Runs attacks through the real processes. */
import { readFileSync } from 'node:fs';
import { type AttackOutcome } from '../../src/runtime/attack/attack.ts';
import { type AttackOptions, runAttack } from '../../src/runtime/attack/runProgram.ts';
import { attackModel } from './ortBackend.ts';

export const naturalAttack = readFileSync(
  new URL('../fixtures/attack/natural.ts', import.meta.url),
  'utf8',
);

export const entry = { file: 'adversarial.ts', function: 'adversarial' };

/** The body stands from line 4 on. */
export function adversarial(body: string): string {
  return `import { type Model, optim, type Tensor } from 'exambench/torch';

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
${body}
}
`;
}

const onePoint = {
  x: { shape: [1, 2], data: Float32Array.of(0.1, 0.9) },
  t: { shape: [1, 1], data: Float32Array.of(-1) },
};

/** Runs a program with one file on mlp2_relu, at one point. */
export async function attackWith(
  source: string,
  options: Pick<AttackOptions, 'dist'> & Partial<AttackOptions>,
): Promise<AttackOutcome> {
  return await runAttack({
    program: { files: { [entry.file]: source }, entry },
    model: { bytes: await attackModel('mlp2_relu') },
    ...onePoint,
    provider: 'cpu',
    ...options,
  });
}
