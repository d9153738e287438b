/** How reading stops at the first thing that cannot be read: thrown inside this folder, never out of it. */

import { type Complaint, type Complaints } from '../complaint.ts';
import { type Span } from '../expression.ts';
import { type Result, failure, success } from '../../result.ts';

export class Unreadable extends Error {
  readonly complaint: Complaint;

  constructor(kind: Complaint['kind'], span: Span, message: string) {
    super(message);
    this.complaint = { kind, message, span: { start: span.start, end: span.end } };
  }
}

/** Runs `read`; a complaint that it throws is the failure, with its span kept inside the text and never empty. */
export function attempt<T>(text: string, read: () => T): Result<T, Complaints> {
  try {
    return success(read());
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { complaint } = error;
    return failure([{ ...complaint, span: spanIn(text, complaint.span) }]);
  }
}

function spanIn(text: string, { start, end }: Span): Span {
  const first = Math.max(0, Math.min(start, text.length - 1));
  return { start: first, end: Math.max(first + 1, Math.min(end, Math.max(text.length, 1))) };
}
