/**
 * Tries a task set on itself, with its programs side by side: each in a runner of its own, and as many model servers as
 * programs run at a time, since a model server does one thing after the other.
 */
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { type CodeRuns } from '../../core/grade/codeRun.ts';
import { rehearse, type Rehearsed } from '../../core/grade/rehearse.ts';
import { type Rehearsing } from '../../core/grade/rehearsing.ts';
import { type TaskSet } from '../../core/taskset/taskSet.ts';
import { type ProviderChoice } from '../attack/attack.ts';
import { type ModelServer, openModelServer } from '../attack/modelServer.ts';
import { type runProgram } from '../attack/runProgram.ts';
import { codeChecks, type CodeChecksOptions } from '../check/codeChecks.ts';
import { ReferenceBook } from '../check/referenceBook.ts';
import { readPinned } from '../taskSetFiles.ts';
import { checkModels, type ModelChecks } from './modelChecks.ts';
import { rememberedRuns } from './rememberedRuns.ts';
import { taking, type Turns, turns } from './turns.ts';

/** More would only wait for each other's memory. */
const MOST_LANES = 8;

export interface RehearsalOptions {
  /** of the task set */
  readonly folder: string;
  /** of the built programs */
  readonly dist: string;
  readonly provider: ProviderChoice;
  readonly requireSandbox: boolean;
  /** as many as the machine has cores, unless stated */
  readonly concurrency?: number | undefined;
  readonly onProgress?: Rehearsing['onProgress'];
  readonly signal?: AbortSignal | undefined;
  /** every answer a second time, not only some */
  readonly everythingTwice?: boolean | undefined;
}

/** Nothing that it starts is left behind, however it ends. */
export async function rehearseSet(
  variants: readonly TaskSet[],
  options: RehearsalOptions,
): Promise<Rehearsed> {
  const { concurrency = Math.min(MOST_LANES, availableParallelism()) } = options;
  const servers: ModelServer[] = [];
  const lanes = Array.from({ length: concurrency }, (_, index) => () => {
    servers[index] ??= openModelServer(options.dist);
    return servers[index];
  });
  const turn = turns(lanes);
  const inspecting: ModelChecks['inspecting'] = (use) => taking(turn, (lane) => use(lane()));
  const modelOf = modelIn(options.folder);
  const checks = checksOf(turn, modelOf, options);
  const what = options.everythingTwice === true ? 'all' : 'some';
  try {
    const [checked, rehearsed] = await Promise.all([
      checkModels({ variants, modelOf, inspecting }),
      rehearse(variants, checks(rememberedRuns()), {
        concurrency,
        onProgress: options.onProgress,
        signal: options.signal,
        pause: () => setImmediate(),
        repeat: { seed: 1, what, run: checks(undefined) },
      }),
    ]);
    return {
      ...rehearsed,
      problems: [...checked.problems, ...rehearsed.problems],
      notRun: [...checked.notRun, ...rehearsed.notRun],
    };
  } finally {
    servers.forEach((server) => {
      server.close();
    });
  }
}

type Lane = () => ModelServer;

const modelIn =
  (folder: string): CodeChecksOptions['model'] =>
  async ({ model }) => ({ bytes: await readPinned(folder, model), sha256: model.sha256 });

/** Both rounds share lanes and references. */
function checksOf(
  turn: Turns<Lane>,
  model: CodeChecksOptions['model'],
  { dist, provider, requireSandbox, signal }: RehearsalOptions,
): (programs: typeof runProgram | undefined) => CodeRuns {
  const references = new ReferenceBook();
  return (programs) => {
    const common = { dist, provider, requireSandbox, signal, references, model, programs };
    const on = (lane: Lane): CodeRuns => codeChecks({ ...common, server: lane() });
    return {
      code: (...asked) => taking(turn, (lane) => on(lane).code(...asked)),
      lines: (...asked) => taking(turn, (lane) => on(lane).lines(...asked)),
    };
  };
}
