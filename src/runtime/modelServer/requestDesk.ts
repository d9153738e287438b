/** Takes the controller's requests and answers each once, with a result or a failure. */
import { createHash } from 'node:crypto';
import { type TensorData } from '../../engine/tensor.ts';
import { type Message } from '../frame/message.ts';
import { requestOf } from '../wire/runRequest.ts';
import { type FromServer, type ToServer } from '../wire/server.ts';
import { inspectedModel } from './inspectedModel.ts';
import { ModelShelf, type TakenModel } from './modelShelf.ts';
import { ModelUse } from './modelUse.ts';
import { ProviderMissing, providerReports } from './provider.ts';
import { type ServedModel } from './servedModel.ts';
import { warmUp } from './warmUp.ts';
import { Cancelled, watchedRun } from './watchedRun.ts';

export interface Reply {
  readonly kind: keyof FromServer;
  readonly seq: number;
  readonly body: FromServer[keyof FromServer];
  readonly tensors?: readonly TensorData[];
}

type Question = Exclude<keyof ToServer, 'cancel'>;

interface Request<K extends Question> {
  readonly seq: number;
  readonly body: ToServer[K];
  readonly tensors: readonly TensorData[];
  readonly bytes: Uint8Array;
}

type Handler<K extends Question> = (request: Request<K>) => Promise<Omit<Reply, 'seq'>>;
type Handlers = { readonly [K in Question]: Handler<K> };

/** What the request asks of the model is not possible: thrown at the student's line. */
const notPossible = 'exception';

interface Opened {
  readonly taken: TakenModel;
  readonly use: ModelUse;
}

export class RequestDesk {
  readonly #reply: (reply: Reply) => void;
  readonly #shelf = new ModelShelf();
  readonly #models = new Map<number, Opened>();
  readonly #cancelled = new Set<number>();
  #lastHandle = 0;

  constructor(reply: (reply: Reply) => void) {
    this.#reply = reply;
  }

  take(message: Message<keyof ToServer>): void {
    const { kind, seq } = message;
    if (kind === 'cancel') {
      this.#cancelled.add((message.body as ToServer['cancel']).seq);
      return;
    }
    this.#answer(kind, message).then(
      (answer) => {
        this.#reply({ ...answer, seq });
      },
      (error: unknown) => {
        this.#reply({ kind: 'failed', seq, body: failureOf(kind, error) });
      },
    );
  }

  /** The controller is trusted: bodies have the form that they are declared with. */
  async #answer(kind: Question, message: Message<keyof ToServer>): Promise<Omit<Reply, 'seq'>> {
    const handle = this.#handlers[kind] as Handler<Question>;
    return await handle({ ...message, body: message.body as ToServer[Question] });
  }

  readonly #handlers: Handlers = {
    open: async ({ body: { sha256, provider: choice }, bytes }) => {
      const own = new Uint8Array(bytes);
      checkHash(own, sha256);
      const taken = await this.#shelf.take({ bytes: own, sha256, choice });
      const { provider, value: model } = taken;
      this.#lastHandle += 1;
      this.#models.set(this.#lastHandle, { taken, use: new ModelUse(model) });
      const body = { handle: this.#lastHandle, provider, signature: model.signature };
      if (this.#lastHandle === 1) setImmediate(warmUpQuietly, model);
      return { kind: 'opened', body };
    },
    inspect: async ({ bytes }) => ({
      kind: 'inspected',
      body: { model: await inspectedModel(new Uint8Array(bytes)) },
    }),
    shape: async ({ body: { handle, input } }) => ({
      kind: 'shaped',
      body: { shape: await this.#use(handle).model.shape(input) },
    }),
    run: async ({ seq, body: { handle, run, path }, tensors }) => {
      const { carried, outputs } = await watchedRun(this.#use(handle), requestOf(run, tensors), {
        report: (trips, values) => {
          this.#reply({ kind: 'progress', seq, body: { trips }, tensors: values });
        },
        wantsPath: path,
        isCancelled: () => this.#cancelled.delete(seq),
      });
      const body = { carried: carried.length };
      return { kind: 'ran', body, tensors: [...carried, ...outputs] };
    },
    evaluate: async ({ body: { handle }, tensors: [x] }) => {
      if (x === undefined) throw new Error('there are no rows to evaluate');
      const { model } = this.#use(handle);
      return { kind: 'evaluated', body: {}, tensors: [await model.evaluate(x)] };
    },
    providers: async () => ({
      kind: 'providers',
      body: { providers: await providerReports() },
    }),
    close: async ({ body: { handle } }) => {
      const opened = this.#models.get(handle);
      this.#models.delete(handle);
      await opened?.taken.giveBack();
      return { kind: 'closed', body: {} };
    },
  };

  #use(handle: number): ModelUse {
    const opened = this.#models.get(handle);
    if (opened === undefined) throw new Error(`model ${handle} is closed`);
    return opened.use;
  }
}

/** While the student's program is being loaded; what fails here fails again, and is told, when it is wanted. */
function warmUpQuietly(model: ServedModel): void {
  warmUp(model).catch(() => undefined);
}

function checkHash(bytes: Uint8Array, sha256: string): void {
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) throw new Error(`the model arrived damaged: SHA-256 ${found}`);
}

function failureOf(kind: Question, error: unknown): FromServer['failed'] {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof ProviderMissing) return { cause: 'provider', message };
  if (error instanceof Cancelled) return { cause: 'cancelled', message };
  return { cause: kind === 'open' || kind === 'inspect' ? 'model' : notPossible, message };
}
