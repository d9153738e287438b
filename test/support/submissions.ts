/**
 * A class that hands in: as many students as wanted, drawn by seed, each with a profile. Their answers come from the task
 * set itself: what its author lists as right and as wrong is what they write.
 */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Answer } from '../../src/core/answer/answer.ts';
import { type Cause } from '../../src/core/gradebook/gradeRecord.ts';
import { rehearsalsOf } from '../../src/core/grade/rehearsalsOf.ts';
import { type Random, seededRandom } from '../../src/core/random.ts';
import { type Question, questionsOf, type TaskSet } from '../../src/core/taskset/taskSet.ts';
import { encodeRecord } from '../../src/runtime/attempt/record.ts';
import { type HandingIn, packSubmission } from '../../src/runtime/submission/packSubmission.ts';
import { BREAKAGES } from './brokenSubmissions.ts';
import { HOSTILE_PROGRAMS } from './hostilePrograms.ts';

/**
 * right: every reference answer; mixed: right and wrong ones, some questions left out; wrong: listed wrong ones; hostile: mixed,
 * with a program that tries something; broken: a file that was damaged or changed
 */
export type Profile = 'right' | 'mixed' | 'wrong' | 'hostile' | 'broken';

export interface Handed {
  /** as in `student-007.zip` */
  readonly file: string;
  readonly profile: Profile;
  /** what was tried or broken, by the name of its table; undefined where nothing was */
  readonly trick?: string | undefined;
  readonly bytes: Uint8Array;
  readonly answers: Readonly<Record<string, Answer>>;
  /** of the submission as a whole */
  readonly cause: Extract<Cause, 'ok' | 'not-gradable' | 'tampered'>;
}

export interface ClassOptions {
  readonly seed?: number;
  /** how often a profile is drawn; those left out never are */
  readonly weights?: Readonly<Partial<Record<Profile, number>>>;
  /** questions that nobody answers, such as programs, which take time to grade */
  readonly leaveOut?: (question: Question) => boolean;
}

const WEIGHTS: Readonly<Record<Profile, number>> = {
  right: 3,
  mixed: 10,
  wrong: 3,
  hostile: 2,
  broken: 2,
};

/** The same class for the same seed, but for the times in it. */
export async function classOf(
  set: TaskSet,
  count: number,
  options: ClassOptions = {},
): Promise<Handed[]> {
  const { seed = 1, weights = WEIGHTS, leaveOut = () => false } = options;
  const random = seededRandom(seed);
  const stock = stockOf(set, leaveOut);
  const students: Handed[] = [];
  for (let number = 1; number <= count; number++) {
    const profile = drawnProfile(random, weights);
    const name = `student-${String(number).padStart(3, '0')}`;
    students.push(await handed(set, { name, profile, stock, random }));
  }
  return students;
}

/** Writes the files into a folder, which is made. */
export async function writeClass(folder: string, students: readonly Handed[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { file, bytes } of students) await writeFile(join(folder, file), bytes);
}

/** One submission with these answers, as the editor would write it. */
export async function submissionOf(
  set: TaskSet,
  answers: Readonly<Record<string, Answer>>,
  about: Partial<HandingIn> = {},
): Promise<Uint8Array> {
  return (await packSubmission(handingIn(set, answers, about))).bytes;
}

/** What the editor would give to be packed; with a journal that saved every answer twice. */
export function handingIn(
  set: TaskSet,
  answers: Readonly<Record<string, Answer>>,
  about: Partial<HandingIn> = {},
): HandingIn {
  return {
    taskSet: set.id,
    version: set.version,
    attempt: `${set.id}-2026-06-01-0badcafe`,
    variant: set.variant,
    handedIn: '2026-06-01T10:30:00.000Z',
    tool: 'exambench test',
    answers,
    journal: new Map([['journal-2026-06-01T09-00-00-000Z-0badcafe.ndj', journalOf(answers)]]),
    ...about,
  };
}

