/** A question about changing a program by line numbers, as loaded. */

import { type LineEdit } from '../answer/answer.ts';
import { type VerdictKind } from '../grade/verdict.ts';
import { type Place } from './place.ts';
import { type AuthoredQuestionOf } from './schema/questionSchema.ts';

type Authored = AuthoredQuestionOf<'lines'>;

export interface LinesExample {
  readonly at: Place;
  readonly name: string;
  /** text of the student's own program; undefined: the given one is changed */
  readonly own?: string | undefined;
  readonly edits: readonly LineEdit[];
  readonly verdict: VerdictKind;
  readonly points?: number | undefined;
  readonly mistake?: string | undefined;
}

export interface LinesFields {
  /** the code question whose answer is changed */
  readonly program: string;
  readonly entry: { readonly file: string; readonly function: string };
  /** text of a right program, for who has none */
  readonly given: string;
  /** in the task set's folder */
  readonly model: Readonly<Authored['model']>;
  readonly checker: Readonly<Authored['checker']>;
  readonly checks: readonly Readonly<Authored['checks'][number]>[];
  /** of the given program */
  readonly reference: readonly LineEdit[];
  readonly examples: readonly LinesExample[];
}
