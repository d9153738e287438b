/** What a student gives, one shape per question kind. These are stable: other programs write them. */

export interface ChoiceAnswer {
  readonly selected: readonly string[];
}

export interface DrawingAnswer {
  readonly items: readonly {
    readonly type: 'line' | 'ray' | 'segment' | 'polyline';
    readonly points: readonly (readonly [number, number])[];
  }[];
  readonly labels: readonly { readonly at: readonly [number, number]; readonly latex: string }[];
}

export interface ExpressionAnswer {
  readonly latex: string;
}

export type Relation = '=' | '<=' | '<' | '>=' | '>';

export interface DerivationAnswer {
  readonly steps: readonly {
    readonly relation?: Relation | undefined;
    readonly latex: string;
    readonly reason?: string | undefined;
  }[];
}

export interface TextAnswer {
  readonly text: string;
}

export interface DiagramAnswer {
  readonly nodes: readonly { readonly id: string; readonly label: string }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly label?: string | undefined;
  }[];
}

export interface CodeAnswer {
  /** file name → source text */
  readonly files: Readonly<Record<string, string>>;
}

export interface LinesAnswer {
  readonly edits: readonly {
    /** 1-based */
    readonly line: number;
    readonly action: 'replace' | 'insert-after' | 'delete';
    readonly text?: string | undefined;
  }[];
}

/** The closed list of question kinds: everything that differs by kind is a table over its keys. */
export interface AnswerOf {
  readonly choice: ChoiceAnswer;
  readonly drawing: DrawingAnswer;
  readonly expression: ExpressionAnswer;
  readonly derivation: DerivationAnswer;
  readonly text: TextAnswer;
  readonly diagram: DiagramAnswer;
  readonly code: CodeAnswer;
  readonly lines: LinesAnswer;
}

export type QuestionKind = keyof AnswerOf;

export type Answer = AnswerOf[QuestionKind];
