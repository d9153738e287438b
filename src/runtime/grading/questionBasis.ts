/**
 * What the verdict on a question rests on, as a hash: its authored data and files, those of the questions whose answers
 * it looks at, the checker, and for programs the seed. Where it is the same, an earlier verdict stands.
 */
import { createHash } from 'node:crypto';
import { type QuestionKind } from '../../core/answer/answer.ts';
import { looksAt } from '../../core/gradebook/looksAt.ts';
import { type Question, type TaskSet, questionsOf } from '../../core/taskset/taskSet.ts';

/** Counted up by hand when a checker is changed so that it may judge otherwise. */
const CHECKERS: { readonly [K in QuestionKind]: number } = {
  choice: 1,
  drawing: 1,
  expression: 1,
  derivation: 1,
  text: 1,
  diagram: 1,
  code: 2,
  lines: 1,
};

const SEEDED: ReadonlySet<QuestionKind> = new Set(['code', 'lines']);

/** Question id → 64 hexadecimal digits. */
export function questionBases(set: TaskSet, seed: string): ReadonlyMap<string, string> {
  const questions = new Map(questionsOf(set).map((question) => [question.id, question]));
  return new Map(
    [...questions].map(([id, question]) => {
      const others = looksAt(question).map((other) => questions.get(other));
      const parts = [question, ...others].map((each) => each && [CHECKERS[each.kind], plain(each)]);
      const seeded = SEEDED.has(question.kind) ? seed : '';
      return [id, digest(`${seeded} ${JSON.stringify(parts)}`)];
    }),
  );
}

/** Without the place in its file, which moves when something above it changes. */
function plain(question: Question): unknown {
  return sorted({ ...question, at: undefined });
}

/** The same for equal values: maps and sets as lists, fields in order of their names. */
function sorted(value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value].map(sorted);
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => name !== 'at' || !isPlace(value));
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, sorted(each)]),
  );
}

/** `at` is a point where it is not a place in a file. */
function isPlace(value: object): boolean {
  return 'at' in value && typeof value.at === 'object' && value.at !== null && 'line' in value.at;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
