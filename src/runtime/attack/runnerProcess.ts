/**
 * One process that holds a student's program. It is hostile: every message is checked, one question at a time is
 * answered, and it ends within half a second of any limit.
 */
import { type TensorData } from '../../engine/tensor.ts';
import { type Content, decodeMessage, encodeMessage, type Message } from '../frame/message.ts';
import { FrameError } from '../frame/frame.ts';
import { Child, type ChildEnd } from '../process/child.ts';
import { type RunnerLaunch } from '../sandbox/runnerLaunch.ts';
import { placeInStack } from '../studentRunner/place.ts';
import { type FromRunner, fromRunnerKinds, type ToRunner, toRunnerKinds } from '../wire/runner.ts';
import { runnerBody } from '../wire/runnerSchemas.ts';
import { type Limits, type RunFailure } from './attack.ts';
import { failureOf, RunError } from './failure.ts';
import { tooLong, tooMuchMemory, tooMuchOutput } from './limits.ts';

/** Before any foreign code is there: how long its process may take to start, whatever the program's own limit is. */
const startMs = 10_000;
/** After the program was asked to say where it is. */
const graceMs = 400;
/** The program's own clock goes first: it knows the line. */
const headStartMs = 50;
/** The share of the memory limit at which the program is asked to stop. */
const memoryAlarm = 0.6;
/** Above this share the next program gets a process of its own. */
const reusedMemory = 0.4;
/** Beside the program's own text: what Node says when it dies. */
const epitaphBytes = 64 * 1024;

type Kind = keyof FromRunner;
type Outcome = 'ready' | 'loaded' | 'result' | 'left';

/** Answers the program's questions about the model; what it throws is thrown at the student's line. */
export interface RunnerService {
  shape(body: FromRunner['shape']): Promise<ToRunner['shaped']>;
  run(
    body: FromRunner['run'],
    tensors: readonly TensorData[],
  ): Promise<{ readonly body: ToRunner['ran']; readonly tensors: readonly TensorData[] }>;
}

interface Wait {
  readonly kind: Outcome;
  readonly resolve: (message: Message<Kind>) => void;
  readonly reject: (error: RunError) => void;
}

export class RunnerProcess {
  readonly #child: Child;
  #limits: Limits;
  #service: RunnerService | undefined;
  #wait: Wait | undefined;
  /** a question of the program is being answered */
  #answering = false;
  /** foreign code may have run: before, whatever happens is no fault of the program */
  #isLoaded = false;
  /** why the program is being ended, once it is */
  #failure: RunFailure | undefined;
  /** resident */
  #mebibytes = 0;
  #output = '';
  #outputBytes = 0;

