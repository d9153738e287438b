/**
 * Every message between the extension host and a webview. The host holds all state; a webview pulls it on `ready`,
 * keeps none of its own, and may be thrown away at any moment. A request is answered exactly once, with a result or
 * a failure. Run-time shapes stand in `taskChannel.ts` and `attackChannel.ts`.
 */

import { type Answer } from '../core/answer/answer.ts';
import { type Echo } from '../core/grade/echo.ts';
import { type Verdict } from '../core/grade/verdict.ts';
import { type PublicTask } from '../core/taskset/publicTask.ts';

// A webview sees core through these messages only.
export type { Answer, AnswerOf } from '../core/answer/answer.ts';
export type { Counterexample, Nested } from '../core/math/compare/comparison.ts';
export type { Echo } from '../core/grade/echo.ts';
export type { Verdict } from '../core/grade/verdict.ts';
export type {
  AuthoredKind,
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
  /** figure path in Markdown → URI that the webview may load */
  readonly figures: Readonly<Record<string, string>>;
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
  /** kept for this student, beyond this view and this exam */
  chooseWriting(params: { readonly writing: Writing }): null;
  openTask(params: { readonly task: string }): null;
  /** the actions of a code question */
  openCode(params: { readonly question: string }): null;
  runCode(params: { readonly question: string; readonly action: CodeAction }): null;
}

export type CodeAction = 'check' | 'run-cpu' | 'run-cuda' | 'reset';

/** What the host tells a task view unasked. */
export interface TaskEvents {
  /** something changed outside the view (a check ran from the editor, trust was granted): the new whole */
  stateChanged: TaskViewState;
  /** move the focus to a question */
  questionRevealed: { readonly question: string };
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
