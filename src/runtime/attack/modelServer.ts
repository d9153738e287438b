/**
 * The controller's handle on the model server. It is kept warm between runs, and started again when it has died. What
 * it holds is forgotten then: a model is opened anew for every run.
 */
import { createHash } from 'node:crypto';
import { type Shape, type TensorData } from '../../engine/tensor.ts';
import {
  type ModelSignature,
  type RunRequest,
  type RunResult,
} from '../../engine/trace/program.ts';
import { resultOf, tensorsOf, wireOf } from '../wire/runRequest.ts';
import { type InspectedModel } from '../wire/inspected.ts';
import { type FromServer, type ProviderReport, type ToServer } from '../wire/server.ts';
import { type ModelFile, type ProviderChoice, type ProviderInUse } from './attack.ts';
import { RunError } from './failure.ts';
import { type Answer, type Question, ServerProcess } from './serverProcess.ts';

/** Loading and single evaluations end within this, or the server is started again; CUDA takes its time to wake up. */
const patienceMs = 20_000;
const cpuPatienceMs = 9_500;

const patienceFor = (provider: ProviderChoice): number =>
  provider === 'cpu' ? cpuPatienceMs : patienceMs;
export interface RunHooks {
  /** trips since the last report; their losses, and the path of the moved tensor if it is small */
  readonly onProgress?:
    ((trips: number, loss: Float32Array, path: TensorData | undefined) => void) | undefined;
  /** recording the path costs a tenth of a small run */
  readonly wantsPath?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** One model on one provider. Everything rejects with a RunError. */
export interface OpenModel {
  readonly signature: ModelSignature;
  readonly provider: ProviderInUse;
  /** The output's shape for an input's shape. */
  modelShape(input: Shape): Promise<Shape>;
  /** f on the rows of `x`, in one go or in as many as the model's own batch size needs. */
  evaluate(x: TensorData): Promise<TensorData>;
  run(request: RunRequest, hooks?: RunHooks): Promise<RunResult>;
  close(): void;
}

export interface ModelServer {
  open(model: ModelFile, provider: ProviderChoice): Promise<OpenModel>;
  /** What a foreign model is; nothing of it is kept. Rejects with a RunError that says why it may not be loaded. */
  inspect(model: ModelFile): Promise<InspectedModel>;
  providers(): Promise<readonly ProviderReport[]>;
  /** of the running process, if there is one */
  readonly pid: number | undefined;
  close(): void;
}

/**
 * `dist`: the folder of the built programs. The process starts at once, so that it is warm when it is needed.
 * `memoryMiB`: what it may take at most, where that is to be less than the machine has.
 */
export function openModelServer(dist: string, memoryMiB?: number): ModelServer {
  return new WarmServer(dist, memoryMiB);
}

class WarmServer implements ModelServer {
  readonly #dist: string;
  readonly #memoryMiB: number | undefined;
  #process: ServerProcess | undefined;

