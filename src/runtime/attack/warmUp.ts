/**
 * Says a small attack to ourselves while the processes start, so that checking the first real one finds the code ready.
 */
import { attackProgram, descentRun } from '../check/attackProgram.ts';
import { FrameDecoder } from '../frame/frame.ts';
import { decodeMessage, encodeMessage } from '../frame/message.ts';
import { ProgramBook } from '../wire/checkRun.ts';
import { fromRunnerKinds } from '../wire/runner.ts';
import { runnerBody } from '../wire/runnerSchemas.ts';
import { tensorsOf, wireOf } from '../wire/runRequest.ts';

const repeats = 3;
const frameBytes = 2 ** 20;
const start = [[0, 0]];

let isWarm = false;

export function warmUp(): void {
  if (isWarm) return;
  isWarm = true;
  for (let i = 0; i < repeats; i++) sayToOurselves();
}

function sayToOurselves(): void {
  const descent = { from: start, x: start, weights: [1], distance: 1, rate: 0, iterations: 1 };
  const program = attackProgram('model', [1, 2]);
  const request = { programId: 1, program, ...descentRun(descent) };
  const content = { body: wireOf(request), tensors: tensorsOf(request) };
  const bytes = encodeMessage(fromRunnerKinds, { kind: 'run', seq: 0, ...content });
  for (const frame of new FrameDecoder(frameBytes).push(bytes)) {
    const message = decodeMessage(fromRunnerKinds, frame);
    new ProgramBook().check(runnerBody('run', message), message.tensors);
  }
}
