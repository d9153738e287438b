/**
 * Grades a class twice: left alone, and with faults strewn in. The grader is started again after each end, as somebody
 * would who finds it ended, until it is through; then once more, for what the machine's trouble left unchecked.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type GradeRecord } from '../../../src/core/gradebook/gradeRecord.ts';
import { seededRandom } from '../../../src/core/random.ts';
import { type Fault, FAULTS, type Mend, type Target } from './faults.ts';
import { GraderProcess } from './graderProcess.ts';

export interface Grading {
  /** the built program */
  readonly cli: string;
  readonly set: string;
  readonly submissions: string;
  readonly out: string;
  readonly onDone?: ((submissions: number) => void) | undefined;
}

export interface PlannedFault {
  readonly fault: Fault;
  /** not before so many submissions are graded */
  readonly after: number;
}

export interface Disturbed {
  /** those that found something to strike */
  readonly struck: readonly Fault[];
  /** how often the grader was started, the last time included */
  readonly starts: number;
}

const SEED = '5eed'.repeat(8);

/** Processor time in milliseconds of the grader and its workers. Throws when it does not end as it should. */
export async function gradeAlone(grading: Grading): Promise<number> {
  const grader = started(grading);
  await watched(grader, grading, () => grader.look());
  mustBeThrough(grader, await grader.ended);
  return grader.spentMs;
}

/** Throws when the grader ends by itself, or does not get through. */
export async function gradeDisturbed(
  grading: Grading,
  plan: readonly PlannedFault[],
  seed: number,
): Promise<Disturbed> {
  const struck: Fault[] = [];
  const ahead = [...plan];
  const random = seededRandom(seed);
  let starts = 0;
  for (let isThrough = false; !isThrough;) {
    const grader = started(grading);
    starts += 1;
    const target = { pid: grader.pid, out: grading.out, random };
    const hit = await disturbed(grader, { grading, ahead, target });
    isThrough = !hit.some((fault) => ENDING.has(fault));
    if (isThrough) mustBeThrough(grader, await grader.ended);
    struck.push(...hit);
  }
  await gradeAlone(grading);
  return { struck, starts: starts + 1 };
}

const ENDING: ReadonlySet<Fault> = new Set(['grader killed', 'disk full', 'records unwritable']);

interface Run {
  readonly grading: Grading;
  /** what has struck is taken out */
  readonly ahead: PlannedFault[];
  readonly target: Target;
}

/** What has struck, up to the first fault that ends the grader. */
async function disturbed(grader: GraderProcess, { grading, ahead, target }: Run): Promise<Fault[]> {
  const hit: Fault[] = [];
  const mends: Mend[] = [];
  await watched(grader, grading, async () => {
    const due = ahead.filter(({ after }) => after <= grader.done);
    for (const planned of grader.done === 0 ? [] : due) {
      const isEnding = hit.some((fault) => ENDING.has(fault));
      const mend = isEnding ? undefined : await FAULTS[planned.fault](target);
      if (mend === undefined) continue;
      ahead.splice(ahead.indexOf(planned), 1);
      hit.push(planned.fault);
      mends.push(mend);
    }
  });
  await grader.ended;
  for (const mend of mends) await mend();
  return hit;
}

function started({ cli, set, submissions, out }: Grading): GraderProcess {
  const where = ['--submissions', submissions, '--out', out, '--seed', SEED];
  return new GraderProcess(cli, ['grade', set, ...where]);
}

const LOOK_MS = 20;

async function watched(
  grader: GraderProcess,
  { onDone }: Grading,
  look: () => Promise<void>,
): Promise<void> {
  while (!grader.hasEnded) {
    await look();
    onDone?.(grader.done);
    await Promise.race([grader.ended, delay(LOOK_MS)]);
  }
}

/** 1: some wait for a person, as always. */
function mustBeThrough({ said }: GraderProcess, code: number | null): void {
  if (code !== 0 && code !== 1) {
    throw new Error(`the grader ended with ${String(code)}: ${said.slice(-1000)}`);
  }
}

/** Submission → record. Throws when one cannot be read. */
export async function recordsIn({ out }: Pick<Grading, 'out'>): Promise<Map<string, GradeRecord>> {
  const folder = join(out, 'records');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const read = names.map(async (name): Promise<[string, GradeRecord]> => {
    const text = await readFile(join(folder, name), 'utf8');
    return [name.slice(0, -'.json'.length), JSON.parse(text) as GradeRecord];
  });
  return new Map(await Promise.all(read));
}
