/**
 * A class of a thousand, graded alone and with faults for a tenth of it. A few hand in programs, whose running takes most
 * of the time.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gradedFolder } from '../../src/runtime/grading/gradedSet.ts';
import { type ClassTried, strewn, tryClass } from '../../test/hostile/class/tryClass.ts';
import { classOf, type Handed, writeClass } from '../../test/support/submissions.ts';
import { at } from '../project.ts';
import { type Figure, type HostileKind, type Trials } from './trials.ts';

const STUDENTS = 1000;
const WITH_PROGRAMS = 0.03;
/** Of the faults; they come on top of the class. */
const CUT_OFF = 0.3;
/** Faults more than are needed, for those that find nothing to strike. */
const SPARE = 5;
const SEED = 20_260_601;
const WEIGHTS = { right: 3, mixed: 10, wrong: 3, broken: 2 };
const SET = at('tasks/ml1');
const LEAST_A_SECOND = 2;

export const classes: HostileKind = {
  name: 'class',
  least: STUDENTS,
  of: 'submissions graded twice, with faults for a tenth of them',
  run: async (count = STUDENTS) => {
    const root = await mkdtemp(join(tmpdir(), 'class-'));
    try {
      return trialsOf(count, await graded(root, await students(count)));
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  },
};

/** Those with programs are spread among the others. */
async function students(count: number): Promise<Handed[]> {
  const { set } = await gradedFolder(SET);
  const programs = Math.max(2, Math.round(count * WITH_PROGRAMS));
  const leaveOut = ({ kind }: { readonly kind: string }) => kind === 'code' || kind === 'lines';
  const bare = { seed: SEED, weights: WEIGHTS, leaveOut };
  const most = await classOf(set, count - programs, bare);
  const few = await classOf(set, programs, { seed: SEED + 1, weights: { right: 1, mixed: 2 } });
  const all = most.map((handed, index) => ({ handed, place: index / most.length }));
  all.push(...few.map((handed, index) => ({ handed, place: (index + 0.5) / few.length })));
  return all
    .toSorted((a, b) => a.place - b.place)
    .map(({ handed }, index) => ({ ...handed, file: `${String(index).padStart(5, '0')}.zip` }));
}

async function graded(root: string, handed: readonly Handed[]): Promise<ClassTried> {
  const submissions = join(root, 'in');
  await writeClass(submissions, handed);
  const faults = handed.length / 10;
  const step = Math.max(1, Math.round(handed.length / 10));
  let told = 0;
  return await tryClass({
    cli: at('dist/cli.mjs'),
    set: SET,
    submissions,
    folder: root,
    names: handed.map(({ file }) => file.replace('.zip', '')),
    plan: strewn(Math.round(faults * (1 - CUT_OFF)) + SPARE, handed.length, SEED),
    added: Math.round(faults * CUT_OFF),
    seed: SEED,
    onDone: (done) => {
      if (done % step !== 0 || done === told) return;
      told = done;
      console.log(`  ${done} of ${handed.length}`);
    },
  });
}

function trialsOf(count: number, ran: ClassTried): Trials {
  for (const line of ran.left) console.log(`  left to a person: ${line}`);
  return {
    tried: ran.records - ran.added,
    broken: [...ran.wrong, ...ran.trusted.map((name) => `${name}: was cut off, and believed`)],
    figures: figuresOf(count, ran),
  };
}

function figuresOf(count: number, ran: ClassTried): Figure[] {
  const expected = count + ran.added;
  const aSecond = 1000 / ran.msEach;
  return [
    {
      what: 'records',
      goal: String(expected),
      reached: String(ran.records),
      isReached: ran.records === expected,
    },
    {
      what: 'faults, submissions cut off included',
      goal: `≥ ${Math.floor(count / 10)}`,
      reached: String(ran.struck.length + ran.added),
      isReached: ran.struck.length + ran.added >= Math.floor(count / 10),
    },
    told('starts of the grader', ran.starts),
    told('submissions left to a person by a fault', new Set(ran.left.map(nameOf)).size),
    {
      what: 'submissions a second and core, programs aside',
      goal: `≥ ${LEAST_A_SECOND}`,
      reached: aSecond.toFixed(1),
      isReached: aSecond >= LEAST_A_SECOND,
    },
  ];
}

function told(what: string, value: number): Figure {
  return { what, goal: '', reached: String(value), isReached: true };
}

function nameOf(line: string): string {
  return line.slice(0, line.indexOf(':'));
}
