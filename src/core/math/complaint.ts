/** Why mathematics could not be taken as it stands. It costs nothing: the writer is told where and why. */

import { type Span } from './expression.ts';

export interface Complaint {
  readonly kind:
    | 'unreadable'
    /** more than one reading: the sentence names them and how to write each */
    | 'ambiguous'
    | 'unknown-name'
    /** shapes do not fit: the sentence names them */
    | 'shape'
    /** too long, too deep, too much of something */
    | 'limit';
  /** a sentence, as in “x + c adds a vector of size d and a matrix of size d × h.” */
  readonly message: string;
  /** in the source text */
  readonly span: Span;
}

/** Whoever refuses a text complains of at least one thing. */
export type Complaints<C = Complaint> = readonly [C, ...C[]];

/** The sentence as Markdown, in which stars between words would set them in italics. */
export function complaintProse({ message }: Complaint): string {
  return message.replace(/\$[^$]*\$|\*/g, (found) => (found === '*' ? String.raw`\*` : found));
}
