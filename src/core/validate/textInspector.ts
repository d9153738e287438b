/** What is looked for inside a text; whoever can typeset brings it along. */

export interface Flaw {
  /** in characters from the start of the text */
  readonly offset: number;
  readonly message: string;
}

export interface Link {
  readonly offset: number;
  readonly target: string;
}

export interface InspectedText {
  /** what is not shown as it is meant */
  readonly flaws: readonly Flaw[];
  readonly links: readonly Link[];
}

export interface TextInspector {
  readonly markdown: (text: string) => InspectedText;
  /** LaTeX by itself */
  readonly formula: (latex: string) => readonly Flaw[];
}
