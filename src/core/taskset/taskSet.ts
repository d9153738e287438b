/**
 * A task set as loaded: every referenced text is in place, every file is known to exist. It holds the solutions, so it
 * stays with the host; `publicTaskSet.ts` makes what readers may see.
 */

import { type DerivationAnswer, type Relation } from '../answer/answer.ts';
import { type VerdictKind } from '../grade/verdict.ts';
import { type Declarations } from '../math/declarations.ts';
import { type WrittenWorld } from '../math/derivation/world.ts';
import { type QuestionKind } from '../answer/answer.ts';
import { type HandInRules } from '../submission/handInRules.ts';
import { type DiagramFields } from './diagramQuestion.ts';
import { type DrawingFields } from './drawingQuestion.ts';
import { type LinesFields } from './linesQuestion.ts';
import { type CreditRule } from './creditRule.ts';
import { type Place } from './place.ts';
import { type AuthoredQuestionOf } from './schema/questionSchema.ts';

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
  /** the solution is not here: an answer can be read, but not judged */
  readonly withheld?: true | undefined;
}

/** File name in the student's folder → text. */
export type FileTexts = Readonly<Record<string, string>>;

export interface ModelReference {
  /** in the task set's folder, as in `5-programming/model.onnx` */
  readonly file: string;
  readonly sha256: string;
  /** who made it, with which data, under which licence; only as its author has it */
  readonly source?: string | undefined;
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

/** A form that a right value must have; formulas as the author wrote them, here and in all that follows. */
export interface RequiredForm {
  readonly avoid: readonly string[];
  readonly only?: readonly string[] | undefined;
  readonly factored: boolean;
  /** of a right value in another form */
  readonly points: number;
  readonly feedback: string;
}

export interface AnticipatedMistake {
  readonly answer: string;
  readonly name: string;
  readonly feedback: string;
  readonly points: number;
}

/** What is right as a continuation of other answers: `\answer{4b}` in it stands for the one to 4b. */
export interface FollowOn {
  readonly from: readonly string[];
  readonly answer: string;
}

export interface ExpressionExample {
  readonly at: Place;
  readonly answer: string;
  readonly verdict: VerdictKind;
  readonly points?: number | undefined;
  readonly mistake?: string | undefined;
  /** question id → answer to it */
  readonly given: Readonly<Record<string, string>>;
}

/** Something that a proof has to use. */
export interface Fact {
  readonly name: string;
  readonly points: number;
  /** where every other fact holds with equality */
  readonly slackIn?: WrittenWorld | undefined;
  /** where this one does too */
  readonly tightIn: readonly WrittenWorld[];
  /** a symbol: the step where it first occurs as a factor uses the fact */
  readonly introduces?: string | undefined;
  readonly reasons: readonly string[];
  readonly feedback: string;
}

type Steps = DerivationAnswer['steps'];

export interface DerivationExample {
  readonly at: Place;
  readonly name: string;
  readonly steps: Steps;
  readonly verdict: VerdictKind;
  readonly points?: number | undefined;
}

/** What a person, or the student alone, looks for in a text. */
export interface Criterion {
  /** Markdown with LaTeX, like `sample` */
  readonly criterion: string;
  readonly points: number;
  readonly sample?: string | undefined;
}

/** What a kind needs beyond the common fields. */
export interface QuestionFieldsOf {
  readonly choice: {
    readonly multiple: boolean;
    readonly credit: CreditRule;
    readonly options: readonly {
      readonly id: string;
      readonly text: string;
      readonly correct: boolean;
      readonly feedback: string;
    }[];
  };
  readonly expression: {
    readonly declarations: Declarations;
    /** LaTeX that the formula field offers; undefined: all letters */
    readonly palette?: readonly string[] | undefined;
    readonly asked?: string | undefined;
    readonly answers: readonly string[];
    readonly form: readonly RequiredForm[];
    readonly mistakes: readonly AnticipatedMistake[];
    readonly slipPoints: number;
    readonly followOn: readonly FollowOn[];
    readonly examples: readonly ExpressionExample[];
  };
  readonly derivation: {
    readonly declarations: Declarations;
    /** LaTeX that the formula field offers; undefined: all letters */
    readonly palette?: readonly string[] | undefined;
    readonly start: string;
    readonly relation: Relation;
    readonly goal: string;
    readonly norms: readonly (1 | 2)[];
    readonly facts: readonly Fact[];
    readonly connected: number;
    readonly factsPerStep: number;
    readonly reference: Steps;
    readonly examples: readonly DerivationExample[];
  };
  readonly drawing: DrawingFields;
  readonly text: {
    /** tag of the language that it is written in: words and sentences are counted by its rules */
    readonly language: string;
    readonly maxWords?: number | undefined;
    readonly maxSentences?: number | undefined;
    readonly modelAnswer: string;
    readonly rubric: readonly Criterion[];
  };
  readonly diagram: DiagramFields;
  readonly lines: LinesFields;
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
export type QuestionOf<K extends QuestionKind> = {
  readonly [P in K]: QuestionCommon & { readonly kind: P } & QuestionFieldsOf[P];
}[K];

export type Question = QuestionOf<QuestionKind>;

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
  /** path → SVG, of those that are drawn otherwise in every variant */
  readonly pictures?: Readonly<Record<string, string>> | undefined;
  /** where their bytes lie in the set's folder; absent: in the task's, under the same path */
  readonly figureFiles?: Readonly<Record<string, ModelReference>> | undefined;
}

export const REVEALS = ['explanations', 'hints', 'model-answers'] as const;

export type Reveal = (typeof REVEALS)[number];

export interface TaskSet {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly version: string;
  readonly points: number;
  /** in an exam nothing is given away; when practising, model answers are shown to who has answered */
  readonly mode: 'practice' | 'exam';
  /** how many variants there are, drawn by seed; 0: every student gets the same */
  readonly variants: number;
  /** which of them this is, from 1; 0 where there are none */
  readonly variant: number;
  /** a student's copy has no solutions where the set is an exam: it can be answered, but not graded */
  readonly copy: 'whole' | 'student';
  /** what students who practise may see beyond their verdicts */
  readonly reveal: readonly Reveal[];
  /** of a student's copy: SHA-256 over salt and secrets of the whole set, by which both can be told to belong together */
  readonly commitment?: string | undefined;
  readonly handIn?: HandInRules | undefined;
  readonly tasks: readonly Task[];
}

export function questionsOf(set: TaskSet): readonly Question[] {
  return set.tasks.flatMap((task) => task.questions);
}