  constructor({ launch }: RunnerLaunch, limits: Limits) {
    this.#limits = limits;
    const { frameBytes, memoryMiB, outputBytes } = limits;
    const textBytes = outputBytes + epitaphBytes;
    this.#child = new Child(
      launch,
      { frameBytes, memoryMiB, textBytes },
      {
        onFrame: (frame) => {
          this.#receive(decodeMessage(fromRunnerKinds, frame));
        },
        onMemory: (mebibytes) => {
          this.#mebibytes = mebibytes;
          if (mebibytes > memoryAlarm * memoryMiB) this.#stop(this.#memoryFailure());
        },
      },
    );
    void this.#child.ended.then((end) => {
      this.#finish(end);
    });
  }

  /** What the program has printed. */
  get output(): string {
    return this.#output;
  }

  async ready(): Promise<FromRunner['ready']> {
    return runnerBody('ready', await this.#next('ready', startMs));
  }

  async load(body: ToRunner['load']): Promise<void> {
    this.#isLoaded = true;
    this.#limits = { ...this.#limits, outputBytes: body.outputBytes, wallMs: body.wallMs };
    [this.#output, this.#outputBytes] = ['', 0];
    this.#send('load', { body });
    await this.#next('loaded');
  }

  /** Calls the program's function. Rejects with a RunError. */
  async call(
    x: TensorData,
    t: TensorData,
    service: RunnerService,
  ): Promise<{ readonly tensors: readonly TensorData[]; readonly body: FromRunner['result'] }> {
    this.#service = service;
    this.#send('call', { body: {}, tensors: [x, t] });
    const message = await this.#next('result');
    return { tensors: message.tensors, body: runnerBody('result', message) };
  }

  /** Takes leave of the program; true: another one may be loaded. Never rejects. */
  async leave(): Promise<boolean> {
    if (this.#failure !== undefined) return false;
    this.#send('leave', { body: {} });
    const isClean = await this.#next('left').then(
      (message) => runnerBody('left', message).clean,
      () => false,
    );
    return isClean && this.#mebibytes < reusedMemory * this.#limits.memoryMiB;
  }

  /** Ends the program at once. */
  kill(failure: RunFailure): void {
    this.#failure ??= failure;
    this.#child.kill();
  }

  #send(kind: keyof ToRunner, content: Content): void {
    this.#child.send(encodeMessage(toRunnerKinds, { kind, seq: 0, ...content }));
  }

  #next(kind: Outcome, ms = this.#limits.wallMs): Promise<Message<Kind>> {
    const timer = setTimeout(() => {
      this.#stop(this.#timeout());
    }, ms + headStartMs);
    const answer = new Promise<Message<Kind>>((resolve, reject) => {
      if (this.#failure === undefined) this.#wait = { kind, resolve, reject };
      else reject(new RunError(this.#failure));
    });
    return answer.finally(() => {
      clearTimeout(timer);
    });
  }

  #receive(message: Message<Kind>): void {
    switch (message.kind) {
      case 'text':
        this.#print(runnerBody('text', message).text);
        break;
      case 'shape':
        this.#askShape(runnerBody('shape', message));
        break;
      case 'run':
        this.#askRun(runnerBody('run', message), message.tensors);
        break;
      case 'failure':
      case 'interrupted':
        this.#hear(message);
        break;
      case 'ready':
      case 'loaded':
      case 'result':
      case 'left':
        this.#settle(message);
    }
  }

  #settle(message: Message<Kind>): void {
    const wait = this.#wait;
    if (wait?.kind !== message.kind || this.#answering) {
      throw new FrameError(`a ${message.kind} message came out of turn`);
    }
    // a bad body ends the program here, before anybody waits for it
    runnerBody(wait.kind, message);
    this.#wait = undefined;
    wait.resolve(message);
  }

  #print(text: string): void {
    this.#outputBytes += Buffer.byteLength(text);
    if (this.#outputBytes > this.#limits.outputBytes) {
      this.kill({ cause: 'output', message: tooMuchOutput(this.#limits) });
    } else this.#output += text;
  }

  #question(answer: (service: RunnerService) => Promise<void>): void {
    const service = this.#service;
    if (service === undefined || this.#answering || this.#wait?.kind !== 'result') {
      throw new FrameError('a question came out of turn');
    }
    this.#answering = true;
    answer(service).catch((error: unknown) => {
      this.#refuse(failureOf(error));
    });
  }

  #askShape(body: FromRunner['shape']): void {
    this.#question(async (service) => {
      this.#answer('shaped', { body: await service.shape(body) });
    });
  }

  #askRun(body: FromRunner['run'], tensors: readonly TensorData[]): void {
    this.#question(async (service) => {
      this.#answer('ran', await service.run(body, tensors));
    });
  }

  #answer(kind: keyof ToRunner, content: Content): void {
    if (!this.#answering) return;
    this.#answering = false;
    this.#send(kind, content);
  }

  /** What the program asked for is thrown at its line; what is not its fault ends the run. */
  #refuse(failure: RunFailure): void {
    if (failure.cause === 'exception')
      this.#answer('refused', { body: { message: failure.message } });
    else this.kill(failure);
  }

  /** The program's own word for why it ended, or where it was when it was stopped. */
  #hear(message: Message<Kind>): void {
    const said =
      message.kind === 'failure'
        ? runnerBody('failure', message)
        : { ...runnerBody('interrupted', message), ...this.#timeout() };
    const at = said.at ?? this.#failure?.at;
    this.#failure = { ...(this.#failure ?? said), ...(at !== undefined && { at }) };
    // without a place it is still dying, and Node may say on stderr where
    if (at === undefined) this.#killAfterGrace();
    else this.#child.kill();
  }

  /** Asks the program where it is, then ends it. */
  #stop(failure: RunFailure): void {
    if (this.#failure !== undefined) return;
    this.#failure = failure;
    if (this.#answering) this.#answer('refused', { body: { message: failure.message } });
    else this.#child.interrupt();
    this.#killAfterGrace();
  }

  #killAfterGrace(): void {
    const timer = setTimeout(() => {
      this.#child.kill();
    }, graceMs);
    void this.#child.ended.then(() => {
      clearTimeout(timer);
    });
  }

  #finish(end: ChildEnd): void {
    const failure = this.#failure ?? this.#failureOfEnd(end);
    const at = failure.at ?? placeInStack(end.text);
    this.#failure = { ...failure, ...(at !== undefined && { at }) };
    this.#answering = false;
    this.#wait?.reject(new RunError(this.#failure));
    this.#wait = undefined;
  }

  #failureOfEnd({ reason, detail, text }: ChildEnd): RunFailure {
    if (reason === 'not-started' || (reason === 'exit' && !this.#isLoaded)) {
      const why = [detail, lastLine(text)].filter((part) => part !== '').join(': ');
      return { cause: 'internal', message: `the program's process did not start: ${why}` };
    }
    if (reason === 'memory' || text.includes('out of memory')) return this.#memoryFailure();
    if (reason === 'output') return { cause: 'output', message: tooMuchOutput(this.#limits) };
    if (reason === 'protocol') {
      const message = `the program's process sent something that is no answer: ${detail}`;
      return { cause: 'protocol', message };
    }
    return { cause: 'exit', message: `the program ended without a result (${detail})` };
  }

  #timeout(): RunFailure {
    if (this.#isLoaded) return { cause: 'timeout', message: tooLong(this.#limits) };
    const message = `the program's process did not get ready within ${startMs / 1000} s`;
    return { cause: 'internal', message };
  }

  #memoryFailure(): RunFailure {
    return { cause: 'memory', message: tooMuchMemory(this.#limits) };
  }
}

/** What Node says last, its own version aside. */
function lastLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.findLast((line) => line !== '' && !line.startsWith('Node.js v')) ?? '';
}
