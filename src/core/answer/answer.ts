/** What a student gives, one shape per question kind. These are stable: other programs write them. */

export interface ChoiceAnswer {
  readonly selected: readonly string[];
}

export const DRAWN_TYPES = ['line', 'ray', 'segment', 'polyline'] as const;

export type DrawnType = (typeof DRAWN_TYPES)[number];

/** In data units. A ray starts at its first point and runs through its second. */
export interface DrawnItem {
  readonly type: DrawnType;
  readonly points: readonly (readonly [number, number])[];
}

export interface DrawnLabel {
  readonly at: readonly [number, number];
  readonly latex: string;
}

export interface DrawingAnswer {
  readonly items: readonly DrawnItem[];
  readonly labels: readonly DrawnLabel[];
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
  /** how the student holds it against the rubric, once model answer and rubric were shown */
  readonly review?: TextReview | undefined;
}

export interface TextReview {
  /** the text as it stood when the model answer was shown */
  readonly of: string;
  /** which criteria it meets, by their place in the rubric, from 0 */
  readonly met: readonly number[];
}

export const NODE_ROLES = ['input', 'parameter', 'state', 'operation', 'output', 'loss'] as const;

export type NodeRole = (typeof NODE_ROLES)[number];

export interface DiagramNode {
  readonly id: string;
  /** LaTeX or plain text */
  readonly label: string;
  readonly role?: NodeRole | undefined;
  /** where it is drawn, x to the right and y down; says nothing about the network */
  readonly at?: readonly [number, number] | undefined;
}

export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  readonly label?: string | undefined;
}

export interface DiagramAnswer {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

export interface CodeAnswer {
  /** file name → source text */
  readonly files: Readonly<Record<string, string>>;
}

export const EDIT_ACTIONS = ['replace', 'insert-after', 'delete'] as const;

export type EditAction = (typeof EDIT_ACTIONS)[number];

export interface LineEdit {
  /** of the program as it stands before any edit, from 1; 0 with `insert-after` is before the first line */
  readonly line: number;
  readonly action: EditAction;
  /** one line or more; none with `delete` */
  readonly text?: string | undefined;
  /** how the line read when the edit was written, so that a program that has changed since is noticed */
  readonly was?: string | undefined;
}

/** No edits at all say that nothing has to change. */
export interface LinesAnswer {
  /** which program is changed: the student's own, or the one that the question gives; own where there is one */
  readonly base?: 'own' | 'given' | undefined;
  readonly edits: readonly LineEdit[];
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

/** In the order in which they are told. */
export const QUESTION_KINDS = [
  'choice',
  'drawing',
  'expression',
  'derivation',
  'text',
  'diagram',
  'code',
  'lines',
] as const satisfies readonly QuestionKind[];

export type Answer = AnswerOf[QuestionKind];
