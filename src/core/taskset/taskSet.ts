/**
 * A task set as loaded: every referenced text is in place, every file is known to exist. It holds the solutions, so it
 * stays with the host; `publicTaskSet.ts` makes what readers may see.
 */

import { type AuthoredKind } from './authoredKind.ts';
import { type AuthoredQuestionOf } from './schema/questionSchema.ts';

/** Where something stands in the authored files; 1-based. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface QuestionCommon {
  readonly id: string;
  /** for what authors are told of the question */
  readonly at: Place;
  readonly title: string;
  readonly points: number;
  /** Markdown with LaTeX, like every longer text */
  readonly prompt: string;
  readonly sourceNote?: string | undefined;
  readonly hints: readonly string[];
  readonly explanation?: string | undefined;
}

/** File name in the student's folder → text. */
export type FileTexts = Readonly<Record<string, string>>;

export interface ModelReference {
  /** in the task set's folder, as in `5-programming/model.onnx` */
  readonly file: string;
  readonly sha256: string;
}

/** Rows of numbers. */
export type Rows = readonly (readonly number[])[];

export interface ExampleInput {
  readonly title: string;
  /** n×d */
  readonly x: Rows;
  /** n×1 */
  readonly t: Rows;
}

export interface ExampleProgram {
  /** in the task set's folder */
  readonly path: string;
  readonly files: FileTexts;
  readonly verdict: 'correct' | 'partial' | 'wrong';
  readonly mistake?: string | undefined;
}

type AuthoredCode = AuthoredQuestionOf<'code'>;

/** What a kind needs beyond the common fields. */
export interface QuestionFieldsOf {
  readonly choice: {
    readonly multiple: boolean;
    readonly credit: 'all-or-nothing' | 'right-minus-wrong';
    readonly options: readonly {
      readonly id: string;
      readonly text: string;
      readonly correct: boolean;
      readonly feedback: string;
    }[];
  };
  readonly text: {
    readonly maxWords?: number | undefined;
    readonly modelAnswer: string;
    readonly rubric: readonly {
      readonly criterion: string;
      readonly points: number;
      readonly sample?: string | undefined;
    }[];
  };
  readonly code: {
    readonly entry: { readonly file: string; readonly function: string };
    /** the skeleton of every file that the student writes */
    readonly files: FileTexts;
    /** what the student also gets, such as `tsconfig.json` */
    readonly handout: FileTexts;
    readonly reference: FileTexts;
    readonly model: ModelReference;
    readonly inputs: readonly ExampleInput[];
    readonly checker: Readonly<AuthoredCode['checker']>;
    readonly checks: readonly Readonly<AuthoredCode['checks'][number]>[];
    readonly examples: readonly ExampleProgram[];
  };
}

/** Written as a lookup, so that `table[question.kind](question)` type-checks for any K. */
export type QuestionOf<K extends AuthoredKind> = {
  readonly [P in K]: QuestionCommon & { readonly kind: P } & QuestionFieldsOf[P];
}[K];

export type Question = QuestionOf<AuthoredKind>;

export interface Task {
  /** also the name of its folder */
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly sourceNote?: string | undefined;
  readonly points: number;
  readonly questions: readonly Question[];
  /** pictures by the path that the Markdown uses, relative to the task's folder */
  readonly figures: readonly string[];
}

export interface TaskSet {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly version: string;
  readonly points: number;
  readonly tasks: readonly Task[];
}

export function questionsOf(set: TaskSet): readonly Question[] {
  return set.tasks.flatMap((task) => task.questions);
}
