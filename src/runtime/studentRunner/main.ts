/**
 * The student runner: loads one program and calls it as often as the controller asks. Whatever the program throws is
 * left uncaught on purpose: the first failure is reported and ends this process. Where the controller says so, another
 * program of the same author follows in a process that the one before has left clean.
 */
import process from 'node:process';
import { type TensorData } from '../../engine/tensor.ts';
import { type ToRunner } from '../wire/runner.ts';
import { PipeBackend } from './backend.ts';
import { reportFailures, reportRejections } from './failures.ts';
import { captureConsole, closeWorld, removeConsole } from './globals.ts';
import { RunnerLink } from './link.ts';
import { nextProgram } from './place.ts';
import { StudentProgram } from './program.ts';
import { startSampling } from './sampler.ts';
import { warmUp } from './warmUp.ts';
import { guarded } from './watchdog.ts';
import { rememberWorld } from './world.ts';

type Job = ToRunner['load'];

const link = new RunnerLink();
const sampler = startSampling();
reportFailures(link, sampler);
reportRejections(link);
warmUp();
// undefined without --permission, whatever its type says
const permission: unknown = process.permission;
link.send('ready', { permission: permission !== undefined });

const { body: firstJob } = link.receive('load');
removeConsole();
closeWorld();
const isClean = firstJob.mayFollow ? rememberWorld() : () => false;
begin(firstJob);

function begin(job: Job): void {
  sampler.watch(job.program.files);
  captureConsole(link, job.outputBytes);
  const program = new StudentProgram(job, new PipeBackend(link, job.model));
  guarded(job.wallMs, () => {
    program.load();
  });
  link.send('loaded', {});
  setImmediate(goOn, program, job);
}

function goOn(program: StudentProgram, job: Job): void {
  const message = link.receive('call', 'leave');
  if (message.kind === 'leave') leave();
  else call(program, job, message.tensors);
}

function call(program: StudentProgram, job: Job, [x, t]: readonly TensorData[]): void {
  if (x === undefined || t === undefined) throw new Error('a call needs x and t');
  const { z, facts } = guarded(job.wallMs, () => program.call(x, t));
  // rejections that nobody handles are reported before the result
  setImmediate(() => {
    link.send('result', { facts }, [z]);
    setImmediate(goOn, program, job);
  });
}

function leave(): void {
  removeConsole();
  link.send('left', { clean: isClean() });
  const { body: job } = link.receive('load');
  nextProgram();
  begin(job);
}
