/** Where sealed parcels lie in Redis, beside BullMQ's own keys: submissions, results, and why workers refuse. */
import { type Redis } from 'ioredis';
import { type QueueKey } from './queueKey.ts';

/** Of BullMQ's keys and ours. */
export const PREFIX = 'exambench';

/** What nobody fetches goes away by itself. */
export const KEPT_SECONDS = 7 * 24 * 3600;

type What = 'submission' | 'result';

export class Shelf {
  readonly #redis: Redis;
  readonly #key: QueueKey;

  constructor(redis: Redis, key: QueueKey) {
    this.#redis = redis;
    this.#key = key;
  }

  async put(what: What, id: string, plain: Uint8Array): Promise<void> {
    const sealed = this.#key.seal(`${what} ${id}`, plain);
    await this.#redis.set(this.#path(what, id), sealed, 'EX', KEPT_SECONDS);
  }

  /** undefined where there is nothing that was sealed with this queue's key. */
  async get(what: What, id: string): Promise<Buffer | undefined> {
    const sealed = await this.#redis.getBuffer(this.#path(what, id));
    return sealed === null ? undefined : this.#key.open(`${what} ${id}`, sealed);
  }

  async clear(id: string): Promise<void> {
    await this.#redis.del(this.#path('submission', id), this.#path('result', id));
  }

  async refuse(worker: string, reason: string): Promise<void> {
    const sealed = this.#key.seal('refusal', Buffer.from(`${worker}: ${reason}`));
    await this.#redis.hset(this.#refusals, { [worker]: sealed });
    await this.#redis.expire(this.#refusals, KEPT_SECONDS);
  }

  /** Sentences that name the worker; each is told once. */
  async takeRefusals(): Promise<string[]> {
    const found = await this.#redis.hgetallBuffer(this.#refusals);
    const workers = Object.keys(found);
    if (workers.length > 0) await this.#redis.hdel(this.#refusals, ...workers);
    return Object.values(found).flatMap((sealed) => {
      const text = this.#key.open('refusal', sealed)?.toString();
      return text === undefined ? [] : [text];
    });
  }

  get #refusals(): string {
    return `${PREFIX}:${this.#key.queue}:refusals`;
  }

  #path(what: What, id: string): string {
    return `${PREFIX}:${this.#key.queue}:${what}:${id}`;
  }
}
