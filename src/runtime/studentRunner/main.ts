/**
 * The student runner: loads one program and calls it as often as the controller asks. Whatever the program throws is
 * left uncaught on purpose: the first failure is reported and ends this process.
 */
import process from 'node:process';
import { type ToRunner } from '../wire/runner.ts';
import { PipeBackend } from './backend.ts';
import { reportFailures, reportRejections } from './failures.ts';
import { captureConsole, closeWorld } from './globals.ts';
import { RunnerLink } from './link.ts';
import { StudentProgram } from './program.ts';
import { startSampling } from './sampler.ts';
import { warmUp } from './warmUp.ts';
import { guarded } from './watchdog.ts';

const link = new RunnerLink();
const sampler = startSampling();
reportFailures(link, sampler);
reportRejections(link);
warmUp();
// undefined without --permission, whatever its type says
const permission: unknown = process.permission;
link.send('ready', { permission: permission !== undefined });

const { body: job } = link.receive('load');
sampler.watch(job.program.files);
captureConsole(link, job.outputBytes);
closeWorld();
const program = new StudentProgram(job, new PipeBackend(link, job.model));
guarded(job.wallMs, () => {
  program.load();
});
link.send('loaded', {});
setImmediate(answerCall, job);

function answerCall({ wallMs }: ToRunner['load']): void {
  const [x, t] = link.receive('call').tensors;
  if (x === undefined || t === undefined) throw new Error('a call needs x and t');
  const { z, facts } = guarded(wallMs, () => program.call(x, t));
  // rejections that nobody handles are reported before the result
  setImmediate(() => {
    link.send('result', { facts }, [z]);
    setImmediate(answerCall, job);
  });
}
