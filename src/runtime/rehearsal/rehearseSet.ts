/**
 * Tries a task set on itself, with its programs side by side: each in a runner of its own, and as many model servers as
 * programs run at a time, since a model server does one thing after the other.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type CodeRuns } from '../../core/grade/codeRun.ts';
import { rehearse, type Rehearsed } from '../../core/grade/rehearse.ts';
import { type Rehearsing } from '../../core/grade/rehearsing.ts';
import { type Question, questionsOf, type TaskSet } from '../../core/taskset/taskSet.ts';
import { type ProviderChoice } from '../attack/attack.ts';
import { type ModelServer, openModelServer } from '../attack/modelServer.ts';
import { type runProgram } from '../attack/runProgram.ts';
import { codeChecks, type CodeChecksOptions } from '../check/codeChecks.ts';
import { ReferenceBook } from '../check/referenceBook.ts';
import { readPinned } from '../taskSetFiles.ts';
import { basisOf } from './basis.ts';
import { openVerdictFile, type VerdictFile } from './knownVerdicts.ts';
import { checkModels, type ModelChecks } from './modelChecks.ts';
import { rememberedRuns } from './rememberedRuns.ts';
import { type SharedRunners, sharedRunners } from './sharedRunners.ts';
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
  /** where verdicts of earlier calls are kept; undefined: nowhere, everything is judged */
  readonly cache?: string | undefined;
}

/** Nothing that it starts is left behind, however it ends. */
export async function rehearseSet(
  variants: readonly TaskSet[],
  options: RehearsalOptions,
): Promise<Rehearsed> {
  const models = await modelsNow(variants, options.folder);
  const known = await verdictsBefore(models, options);
  const lanes = openLanes(options);
  const checks = checksOf(lanes.turn, modelIn(options.folder), options);
  const what = options.everythingTwice === true ? 'all' : 'some';
  try {
    const [checked, rehearsed] = await Promise.all([
      modelsChecked({ variants, models, options, known, turn: lanes.turn }),
      rehearse(variants, checks(rememberedRuns(lanes.runners.run)), {
        concurrency: lanes.count,
        onProgress: options.onProgress,
        signal: options.signal,
        pause: () => setImmediate(),
        repeat: { seed: 1, what, run: checks(undefined) },
        known,
      }),
    ]);
    await known?.save();
    return {
      ...rehearsed,
      problems: [...checked.problems, ...rehearsed.problems],
      notRun: [...checked.notRun, ...rehearsed.notRun],
    };
  } finally {
    lanes.close();
  }
}

interface Lanes {
  readonly count: number;
  readonly turn: Turns<Lane>;
  readonly runners: SharedRunners;
  close(): void;
}

function openLanes({ concurrency, dist }: RehearsalOptions): Lanes {
  const count = concurrency ?? Math.min(MOST_LANES, availableParallelism());
  const servers: ModelServer[] = [];
  const runners = sharedRunners();
  const lanes = Array.from({ length: count }, (_, index) => () => {
    servers[index] ??= openModelServer(dist);
    return servers[index];
  });
  const close = (): void => {
    runners.close();
    for (const server of servers) server.close();
  };
  return { count, turn: turns(lanes), runners, close };
}

interface Checking {
  readonly variants: readonly TaskSet[];
  readonly models: Models;
  readonly options: RehearsalOptions;
  readonly known: VerdictFile | undefined;
  readonly turn: Turns<Lane>;
}

/** Looked at again only where a model or its question is another one than before. */
async function modelsChecked({ variants, models, options, known, turn }: Checking) {
  const data = [...models].map(([question, sha256]) => [question, sha256]);
  if (known?.isFine(data) === true) return { problems: [], notRun: [] };
  const inspecting: ModelChecks['inspecting'] = (use) => taking(turn, (lane) => use(lane()));
  const found = await checkModels({ variants, modelOf: modelIn(options.folder), inspecting });
  if (found.problems.length + found.notRun.length === 0) known?.keepFine(data);
  return found;
}

/** Judging everything twice is for those who trust nothing. */
async function verdictsBefore(
  models: Models,
  { cache, dist, everythingTwice, folder, provider, requireSandbox }: RehearsalOptions,
): Promise<VerdictFile | undefined> {
  if (cache === undefined || everythingTwice === true) return undefined;
  const basis = await basisOf({ dist, provider, requireSandbox });
  const modelOf = (question: Question) => models.get(question);
  return await openVerdictFile({ folder: cache, set: resolve(folder), basis, modelOf });
}

/** SHA-256 of the files, whatever the set says of them. */
type Models = ReadonlyMap<Question, string | undefined>;

async function modelsNow(variants: readonly TaskSet[], folder: string): Promise<Models> {
  const found = [...new Set(variants.flatMap(questionsOf))].map(async (question) => {
    if (!('model' in question)) return [];
    const bytes = await readFile(join(folder, question.model.file)).catch(() => undefined);
    return [[question, bytes && createHash('sha256').update(bytes).digest('hex')] as const];
  });
  return new Map((await Promise.all(found)).flat());
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
