/** A task as its reader sees it: nothing in here is secret, so it may go to a webview or a published package. */

import { type QuestionKind, type Relation } from '../answer/answer.ts';
import { type PlaneWindow } from '../plane/plane.ts';
import { type HandInRules } from '../submission/handInRules.ts';
import { type CreditRule } from './creditRule.ts';

export interface Option {
  readonly id: string;
  /** Markdown with LaTeX */
  readonly text: string;
}

/** A symbol of the question, for the palette of a formula field. */
export interface PaletteSymbol {
  /** what it looks like */
  readonly latex: string;
  /** LaTeX to put in, with `\placeholder{}` where an index has to be filled in */
  readonly insert: string;
  /** in words, for who cannot see it: its name and what it is */
  readonly label: string;
}

/** What a kind shows beyond the prompt. */
export interface PublicFieldsOf {
  readonly choice: {
    readonly options: readonly Option[];
    readonly multiple: boolean;
    /** where several may be selected: how partly right selections count */
    readonly credit?: CreditRule | undefined;
  };
  /** numbers are data units */
  readonly drawing: {
    /** LaTeX of the letters of the plane, to the right and up */
    readonly axes: readonly [string, string];
    readonly window: PlaneWindow;
    /** distance of the grid lines */
    readonly grid: number;
    /** how far a drawn point may lie from the true one */
    readonly tolerance: number;
    /** whether formulas may, or have to, be put on the pieces */
    readonly labels: 'none' | 'optional' | 'required';
    /** the question whose drawing stands in the background */
    readonly over?: string | undefined;
    readonly palette: readonly PaletteSymbol[];
  };
  /** `asked` is the LaTeX of what is asked for */
  readonly expression: {
    readonly asked?: string | undefined;
    readonly palette: readonly PaletteSymbol[];
  };
  /** LaTeX of both ends */
  readonly derivation: {
    readonly start: string;
    readonly relation: Relation;
    readonly goal: string;
    readonly palette: readonly PaletteSymbol[];
  };
  readonly text: {
    readonly maxWords?: number | undefined;
    readonly maxSentences?: number | undefined;
  };
  readonly diagram: { readonly palette: readonly PaletteSymbol[] };
  /** `entry` is the file and the function that are checked, as in `adversarial.ts` and `adversarial` */
  readonly code: {
    readonly files: readonly string[];
    readonly entry: { readonly file: string; readonly function: string };
  };
  /** the code question whose answer is changed, and the name of the file */
  readonly lines: { readonly program: string; readonly file: string };
}

interface PublicCommon {
  readonly id: string;
  readonly title: string;
  /** Markdown with LaTeX */
  readonly prompt: string;
  readonly points: number;
  /** what the source of the exam had lost here and how it was repaired; Markdown */
  readonly sourceNote?: string | undefined;
}

/** Written as a lookup, so that `table[question.kind](question)` type-checks for any K. */
export type PublicQuestionOf<K extends QuestionKind> = {
  readonly [P in K]: PublicCommon & { readonly kind: P } & PublicFieldsOf[P];
}[K];

export type PublicQuestion = PublicQuestionOf<QuestionKind>;

export interface PublicTask {
  readonly id: string;
  readonly title: string;
  /** Markdown with LaTeX */
  readonly prompt: string;
  readonly points: number;
  readonly sourceNote?: string | undefined;
  readonly questions: readonly PublicQuestion[];
  /** figures by the path that the Markdown uses, relative to the task's folder */
  readonly figures: readonly string[];
}

export interface PublicTaskSet {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly version: string;
  readonly points: number;
  /** in an exam nothing is given away */
  readonly mode: 'practice' | 'exam';
  /** which variant of the set this is, from 1; 0 where there are none */
  readonly variant: number;
  /** false: answers are kept and handed in, and graded by the instructor alone */
  readonly canGrade: boolean;
  /** who has answered may see model answers and rubrics */
  readonly modelAnswers: boolean;
  readonly handIn?: HandInRules | undefined;
  readonly tasks: readonly PublicTask[];
}
