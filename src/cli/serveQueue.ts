/** What `exambench worker` does: tries what this machine has, then grades what the queue holds until it is ended. */

import { availableParallelism, hostname } from 'node:os';
import { noSandbox, openPool, type PoolStart } from '../runtime/grading/beginGrading.ts';
import { referenceAnswers } from '../runtime/grading/fairSeed.ts';
import { newSeed } from '../runtime/grading/gradingFolder.ts';
import { workerUser } from '../runtime/grading/workerUser.ts';
import { readQueueKey } from '../runtime/gradingQueue/queueKey.ts';
import { QueueWorker, type QueueWorkerHost } from '../runtime/gradingQueue/queueWorker.ts';
import { type Server } from '../runtime/gradingQueue/server.ts';
import { type Isolation } from '../runtime/sandbox/isolation.ts';
import { toolName } from '../runtime/toolName.ts';
import { type CommandIo, type ExitCode } from './command.ts';
import { distFolder } from './distFolder.ts';
import { openKeys } from './gradeKeys.ts';
import { connected } from './gradeQueue.ts';
import { isolationText } from './isolationText.ts';
import { askPassphrase } from './passphrase.ts';
import { printable } from './plainText.ts';

export interface WorkerOptions {
  readonly queue: string;
  readonly queueKey: string;
  readonly set: string;
  readonly key: string | undefined;
  readonly jobs: number | undefined;
  readonly user: string | undefined;
  /** in seconds */
  readonly lostAfter: number | undefined;
  readonly requireSandbox: boolean;
}

export async function serveQueue(options: WorkerOptions, io: CommandIo): Promise<ExitCode> {
  const key = await readQueueKey(options.queueKey);
  const set = await (await openKeys(options.key, askPassphrase)).openSet(options.set);
  const user = await workerUser(options.user);
  const { requireSandbox } = options;
  const tool = toolName(distFolder);
  const start = { set, dist: distFolder, tool, provider: 'cpu', requireSandbox, user } as const;
  const isolation = await isolationHere(start);
  io.stderr(isolationText(isolation, user));
  const server = await connected(options.queue);
  try {
    return await served(
      { server, key, set, tool, isolation, ...sizes(options), ...opener(start) },
      io,
    );
  } finally {
    server.close();
  }
}

function sizes({ jobs, lostAfter = 30 }: WorkerOptions) {
  return {
    name: `${hostname()}-${process.pid}`,
    jobs: jobs ?? availableParallelism(),
    lostAfterMs: lostAfter * 1000,
  };
}

/** Who leads the grading says where models run, and may demand the sandbox; whether there is one is known here. */
function opener(start: PoolStart): Pick<QueueWorkerHost, 'openPool'> {
  return {
    openPool: ({ provider, requireSandbox, seed }) =>
      openPool(
        { ...start, provider, requireSandbox: requireSandbox || start.requireSandbox },
        seed,
      ),
  };
}

/** Throws where programs would run without a sandbox that is demanded here. */
async function isolationHere(start: PoolStart): Promise<Isolation> {
  const pool = openPool(start, newSeed());
  try {
    const { isolation, note } = await pool.probe();
    const hasPrograms = referenceAnswers(start.set.set) !== undefined;
    if (start.requireSandbox && hasPrograms && isolation !== 'bubblewrap') {
      throw new Error(noSandbox(note));
    }
    return isolation;
  } finally {
    pool.close();
  }
}

type Serving = Omit<QueueWorkerHost, 'onGraded' | 'onRefused'> & { readonly server: Server };

/** Until it is ended (0), or has to give up (2). */
async function served(host: Serving, io: CommandIo): Promise<ExitCode> {
  const say = (text: string): void => {
    io.stderr(`${printable(text)}\n`);
  };
  let worker: QueueWorker | undefined;
  const { address } = host.server;
  const code = await untilEnded((giveUp) => {
    host.server.watch({
      onNews: say,
      onGone: ({ message }) => {
        giveUp(message);
      },
    });
    worker = new QueueWorker({
      ...host,
      onGraded: (submission, ms) => {
        say(`${submission}: graded in ${(ms / 1000).toFixed(1)} s`);
      },
      onRefused: giveUp,
    });
    say(`${host.name}: waiting for submissions at ${address}, ${host.jobs} side by side.`);
  }, say);
  await worker?.close();
  return code;
}

/** Ctrl+C, or how a service is ended: 0. Where it gives up: 2. */
async function untilEnded(
  work: (giveUp: (why: string) => void) => void,
  say: (text: string) => void,
): Promise<ExitCode> {
  return await new Promise((resolve) => {
    const ended = (): void => {
      resolve(0);
    };
    process.once('SIGINT', ended).once('SIGTERM', ended);
    work((why) => {
      say(`exambench worker: ${why}.`);
      resolve(2);
    });
  });
}