  constructor(dist: string, memoryMiB: number | undefined) {
    this.#dist = dist;
    this.#memoryMiB = memoryMiB;
    this.#running();
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  async open(model: ModelFile, provider: ProviderChoice): Promise<OpenModel> {
    const sha256 = checkedHash(model);
    const server = await this.#calm();
    const question = { kind: 'open', body: { sha256, provider }, bytes: model.bytes } as const;
    const answer = await patiently(server, question, 'opened', patienceFor(provider));
    return new ServedModel(server, answer.body);
  }

  async inspect(model: ModelFile): Promise<InspectedModel> {
    checkedHash(model);
    const question = { kind: 'inspect', body: {}, bytes: model.bytes } as const;
    const answer = await patiently(await this.#calm(), question, 'inspected', cpuPatienceMs);
    return answer.body.model;
  }

  async providers(): Promise<readonly ProviderReport[]> {
    const question = { kind: 'providers', body: {} } as const;
    return (await patiently(await this.#calm(), question, 'providers')).body.providers;
  }

  close(): void {
    this.#process?.kill();
    this.#process = undefined;
  }

  /** Whoever comes next must not be ended together with a run that was cancelled and does not notice. */
  async #calm(): Promise<ServerProcess> {
    await this.#process?.calm;
    return this.#running();
  }

  #running(): ServerProcess {
    if (this.#process !== undefined) return this.#process;
    const server = new ServerProcess(this.#dist, this.#memoryMiB);
    this.#process = server;
    void server.ended.then(() => {
      if (this.#process === server) this.#process = undefined;
    });
    return server;
  }
}

class ServedModel implements OpenModel {
  readonly signature: ModelSignature;
  readonly provider: ProviderInUse;
  readonly #server: ServerProcess;
  readonly #handle: number;

  constructor(server: ServerProcess, { handle, provider, signature }: FromServer['opened']) {
    this.#server = server;
    this.#handle = handle;
    this.provider = provider;
    this.signature = signature;
  }

  async modelShape(input: Shape): Promise<Shape> {
    const body = { handle: this.#handle, input };
    const question = { kind: 'shape', body } as const;
    const patience = patienceFor(this.provider.name);
    return (await patiently(this.#server, question, 'shaped', patience)).body.shape;
  }

  async evaluate(x: TensorData): Promise<TensorData> {
    const question = { kind: 'evaluate', body: { handle: this.#handle }, tensors: [x] } as const;
    const patience = patienceFor(this.provider.name);
    const [output] = (await patiently(this.#server, question, 'evaluated', patience)).tensors;
    if (output === undefined) throw new RunError({ cause: 'internal', message: 'no output came' });
    return output;
  }

  async run(
    request: RunRequest,
    { onProgress, signal, wantsPath }: RunHooks = {},
  ): Promise<RunResult> {
    const path = wantsPath === true;
    const { seq, answer } = this.#server.ask(
      {
        kind: 'run',
        body: { handle: this.#handle, run: wireOf(request), path },
        tensors: tensorsOf(request),
        onProgress: (trips, [loss, moved]) => {
          onProgress?.(trips, loss?.data ?? new Float32Array(), moved);
        },
      },
      'ran',
    );
    const stopListening = onAbort(signal, () => {
      this.#server.cancel(seq, answer);
    });
    try {
      const { body, tensors } = await answer;
      return resultOf(body.carried, tensors);
    } catch (error) {
      throw this.#server.outgrown ?? error;
    } finally {
      stopListening();
    }
  }

  close(): void {
    const question = { kind: 'close', body: { handle: this.#handle } } as const;
    // nobody minds when there is nothing left to close
    this.#server.ask(question, 'closed').answer.catch(() => undefined);
  }
}

function onAbort(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (signal?.aborted === true) listener();
  signal?.addEventListener('abort', listener, { once: true });
  return () => {
    signal?.removeEventListener('abort', listener);
  };
}

async function patiently<K extends keyof ToServer, A extends keyof FromServer>(
  server: ServerProcess,
  question: Question<K>,
  kind: A,
  limitMs = patienceMs,
): Promise<Answer<A>> {
  const deadline = { passed: false };
  const timer = setTimeout(() => {
    deadline.passed = true;
    server.kill();
  }, limitMs);
  try {
    return await server.ask(question, kind).answer;
  } catch (error) {
    if (!deadline.passed) throw error;
    const message = `the model did not answer within ${limitMs / 1000} s and was stopped`;
    throw new RunError({ cause: 'model', message });
  } finally {
    clearTimeout(timer);
  }
}

/** The bytes' SHA-256 in hexadecimal. Throws when it is not the expected one. */
function checkedHash({ bytes, sha256 }: ModelFile): string {
  const found = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== undefined && sha256.toLowerCase() !== found) {
    const message = `the model file is not the one that belongs here: its SHA-256 is ${found}, expected ${sha256}`;
    throw new RunError({ cause: 'model', message });
  }
  return found;
}
