/** A class as it stands: every submission with what was decided of it, and how its answers are put in order for grading. */
import { isDeepStrictEqual } from 'node:util';
import { type FinalGrade, finalGrade, type Graded } from '../../core/gradebook/finalGrade.ts';
import { type AskedTogether, askedTogether, sameness } from '../../core/gradebook/sameAnswer.ts';
import { type Question, questionsOf, type TaskSet } from '../../core/taskset/taskSet.ts';
import { type Gradebook } from '../../runtime/gradebook/gradebook.ts';
import { gradingOrder } from '../../runtime/gradebook/gradingOrder.ts';
import { type GradedSet } from '../../runtime/grading/gradedSet.ts';

/** One submission, in the variant that its student had. */
export interface Submitted {
  readonly graded: Graded;
  readonly grade: FinalGrade;
  readonly set: TaskSet;
}

/** One answer among those to its question. */
export interface PlacedAnswer extends Submitted {
  readonly key: number;
  /** from 1, in the order of grading */
  readonly place: number;
}

export class GradedClass {
  readonly set: TaskSet;
  readonly seed: string;
  /** those of which there is something to see */
  readonly submissions: readonly Submitted[];
  /** those that could not be read or graded as a whole, or were graded in a variant that is no more */
  readonly hidden: readonly string[];
  readonly #answers = new Map<string, readonly PlacedAnswer[]>();
  readonly #same = new Map<string, ReadonlyMap<string, string>>();

  constructor({ graded, head }: Gradebook, { set, setOf }: GradedSet) {
    this.set = set;
    this.seed = head.seed;
    const all = graded.map((each) => submitted(each, setOf));
    this.submissions = all.filter((each) => each !== undefined).filter(isThere);
    const shown = new Set(this.submissions.map(({ grade }) => grade.submission));
    this.hidden = graded
      .map(({ record }) => record.submission)
      .filter((submission) => !shown.has(submission));
  }

  get questions(): readonly Question[] {
    return questionsOf(this.set);
  }

  /** Throws where there is none of that id. */
  question(id: string): Question {
    const found = this.questions.find((question) => question.id === id);
    if (found === undefined) throw new Error(`There is no question ${id} in the task set.`);
    return found;
  }

  /** All answers to a question, in the order of grading. */
  answers(question: string): readonly PlacedAnswer[] {
    const known = this.#answers.get(question);
    if (known !== undefined) return known;
    const all = new Map(this.submissions.map((each) => [each.grade.submission, each]));
    const order = gradingOrder(this.seed, question, [...all.keys()]);
    const placed = order.flatMap(({ key, submission }, index): PlacedAnswer[] => {
      const found = all.get(submission);
      return found === undefined ? [] : [{ ...found, key, place: index + 1 }];
    });
    this.#answers.set(question, placed);
    return placed;
  }

  /** Throws where there is no such answer, as after its submission was taken away. */
  answer(question: string, key: number): PlacedAnswer {
    const found = this.answers(question).find((each) => each.key === key);
    if (found === undefined) throw new Error('This answer is not there any more.');
    return found;
  }

  /** The other submissions with the same answer. */
  identical(question: string, { grade }: PlacedAnswer): readonly PlacedAnswer[] {
    const same = this.#sameness(question);
    const own = same.get(grade.submission);
    if (own === undefined) return [];
    return this.answers(question).filter(
      (other) =>
        other.grade.submission !== grade.submission && same.get(other.grade.submission) === own,
    );
  }

  #sameness(question: string): ReadonlyMap<string, string> {
    const known = this.#same.get(question);
    if (known !== undefined) return known;
    const asked = askedIn(this.submissions, question);
    const found = new Map(
      this.submissions.flatMap(({ grade, set }) => {
        const here = asked.get(set);
        const text = here && sameness(here.asked, grade.record);
        return text === undefined ? [] : [[grade.submission, `${here?.place} ${text}`] as const];
      }),
    );
    this.#same.set(question, found);
    return found;
  }
}

interface AskedIn {
  readonly asked: AskedTogether;
  /** the same for all variants that ask the same */
  readonly place: number;
}

/** What each variant asks; a question that does not vary is the same one in all of them. */
function askedIn(submissions: readonly Submitted[], question: string): Map<TaskSet, AskedIn> {
  const different: AskedTogether[] = [];
  const found = new Map<TaskSet, AskedIn>();
  for (const set of new Set(submissions.map((each) => each.set))) {
    const asked = askedTogether(set, question);
    const known = different.findIndex((other) => isDeepStrictEqual(other, asked));
    found.set(set, { asked, place: known < 0 ? different.push(asked) - 1 : known });
  }
  return found;
}

function submitted(graded: Graded, setOf: GradedSet['setOf']): Submitted | undefined {
  try {
    const set = setOf(graded.record.variant);
    return { graded, set, grade: finalGrade(graded, set) };
  } catch {
    return undefined; // another version of the set, without this variant
  }
}

const isThere = ({ grade }: Submitted): boolean => grade.standing !== 'not-gradable';
