/** A question about changing a program, as loaded. */

import { type LineEdit } from '../answer/answer.ts';
import { type VerdictKind } from '../grade/verdict.ts';
import { type Place } from './place.ts';

export interface LinesExample {
  readonly at: Place;
  readonly name: string;
  readonly edits: readonly LineEdit[];
  readonly verdict: VerdictKind;
  readonly points?: number | undefined;
}

export interface LinesFields {
  /** the code question whose answer is changed */
  readonly program: string;
  readonly entry: { readonly file: string; readonly function: string };
  /** text of a right program, for who has none */
  readonly given: string;
  readonly reference: readonly LineEdit[];
  readonly examples: readonly LinesExample[];
}
