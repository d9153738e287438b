/** A drawing question as loaded: the function, the window, and what is asked for. */

import { type DrawingAnswer } from '../answer/answer.ts';
import { type VerdictKind } from '../grade/verdict.ts';
import { type Declarations } from '../math/declarations.ts';
import { type PlanePoint, type PlaneWindow } from '../plane/plane.ts';
import { type Place } from './place.ts';

/** Whether the pieces are labelled with their formulas. */
export const ASKED_LABELS = ['none', 'optional', 'required'] as const;

/** What is to be drawn. */
export type Drawn =
  /** the borders between the pieces on which the function is linear */
  | {
      readonly kind: 'pieces';
      readonly labels: (typeof ASKED_LABELS)[number];
      readonly labelPoints: number;
    }
  /** where the function equals `value` */
  | { readonly kind: 'level-set'; readonly value: number };

/** A piece of the plane that the author names. */
export interface NamedPiece {
  /** a point inside */
  readonly at: PlanePoint;
  readonly name: string;
  /** of a level set: what the part on it earns */
  readonly points?: number | undefined;
}

/** A function that is mistaken for the right one. */
export interface MistakenFunction {
  readonly function: string;
  /** of a level set: mistaken for the value asked for */
  readonly value?: number | undefined;
  readonly name: string;
  readonly feedback: string;
  /** the most that a drawing with it earns */
  readonly points?: number | undefined;
}

export interface DrawingExample {
  readonly at: Place;
  readonly name: string;
  readonly answer: DrawingAnswer;
  readonly verdict: VerdictKind;
  readonly points?: number | undefined;
  readonly mistake?: string | undefined;
}

export interface DrawingFields {
  readonly declarations: Declarations;
  /** LaTeX that label fields offer; undefined: all letters */
  readonly palette?: readonly string[] | undefined;
  /** formulas as the author wrote them, here and in all that follows */
  readonly axes: readonly [string, string];
  readonly function: string;
  readonly window: PlaneWindow;
  /** distance of the grid lines, in data units */
  readonly grid: number;
  /** how far a drawn point may lie from the true one, in data units */
  readonly tolerance: number;
  readonly ask: Drawn;
  /** all pieces of the window, or none */
  readonly pieces: readonly NamedPiece[];
  readonly mistakes: readonly MistakenFunction[];
  /** the drawing question whose answer stands in the background */
  readonly over?: string | undefined;
  readonly examples: readonly DrawingExample[];
}
