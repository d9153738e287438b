/** What stands in the fields of the list as it was typed. */

import { type LineEcho } from '../../../src/protocol/messages.ts';
import { type Spot } from './sketch.ts';

/** `1/2` stays `1/2` as long as the number is the one that it stands for. */
export interface Typed {
  readonly text: string;
  readonly value: number | undefined;
}

/** An equation as it was typed, for as long as the line is the one that it was typed for. */
export interface Equation {
  readonly text: string;
  /** of the line */
  readonly points: readonly Spot[];
  /** of this text; undefined until it has been read */
  readonly echo?: LineEcho | undefined;
}
