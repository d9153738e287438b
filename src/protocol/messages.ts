/**
 * Every message between the extension host and a webview. The host holds all state; a webview pulls it on `ready`,
 * keeps none of its own, and may be thrown away at any moment. A request is answered exactly once, with a result or
 * a failure. Run-time shapes stand in `taskChannel.ts` and `attackChannel.ts`.
 */

import { type Answer, type AnswerOf } from '../core/answer/answer.ts';
import { type LineEcho } from '../core/plane/lineEcho.ts';
import { type Echo } from '../core/grade/echo.ts';
import { type Verdict } from '../core/grade/verdict.ts';
import { type EditComplaint, type EditedLine } from '../core/program/editedLine.ts';
import { type Place } from '../core/taskset/place.ts';
import { type PublicTask } from '../core/taskset/publicTask.ts';
import { type SolutionPart } from '../core/taskset/solution.ts';

// A webview sees core through these messages only.
export type {
  Answer,
  AnswerOf,
  DiagramEdge,
  DiagramNode,
  DrawnItem,
  DrawnLabel,
  DrawnType,
  EditAction,
  LineEdit,
  NodeRole,
  QuestionKind,
  TextReview,
} from '../core/answer/answer.ts';
export type { LineEcho } from '../core/plane/lineEcho.ts';
export type { PlanePoint, PlaneWindow, Polyline } from '../core/plane/plane.ts';
export type { Counterexample, Nested } from '../core/math/compare/comparison.ts';
export type { Echo } from '../core/grade/echo.ts';
export type { EditedLine } from '../core/program/editedLine.ts';
export type { Verdict } from '../core/grade/verdict.ts';
export type { SolutionEntry, SolutionPart } from '../core/taskset/solution.ts';
export type {
  PaletteSymbol,
  PublicQuestion,
  PublicQuestionOf,
} from '../core/taskset/publicTask.ts';

export interface QuestionState {
  readonly answer?: Answer | undefined;
  /** of the answer as it stands; absent once the answer has changed since the check */
  readonly verdict?: Verdict | undefined;
  /** counts the saves of this question, so that a late reply cannot pass for a newer one */
  readonly revision: number;
}

export interface TaskLink {
  readonly id: string;
  readonly title: string;
}

export interface TaskViewState {
  readonly taskSetTitle: string;
  /** tag of the language of the texts, such as en: words and sentences are counted by its rules */
  readonly language: string;
  readonly task: PublicTask;
  readonly questions: Readonly<Record<string, QuestionState>>;
  readonly previous?: TaskLink | undefined;
  readonly next?: TaskLink | undefined;
  /** the folder is not trusted: reading and answering work, running code does not */
  readonly restricted: boolean;
  /** reading only, with the reason: saving failed, or another window holds the attempt */
  readonly readOnly?: string | undefined;
  /** how this student likes to write formulas */
  readonly writing: Writing;
  /** in an exam nothing is given away, and nobody is asked for suggestions */
  readonly mode: 'practice' | 'exam';
  /** false: a check says whether an answer can be read, and no more */
  readonly canGrade: boolean;
  /** texts may be compared with a model answer */
  readonly modelAnswers: boolean;
  /** a language model may be asked what it makes of a text */
  readonly suggestions: boolean;
  /** figure path in Markdown → URI that the webview may load */
  readonly figures: Readonly<Record<string, string>>;
  /** what only an author's preview shows */
  readonly preview?: PreviewState | undefined;
}

export interface PreviewState {
  /** of the set as it lies on the disk */
  readonly problems: readonly PreviewProblem[];
  /** the set cannot be read: the task is shown as it was when it could */
  readonly isStale: boolean;
  /** of a set that has variants */
  readonly variant?: PreviewVariant | undefined;
  /** by which the host knows this preview again after the window was reloaded */
  readonly memento: string;
  /** question → what its author has written beyond what students see; undefined: shown as to students */
  readonly solutions?: Readonly<Record<string, readonly SolutionPart[]>> | undefined;
}

export interface PreviewVariant {
  /** from 1 */
  readonly shown: number;
  readonly count: number;
}

export interface PreviewProblem extends Place {
  readonly message: string;
}

/** Formulas are written as they look, or as text. */
export type Writing = 'formula' | 'text';

