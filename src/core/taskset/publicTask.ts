/** A task as its reader sees it: nothing in here is secret, so it may go to a webview or a published package. */

import { type Relation } from '../answer/answer.ts';

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

/** What a kind shows beyond the prompt; its keys are the kinds that can be authored. */
export interface PublicFieldsOf {
  readonly choice: { readonly options: readonly Option[]; readonly multiple: boolean };
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
  readonly text: { readonly maxWords?: number | undefined };
  /** `entry` is the file and the function that are checked, as in `adversarial.ts` and `adversarial` */
  readonly code: {
    readonly files: readonly string[];
    readonly entry: { readonly file: string; readonly function: string };
  };
}

export type AuthoredKind = keyof PublicFieldsOf;

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
export type PublicQuestionOf<K extends AuthoredKind> = {
  readonly [P in K]: PublicCommon & { readonly kind: P } & PublicFieldsOf[P];
}[K];

export type PublicQuestion = PublicQuestionOf<AuthoredKind>;

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
  readonly tasks: readonly PublicTask[];
}
