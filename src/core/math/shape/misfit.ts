/** What does not fit, thrown from deep inside the inference and turned into a value at its edge. */

import { type Complaint } from '../complaint.ts';
import { type Expression, type Span } from '../expression.ts';

const NOWHERE: Span = { start: 0, end: 0 };

/** Caught by `check.ts`; it never leaves this folder. */
export class Misfit extends Error {
  readonly complaint: Complaint;

  constructor(message: string, at: Pick<Expression, 'span'>, kind: Complaint['kind'] = 'shape') {
    super(message);
    this.complaint = { kind, message, span: at.span ?? NOWHERE };
  }
}