/** What a task view may ask of the host. */
export interface TaskRequests {
  ready(params: Record<string, never>): TaskViewState;
  /** resolves when the answer is on disk; `revision` is the one that the change was made to, null clears the answer */
  saveAnswer(params: {
    readonly question: string;
    readonly answer: Answer | null;
    readonly revision: number;
  }): QuestionState;
  checkAnswer(params: { readonly question: string }): QuestionState;
  /** how a formula of that question is read: at once, for the echo beside its field */
  readMathematics(params: { readonly question: string; readonly latex: string }): Echo;
  /** the line that an equation between the two letters of the plane describes: for who writes what others draw */
  readLine(params: { readonly question: string; readonly text: string }): LineEcho;
  /** the program that a question about changing one speaks of, and what the edits make of it */
  previewEdits(params: {
    readonly question: string;
    readonly answer: AnswerOf['lines'];
  }): EditsPreview;
  /** model answer and rubric, once an answer is written; refused in an exam */
  reviewText(params: { readonly question: string }): TextReviewSheet;
  /** what a language model makes of the answer, where the student has switched that on; never points */
  suggestReview(params: { readonly question: string }): ReviewSuggestions;
  /** kept for this student, beyond this view and this exam */
  chooseWriting(params: { readonly writing: Writing }): null;
  openTask(params: { readonly task: string }): null;
  /** in an author's preview: where something is wrong in the set */
  openPlace(params: Place): null;
  /** in an author's preview: another variant of the set, from 1 */
  chooseVariant(params: { readonly variant: number }): null;
  /** the actions of a code question */
  openCode(params: { readonly question: string }): null;
  runCode(params: { readonly question: string; readonly action: CodeAction }): null;
}

export interface EditsPreview {
  /** the program that is changed: the student's own, the one that the question gives, or none so far */
  readonly base: 'own' | 'given' | 'none';
  /** how the student's own program stands, as far as it was checked */
  readonly own: 'missing' | 'unchecked' | 'failing' | 'passing';
  /** in order, each line of the program before or after, or of both */
  readonly rows: readonly EditedLine[];
  /** edits that cannot be applied, by their place in the answer, with a sentence each */
  readonly complaints: readonly EditComplaint[];
}

export interface TextReviewSheet {
  /** Markdown with LaTeX, here and below */
  readonly modelAnswer: string;
  readonly rubric: readonly {
    readonly criterion: string;
    readonly points: number;
    readonly sample?: string | undefined;
  }[];
}

export interface ReviewSuggestions {
  /** name of the language model */
  readonly model: string;
  /** one for each criterion, in order */
  readonly suggestions: readonly {
    readonly met: 'yes' | 'no' | 'unclear';
    readonly why: string;
  }[];
}

export type CodeAction = 'check' | 'run-cpu' | 'run-cuda' | 'reset';

/** What the host tells a task view unasked. */
/** What the host may ask of a task view. */
export interface TaskViewRequests {
  /** sends what was typed and is not saved yet; resolves when the host has it all, or could not save it */
  flush(params: Record<string, never>): null;
}

export interface TaskEvents {
  /** something changed outside the view (a check ran from the editor, trust was granted): the new whole */
  stateChanged: TaskViewState;
  /** move the focus to a question */
  questionRevealed: { readonly question: string };
  /** bring a question into sight, or the head of the task; the focus stays where it is */
  questionShown: { readonly question?: string | undefined };
}

export type AttackStatus = 'preparing' | 'running' | 'done' | 'failed' | 'cancelled';

/** One attack as the result view shows it. Arrays run over iterations unless said otherwise. */
export interface AttackViewState {
  readonly status: AttackStatus;
  /** what went wrong, in one sentence, and where (`adversarial.ts:9`) */
  readonly failure?: { readonly message: string; readonly at?: string | undefined } | undefined;
  readonly provider?: string | undefined;
  /** why the provider is not the one that was asked for */
  readonly providerNote?: string | undefined;
  /** what the program printed; known when it has ended */
  readonly output?: string | undefined;
  readonly iterations: number;
  readonly iterationsPerSecond?: number | undefined;
  readonly ms?: number | undefined;
  readonly loss: readonly number[];
  /** one entry per row of x */
  readonly rows: readonly AttackRow[];
  /** f on a grid, row by row from the bottom, for models with two inputs */
  readonly field?: FieldPicture | undefined;
}

export interface AttackRow {
  readonly x: readonly number[];
  readonly t: number;
  /** z after iteration 0, 1, …; absent where z is too large to be recorded */
  readonly path?: readonly (readonly number[])[] | undefined;
  readonly z?: readonly number[] | undefined;
  readonly output?: readonly number[] | undefined;
  readonly distance?: readonly number[] | undefined;
  readonly success?: boolean | undefined;
}

/** f at `columns` × `rows` points, evenly spaced over both ranges, their ends included. */
export interface FieldPicture {
  readonly x1: readonly [number, number];
  readonly x2: readonly [number, number];
  readonly columns: number;
  readonly rows: number;
  readonly values: readonly number[];
}

/** What an attack view may ask of the host. */
export interface AttackRequests {
  ready(params: Record<string, never>): AttackViewState;
  cancel(params: Record<string, never>): null;
  rerun(params: { readonly provider: 'auto' | 'cpu' | 'cuda' }): null;
  showCode(params: Record<string, never>): null;
  /** SVG text or a PNG as base64; the host asks where to put it and writes it. Resolves to the path, or null if the user chose none. */
  exportPicture(params: {
    readonly name: string;
    readonly format: 'svg' | 'png';
    readonly content: string;
  }): string | null;
}

export interface AttackEvents {
  stateChanged: AttackViewState;
}
