/**
 * Hostile programs through the whole of grading: each has to end with the cause that its first line names, without a
 * point and without a trace, and an honest submission right after it gets what it deserves.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TriedProgram } from './corpus.ts';
import { EXAM, inLanes, LOW_LIMITS, programAnswer, ProvingGround } from './provingGround.ts';
import { Lifetimes, Listeners, markedFiles, placed, runnersOf } from './traces.ts';

export interface ProgramsReport {
  readonly tried: number;
  /** what broke a promise, in a line each */
  readonly broken: readonly string[];
  /** how many honest submissions were graded between them */
  readonly honest: number;
  /** lives of the programs' processes where they were measured, in milliseconds, the shortest first */
  readonly livesMs: readonly number[];
}

export interface ProgramTrials {
  /** folder of the built programs */
  readonly dist: string;
  readonly programs: readonly TriedProgram[];
  /** an honest submission after every so many programs */
  readonly honestEach: number;
  /** whether lives of processes are measured, which costs time */
  readonly isTimed?: boolean | undefined;
  readonly onDone?: ((name: string) => void) | undefined;
}

/** Two at a time, each after others in processes that live on. Rejects where there is no sandbox. */
export async function tryPrograms(trials: ProgramTrials): Promise<ProgramsReport> {
  const { dist, programs, honestEach, isTimed = false, onDone } = trials;
  const listeners = await Listeners.open(EXAM);
  const ground = await ProvingGround.open(dist, LOW_LIMITS);
  const lifetimes = isTimed ? new Lifetimes(dist) : undefined;
  let honest = 0;
  const work = async (program: TriedProgram): Promise<string[]> => {
    const source = placed(program.source, listeners.places);
    const found = await faultsOf(ground, { ...program, source });
    onDone?.(program.name);
    if (programs.indexOf(program) % honestEach !== honestEach - 1) return found;
    honest += 1;
    return [...found, ...(await honestFaults(ground, program.name))];
  };
  try {
    const faults = (await inLanes(programs, 2, work)).flat();
    const broken = [...faults, ...(await tracesOf(dist, listeners))];
    return { tried: programs.length, broken, honest, livesMs: lifetimes?.all ?? [] };
  } finally {
    lifetimes?.close();
    ground.close();
    listeners.close();
  }
}

/** Where two limits are near each other, the speed of the machine says which one is met first. */
export function causesOf({ expected }: TriedProgram): readonly string[] {
  return expected.split(' or ');
}

/** Empty: the cause is the right one, and there are no points. */
async function faultsOf(ground: ProvingGround, program: TriedProgram): Promise<string[]> {
  const { name, expected, source } = program;
  const { points, questions } = await ground.gradeAnswers({ '5a': programAnswer(source) });
  const { cause, feedback = [] } = questions['5a'] ?? {};
  const said = `${name}: ${feedback.join(' ').slice(0, 300)}`;
  return [
    ...(causesOf(program).some((each) => each === cause)
      ? []
      : [`${said} (expected ${expected}, found ${cause ?? 'nothing'})`]),
    ...(points === 0 ? [] : [`${said} (${points} points)`]),
    // what a program finds outside it says with this mark
    ...(said.includes('exambench-was-here:') ? [`${said} (it saw what it must not)`] : []),
  ];
}

const REFERENCE = readFileSync(join(EXAM, '5-programming/solution/adversarial.ts'), 'utf8');

async function honestFaults(ground: ProvingGround, after: string): Promise<string[]> {
  const { questions } = await ground.gradeAnswers({ '5a': programAnswer(REFERENCE) });
  const { verdict, feedback } = questions['5a'] ?? {};
  if (verdict === 'correct') return [];
  return [`honest, after ${after}: ${verdict ?? 'nothing'}, ${feedback?.join(' ') ?? ''}`];
}

const SURVIVAL_MS = 5000;

async function tracesOf(dist: string, { heard }: Listeners): Promise<string[]> {
  return [
    ...(await survivors(dist)).map((pid) => `process ${pid} lives on`),
    ...markedFiles(dist).map((path) => `${path} was written`),
    ...heard.map((what) => `${what} came out`),
  ];
}

/** The system takes a moment to bury what was killed. */
async function survivors(dist: string): Promise<readonly number[]> {
  for (const end = Date.now() + SURVIVAL_MS; Date.now() < end;) {
    if (runnersOf(dist).length === 0) return [];
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return runnersOf(dist);
}
