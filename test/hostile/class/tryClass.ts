/** A class whose grading is disturbed, with submissions that were cut off on their way put among the others. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Random, seededRandom } from '../../../src/core/random.ts';
import { type Comparison, compareRecords } from './compareRecords.ts';
import {
  type Disturbed,
  gradeAlone,
  gradeDisturbed,
  type Grading,
  type PlannedFault,
  recordsIn,
} from './disturbedGrading.ts';
import { type Fault } from './faults.ts';

export interface ClassTried extends Comparison, Disturbed {
  readonly records: number;
  /** submissions that were cut off and put among the others */
  readonly added: number;
  /** of them, a line each: those that were not told as unreadable */
  readonly trusted: readonly string[];
  /** processor time for each submission of the undisturbed grading, in milliseconds; programs and models aside */
  readonly msEach: number;
}

export interface ClassGiven extends Omit<Grading, 'out' | 'submissions'> {
  /** an empty folder to work in */
  readonly folder: string;
  /** folder with zips, which is left as it is */
  readonly submissions: string;
  /** names without ending */
  readonly names: readonly string[];
  readonly plan: readonly PlannedFault[];
  /** how many submissions are added, cut off */
  readonly added: number;
  readonly seed: number;
}

export async function tryClass(given: ClassGiven): Promise<ClassTried> {
  const { names, plan, seed, folder } = given;
  const clean = { ...given, out: join(folder, 'clean') };
  const spent = await gradeAlone(clean);
  const submissions = join(folder, 'with-others');
  const added = await withCutOff(given, submissions);
  const disturbed = { ...given, submissions, out: join(folder, 'disturbed') };
  const ran = await gradeDisturbed(disturbed, plan, seed);
  const records = await recordsIn(disturbed);
  const trusted = added.filter((name) => records.get(name)?.cause !== 'not-gradable');
  return {
    ...compareRecords(await recordsIn(clean), records),
    ...ran,
    records: records.size,
    added: added.length,
    trusted,
    msEach: spent / names.length,
  };
}

/** The names of those that were added. */
async function withCutOff(
  { submissions, names, added, seed }: ClassGiven,
  folder: string,
): Promise<string[]> {
  await cp(submissions, folder, { recursive: true });
  const random = seededRandom(seed);
  const made: string[] = [];
  for (let number = 1; number <= added; number += 1) {
    const from = pick(names, random);
    const bytes = await readFile(join(submissions, `${from}.zip`));
    const name = `${from}-cut-${number}`;
    const length = Math.floor(bytes.length * random());
    await writeFile(join(folder, `${name}.zip`), bytes.subarray(0, length));
    made.push(name);
  }
  return made;
}

/** How often each fault strikes among a hundred. */
const SHARES: Readonly<Record<Fault, number>> = {
  'worker killed': 60,
  'program killed': 12,
  'model server killed': 12,
  'grader killed': 8,
  'disk full': 4,
  'records unwritable': 4,
};

/** So many faults, each kind at least once, all over a class of this size. */
export function strewn(faults: number, students: number, seed: number): PlannedFault[] {
  const random = seededRandom(seed);
  const after = (): number => 1 + Math.floor(random() * (students - 2));
  return (Object.entries(SHARES) as [Fault, number][]).flatMap(([fault, share]) =>
    Array.from({ length: Math.max(1, Math.round((faults * share) / 100)) }, () => ({
      fault,
      after: after(),
    })),
  );
}

function pick<T>(from: readonly T[], random: Random): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error('there is nothing to pick from');
  return picked;
}