export function journalOf(answers: Readonly<Record<string, Answer>>): Uint8Array {
  let prevHash = '';
  const entries = Object.entries(answers).flatMap(([question, answer]) => [
    { question, answer: null, revision: 1 },
    { question, answer, revision: 2 },
  ]);
  const records = entries.map((entry, seq) => {
    const time = new Date(Date.UTC(2026, 5, 1, 9, 0, seq)).toISOString();
    const { bytes, hash } = encodeRecord({
      seq,
      prevHash,
      time,
      entry: { kind: 'answer', ...entry },
    });
    prevHash = hash;
    return bytes;
  });
  return Buffer.concat(records);
}

/** What students write: by question, its reference answer and others. */
interface Stocked {
  readonly question: Question;
  readonly right: Answer;
  readonly others: readonly Answer[];
}

function stockOf(set: TaskSet, leaveOut: (question: Question) => boolean): Stocked[] {
  const rehearsals = rehearsalsOf(set);
  return questionsOf(set)
    .filter((question) => !leaveOut(question))
    .flatMap((question) => {
      const tried = rehearsals.filter(({ question: { id } }) => id === question.id);
      const [right, ...others] = tried.map(({ answer }) => answer);
      return right === undefined
        ? []
        : [{ question, right, others: [...others, ...otherChoices(question)] }];
    });
}

function otherChoices(question: Question): Answer[] {
  return question.kind === 'choice' ? question.options.map(({ id }) => ({ selected: [id] })) : [];
}

function drawnProfile(random: Random, weights: ClassOptions['weights'] = WEIGHTS): Profile {
  const entries = Object.entries(weights) as [Profile, number][];
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  const drawn = entries.find(([, weight]) => (left -= weight) < 0);
  return drawn?.[0] ?? 'mixed';
}

interface Drawing {
  readonly name: string;
  readonly profile: Profile;
  readonly stock: readonly Stocked[];
  readonly random: Random;
}

async function handed(set: TaskSet, drawing: Drawing): Promise<Handed> {
  const { name, profile, stock, random } = drawing;
  const honest = Object.fromEntries(
    stock.flatMap((stocked) => drawnAnswer(stocked, profile, random)),
  );
  const trick = profile === 'hostile' ? pick(Object.keys(HOSTILE_PROGRAMS), random) : undefined;
  const answers = trick === undefined ? honest : { ...honest, ...hostileAnswers(stock, trick) };
  const whole = await submissionOf(set, answers, {
    attempt: `${set.id}-2026-06-01-${name}`,
    student: name,
  });
  const shared = { file: `${name}.zip`, profile, answers } as const;
  if (profile !== 'broken') return { ...shared, bytes: whole, trick, cause: 'ok' };
  const broken = pick(Object.keys(BREAKAGES), random);
  const { cause, of } = BREAKAGES[broken] ?? { cause: 'ok', of: () => whole };
  return { ...shared, bytes: await of(whole), trick: broken, cause };
}

function drawnAnswer(
  { question, right, others }: Stocked,
  profile: Profile,
  random: Random,
): [string, Answer][] {
  const drawn = random();
  const isRight = profile === 'right' || (profile !== 'wrong' && drawn < 0.55);
  if (isRight) return [[question.id, right]];
  const isLeftOut = profile !== 'wrong' && drawn > 0.9;
  return isLeftOut || others.length === 0 ? [] : [[question.id, pick(others, random)]];
}

function hostileAnswers(stock: readonly Stocked[], trick: string): Record<string, Answer> {
  const code = stock.flatMap(({ question }) => (question.kind === 'code' ? [question] : []));
  return Object.fromEntries(
    code.map(({ id, entry }) => [id, { files: { [entry.file]: HOSTILE_PROGRAMS[trick] ?? '' } }]),
  );
}

function pick<T>(from: readonly T[], random: Random): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error('there is nothing to pick from');
  return picked;
}
