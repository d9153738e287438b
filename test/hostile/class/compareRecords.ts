/** A grading that was disturbed beside one that was not: the same grades, or none yet. */
import {
  type Cause,
  type GradedQuestion,
  type GradeRecord,
} from '../../../src/core/gradebook/gradeRecord.ts';

export interface Comparison {
  readonly same: number;
  /** left to a person because of a fault, in a line each: no points are lost, but somebody has to look */
  readonly left: readonly string[];
  /** a line each */
  readonly wrong: readonly string[];
}

type Records = ReadonlyMap<string, GradeRecord>;

export function compareRecords(clean: Records, disturbed: Records): Comparison {
  const all = [...clean].map(([name, record]) => ({
    name,
    ...differences(record, disturbed.get(name)),
  }));
  const lines = (kind: 'left' | 'wrong'): string[] =>
    all.flatMap(({ name, [kind]: found }) => found.map((what) => `${name}: ${what}`));
  const same = all.filter(({ left, wrong }) => left.length + wrong.length === 0).length;
  return { same, left: lines('left'), wrong: lines('wrong') };
}

interface Differences {
  readonly left: readonly string[];
  readonly wrong: readonly string[];
}

function differences(clean: GradeRecord, found: GradeRecord | undefined): Differences {
  if (found === undefined) return { left: [], wrong: ['there is no record'] };
  if (isBlank(found) && !isBlank(clean)) {
    return { left: [`the whole: ${found.reason ?? found.cause}`], wrong: [] };
  }
  const left: string[] = [];
  const wrong: string[] = [];
  for (const id of new Set([...Object.keys(clean.questions), ...Object.keys(found.questions)])) {
    const [before, after] = [clean.questions[id], found.questions[id]];
    if (isSame(before, after)) continue;
    const line = `${id}: ${textOf(before)} → ${textOf(after)}`;
    (after !== undefined && waits(after) ? left : wrong).push(line);
  }
  if (!isSame(frameOf(clean), frameOf(found))) wrong.push('it says another thing of the whole');
  if (left.length === 0 && clean.points !== found.points) wrong.push('other points');
  return { left, wrong };
}

/** Ways to end that say nothing of an answer. */
const DISTURBED: ReadonlySet<Cause> = new Set(['crash', 'internal', 'memory', 'timeout']);

const isBlank = ({ cause }: GradeRecord): boolean => DISTURBED.has(cause);

const waits = ({ settled, cause }: GradedQuestion): boolean => !settled && DISTURBED.has(cause);

/** But for what questions say, and what depends on the time. */
function frameOf(record: GradeRecord): object {
  return { ...record, questions: undefined, points: undefined, times: undefined };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function textOf(question: GradedQuestion | undefined): string {
  return question === undefined
    ? 'nothing'
    : `${question.verdict} ${question.points} (${question.cause})`;
}
