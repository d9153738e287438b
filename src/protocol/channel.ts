/**
 * One class for both ends of a conversation, with the type arguments swapped. A request carries an id and is answered
 * exactly once, with a result or with a failure in a sentence; an event is not answered. Everything that arrives is
 * checked against its shape; what does not fit is refused and logged, and never thrown at anybody.
 */

import {
  type Contract,
  type ContractShape,
  type Handlers,
  type Listeners,
  type Log,
  type Params,
  type Result,
  type Transport,
} from './contract.ts';
import { type Message, type Reply, type Request, type Told, messageShape } from './envelope.ts';

export interface ChannelOptions<Sent extends Contract, Received extends Contract> {
  readonly transport: Transport;
  readonly sent: ContractShape<Sent>;
  readonly received: ContractShape<Received>;
  readonly handlers: Handlers<Received['requests']>;
  readonly listeners: Listeners<Received['events']>;
  readonly log: Log;
}

/** The request came to nothing; the message is a sentence for the reader. */
class RequestFailed extends Error {
  override readonly name = 'RequestFailed';
}

interface Pending {
  readonly settle: (reply: Reply) => void;
  readonly fail: (sentence: string) => void;
}

export class Channel<Sent extends Contract, Received extends Contract> {
  readonly #options: ChannelOptions<Sent, Received>;
  readonly #pending = new Map<number, Pending>();
  readonly #stopListening: () => void;
  #lastId = 0;
  #disposed = false;

  constructor(options: ChannelOptions<Sent, Received>) {
    this.#options = options;
    this.#stopListening = options.transport.listen((arrived) => {
      this.#receive(arrived);
    });
  }

  /** @throws RequestFailed (by the promise) with the other end's sentence, or when the channel closes first */
  request<M extends keyof Sent['requests'] & string>(
    method: M,
    params: Params<Sent['requests'], M>,
  ): Promise<Result<Sent['requests'], M>> {
    const shape = this.#options.sent.requests[method].result;
    return new Promise((resolve, reject) => {
      const fail = (sentence: string): void => {
        reject(new RequestFailed(sentence));
      };
      const settle = (reply: Reply): void => {
        if (reply.ok) resolve(shape(reply.result, `result of ${method}`));
        else fail(reply.failure ?? `${method} failed without saying why`);
      };
      this.#ask(method, params, { settle, fail });
    });
  }

  tell<N extends keyof Sent['events'] & string>(name: N, event: Sent['events'][N]): void {
    if (!this.#disposed) this.#send({ kind: 'event', name, event });
  }

  /** Stops listening; whoever still waits gets a failure. */
  dispose(): void {
    this.#disposed = true;
    this.#stopListening();
    for (const { fail } of this.#pending.values()) fail('The other side was closed.');
    this.#pending.clear();
  }

  #ask(method: string, params: unknown, pending: Pending): void {
    if (this.#disposed) {
      pending.fail('The other side is closed.');
      return;
    }
    const id = ++this.#lastId;
    this.#pending.set(id, pending);
    if (this.#send({ kind: 'request', id, method, params })) return;
    this.#pending.delete(id);
    pending.fail('The request could not be sent.');
  }

  #send(message: Message): boolean {
    try {
      this.#options.transport.send(message);
      return true;
    } catch (error) {
      this.#options.log(`A message of kind ${message.kind} could not be sent`, error);
      return false;
    }
  }

  #receive(arrived: unknown): void {
    try {
      const message = messageShape(arrived, 'message');
      if (message.kind === 'request') void this.#answer(message);
      else if (message.kind === 'reply') this.#settle(message);
      else this.#hear(message);
    } catch (error) {
      this.#options.log('A message was refused', error);
    }
  }

  async #answer({ id, method, params }: Request): Promise<void> {
    const reply = await this.#handle(method, params).then(
      (result: unknown): Reply => ({ kind: 'reply', id, ok: true, result }),
      (error: unknown): Reply => {
        this.#options.log(`${method} failed`, error);
        return { kind: 'reply', id, ok: false, result: null, failure: sentenceOf(error) };
      },
    );
    if (this.#disposed || this.#send(reply) || !reply.ok) return;
    this.#send({
      kind: 'reply',
      id,
      ok: false,
      result: null,
      failure: `The result of ${method} could not be sent.`,
    });
  }

  async #handle(method: string, params: unknown): Promise<unknown> {
    const { received, handlers } = this.#options;
    if (!isKeyOf(received.requests, method))
      throw new Error(`There is no request named ${method}.`);
    return await handlers[method](received.requests[method].params(params, `params of ${method}`));
  }

  #settle(reply: Reply): void {
    const pending = this.#pending.get(reply.id);
    if (!pending) {
      this.#options.log(`A reply to no request (${reply.id}) was ignored`);
      return;
    }
    this.#pending.delete(reply.id);
    try {
      pending.settle(reply);
    } catch (error) {
      pending.fail(sentenceOf(error));
      this.#options.log('A reply was refused', error);
    }
  }

  #hear({ name, event }: Told): void {
    const { received, listeners } = this.#options;
    if (!isKeyOf(received.events, name)) throw new Error(`There is no event named ${name}.`);
    listeners[name](received.events[name](event, `event ${name}`));
  }
}

function isKeyOf<T extends object>(table: T, key: string): key is keyof T & string {
  return Object.hasOwn(table, key);
}

function sentenceOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : String(error);
}
