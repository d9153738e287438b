/** The connection to Redis or Valkey: made once, kept through restarts of the server for a while, and said in words. */
import { Redis } from 'ioredis';

/** So long an absent server is waited for. */
const PATIENCE_MS = 600_000;
const FIRST_ANSWER_MS = 5_000;
const SLOWEST_RETRY_MS = 2_000;

export interface Watching {
  /** a sentence: the server went away, or is back */
  readonly onNews: (news: string) => void;
  /** it stayed away for too long */
  readonly onGone: (error: Error) => void;
}

export interface Server {
  readonly redis: Redis;
  /** without the password */
  readonly address: string;
  /** Before, nothing is said of what becomes of the server. */
  readonly watch: (watching: Watching) => void;
  readonly close: () => void;
}

/** Rejects with an Error that says what to do when no server answers. */
export async function connect(url: string, password: string | undefined): Promise<Server> {
  const address = addressOf(url);
  const redis = new Redis(url, {
    ...(password !== undefined && { password }),
    lazyConnect: true,
    connectTimeout: FIRST_ANSWER_MS,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * 200, SLOWEST_RETRY_MS),
  });
  await firstAnswer(redis, address);
  return {
    redis,
    address,
    watch: (watching) => {
      watch(redis, address, watching);
    },
    close: () => {
      redis.disconnect();
    },
  };
}

/** Throws where it is no address of a Redis server. */
function addressOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !['redis:', 'rediss:'].includes(parsed.protocol)) {
    throw new Error('--queue must be redis://HOST:PORT/DB, or rediss:// for TLS');
  }
  return `${parsed.protocol}//${parsed.host}${parsed.pathname}`;
}

async function firstAnswer(redis: Redis, address: string): Promise<void> {
  let why = 'it does not answer';
  const listen = (error: Error): void => {
    why = error.message === '' ? why : error.message;
  };
  redis.on('error', listen);
  const late = setTimeout(() => {
    redis.disconnect();
  }, FIRST_ANSWER_MS);
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    redis.disconnect();
    if (error instanceof Error && !error.message.startsWith('Connection is closed')) listen(error);
    throw new Error(`no Redis or Valkey at ${address}: ${why}. ${toDo(why, address)}`, {
      cause: error,
    });
  } finally {
    clearTimeout(late);
    redis.off('error', listen);
    redis.on('error', ignore);
  }
}

/** TLS itself says what it has against a certificate; a server that does not speak it says nothing. */
function toDo(why: string, address: string): string {
  if (/certificate|altnames/i.test(why)) return TRUST;
  return address.startsWith('rediss:') ? `${MAYBE_PLAIN} ${START}` : START;
}

const START =
  'Start one that all machines reach (on Debian: apt-get install redis-server), with a password, and name it with --queue redis://:PASSWORD@HOST:6379/0';
const TRUST =
  'Name the certificate of the authority that signed it with NODE_EXTRA_CA_CERTS=FILE in the environment, and the server by a name that its certificate is for';
const MAYBE_PLAIN = 'Does it speak TLS there? Without it, write redis://.';

/** Every loss of the connection is followed by `close`, which is heard. */
function ignore(): void {
  // nothing more to say
}

function watch(redis: Redis, address: string, { onNews, onGone }: Watching): void {
  let patience: NodeJS.Timeout | undefined;
  redis.on('close', () => {
    if (patience !== undefined || redis.status === 'end') return;
    onNews(`${address} does not answer; trying again for ${PATIENCE_MS / 60_000} minutes.`);
    // nobody waits for a server when there is nothing else left to do
    patience = setTimeout(() => {
      onGone(new Error(`${address} did not answer for ${PATIENCE_MS / 60_000} minutes`));
    }, PATIENCE_MS).unref();
  });
  redis.on('ready', () => {
    if (patience !== undefined) onNews(`${address} is back.`);
    clearTimeout(patience);
    patience = undefined;
  });
  redis.on('end', () => {
    clearTimeout(patience);
  });
}
