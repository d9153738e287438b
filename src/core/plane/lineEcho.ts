/** How the equation of a line was read: plain data, for whoever writes what others draw. */

import { type PlanePoint } from './plane.ts';

export type LineEcho =
  | { readonly kind: 'empty' }
  /** two points on the line, in data units, and LaTeX of how the equation was read */
  | {
      readonly kind: 'line';
      readonly latex: string;
      readonly points: readonly [PlanePoint, PlanePoint];
    }
  /** `start` and `end` are offsets into what was written (UTF-16), `end` not included */
  | {
      readonly kind: 'complaint';
      readonly message: string;
      readonly start: number;
      readonly end: number;
    };
