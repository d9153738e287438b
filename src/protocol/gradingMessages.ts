/**
 * Every message between the extension host and a grading view. The host knows the students and holds all decisions; the
 * view knows an answer by a number that says nothing, unless the grader asked for names.
 */

/** HTML of our own making: whatever was foreign in it is escaped already. */
export type Markup = string;

export type GradingTone = 'right' | 'partly' | 'wrong' | 'open' | 'none';

export interface GradingViewState {
  readonly taskSetTitle: string;
  /** tag of the language of the texts, such as en */
  readonly language: string;
  readonly submissions: number;
  readonly questions: readonly GradingQuestion[];
  readonly showsNames: boolean;
  /** sentences about the grading as a whole, such as records that were made with another task set */
  readonly notices: readonly string[];
  /** whether pages and tables do not tell yet what was decided */
  readonly isStale: boolean;
}

/** What a view begins with. */
export interface GradingOpening {
  readonly state: GradingViewState;
  /** what it gave to keep before it was closed; absent: nothing */
  readonly drafts?: string | undefined;
}

export interface GradingQuestion {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  /** how many answers wait for a person, and how many a person has decided */
  readonly open: number;
  readonly decided: number;
}

/** What was asked, and what an answer is held against. */
export interface Asked {
  /** of which variant it is, from 1; absent where there are none */
  readonly variant?: number | undefined;
  readonly prompt: Markup;
  readonly modelAnswer?: Markup | undefined;
  readonly rubric: readonly RubricRow[];
}

/** One question, for the whole class; with variants, as one of them asks it. */
export interface GradingSheet extends Asked {
  readonly question: string;
  /** in the order in which they are graded, which is another one for each question */
  readonly answers: readonly AnswerEntry[];
}

export interface RubricRow {
  readonly criterion: Markup;
  readonly points: number;
  readonly sample?: Markup | undefined;
}

export interface AnswerEntry {
  readonly key: number;
  /** "Submission 7", or what the student is called where names are shown */
  readonly name: string;
  /** `checked`: it has its points without a person */
  readonly standing: 'open' | 'decided' | 'checked';
  /** absent while it is open */
  readonly points?: number | undefined;
}

export interface AnswerSheet {
  readonly key: number;
  /** with variants: in place of what the question's sheet says */
  readonly asked?: Asked | undefined;
  readonly answer: Markup;
  /** what the check said of it */
  readonly outcome: { readonly words: string; readonly tone: GradingTone };
  readonly remarks: readonly Markup[];
  /** of the check; final only where `settled` */
  readonly points: number;
  readonly settled: boolean;
  readonly decision?: AnswerDecision | undefined;
  /** of the other submissions with the same answer */
  readonly identical: readonly number[];
}

export interface AnswerDecision {
  readonly points: number;
  /** places in the rubric, from 0 */
  readonly ticks: readonly number[];
  /** Markdown with LaTeX, for the student; empty: none */
  readonly comment: string;
}

/** What is on disk now. */
export interface Saved {
  /** those that are other than before */
  readonly entries: readonly AnswerEntry[];
  readonly state: GradingViewState;
  /** a sentence, where another window decided the same meanwhile */
  readonly note?: string | undefined;
}

/** What a grading view may ask of the host. */
export interface GradingRequests {
  ready(params: Record<string, never>): GradingOpening;
  /** Keeps what is not saved yet, in the view's own words, until it is opened again; empty: there is nothing any more. */
  keepDrafts(params: { readonly text: string }): null;
  openQuestion(params: { readonly question: string }): GradingSheet;
  showAnswer(params: { readonly question: string; readonly key: number }): AnswerSheet;
  /** Answers once it is on disk. `keys`: the answer, and others that are identical to it. */
  decide(params: {
    readonly question: string;
    readonly keys: readonly number[];
    readonly decision: AnswerDecision;
  }): Saved;
  /** Takes back the last decision that this view made; it says which question and answer that was. */
  undo(params: Record<string, never>): Undone;
  /** How a comment will look. */
  typeset(params: { readonly text: string }): Markup;
  /** Puts names on and off. */
  showNames(params: { readonly on: boolean }): GradingViewState;
  /** Writes pages and tables anew. Answers with a sentence. */
  writeResults(params: Record<string, never>): string;
}

export interface Undone {
  /** absent where there was nothing to take back */
  readonly question?: string | undefined;
  readonly key?: number | undefined;
  readonly saved?: Saved | undefined;
}

export interface GradingEvents {
  /** files changed on disk, or results were written: what is shown is to be asked for again */
  stateChanged: GradingViewState;
}
