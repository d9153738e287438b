/** Attempts to get points that nobody deserves, and honest answers of many styles, which have to get theirs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer } from '../../src/core/answer/answer.ts';
import { submissionOf } from '../support/submissions.ts';
import { type TriedProgram } from './corpus.ts';
import { type ForgedAnswers, type ForgedSubmission } from './forgedAnswers.ts';
import { EXAM, inLanes, LOW_LIMITS, programAnswer, ProvingGround } from './provingGround.ts';

/** What to try; programs say in their first line what they deserve. */
export interface ForgingTrials {
  /** folder of the built programs */
  readonly dist: string;
  readonly programs: readonly TriedProgram[];
  readonly answers: readonly ForgedAnswers[];
  readonly submissions: readonly ForgedSubmission[];
}

/** What got points that it does not deserve, in a line each. Rejects where there is no sandbox. */
export async function tryForging(trials: ForgingTrials): Promise<string[]> {
  const ground = await ProvingGround.open(trials.dist, LOW_LIMITS);
  const whole = await submissionOf(ground.set, { '5a': programAnswer(REFERENCE) });
  try {
    const programs = await inLanes(trials.programs, 2, (each) => forgedProgram(ground, each));
    const answers = await inLanes(trials.answers, 2, (each) => forgedAnswers(ground, each));
    const submissions = await inLanes(trials.submissions, 2, (each) =>
      forgedSubmission(ground, each, whole),
    );
    return [...programs, ...answers, ...submissions].flat();
  } finally {
    ground.close();
  }
}

const REFERENCE = readFileSync(join(EXAM, '5-programming/solution/adversarial.ts'), 'utf8');

async function forgedProgram(ground: ProvingGround, program: TriedProgram): Promise<string[]> {
  const { points } = await ground.gradeAnswers({ '5a': programAnswer(program.source) });
  return points <= Number(program.expected)
    ? []
    : [`${program.name}: ${points} points, deserves ${program.expected}`];
}

async function forgedAnswers(
  ground: ProvingGround,
  { name, answers, deserves = 0 }: ForgedAnswers,
): Promise<string[]> {
  const file = JSON.stringify({ taskSet: ground.set.id, answers });
  const { points } = await ground.grade(new TextEncoder().encode(file), 'answers');
  return points <= deserves ? [] : [`${name}: ${points} points, deserves ${deserves}`];
}

async function forgedSubmission(
  ground: ProvingGround,
  { name, of, cause: expected }: ForgedSubmission,
  whole: Uint8Array,
): Promise<string[]> {
  const { cause } = await ground.grade(await of(whole));
  return cause === expected ? [] : [`${name}: expected ${expected}, found ${cause}`];
}

/** What did not get all that it deserves, in a line each. Rejects where there is no sandbox. */
export async function tryHonest(
  dist: string,
  programs: readonly TriedProgram[],
): Promise<string[]> {
  const ground = await ProvingGround.open(dist);
  try {
    return (await inLanes(programs, 2, (each) => honestFaults(ground, each))).flat();
  } finally {
    ground.close();
  }
}

/** Who deserves more than the program's points has a program that takes batches as it is. */
async function honestFaults(
  ground: ProvingGround,
  { name, expected, source }: TriedProgram,
): Promise<string[]> {
  const program = { '5a': programAnswer(source) };
  const edits: Answer = { base: 'own', edits: [] };
  const answers = Number(expected) > 9 ? { ...program, '5b': edits } : program;
  const { points, questions } = await ground.gradeAnswers(answers);
  if (points === Number(expected)) return [];
  const said = Object.values(questions).flatMap(({ feedback }) => feedback);
  return [`${name}: ${points} of ${expected} points; ${said.join(' ')}`];
}
