/** The outcome of comparing two texts as other programs read it. */

import { type TextComparison } from '../core/math/compare/compareTexts.ts';
import { type Comparison } from '../core/math/compare/comparison.ts';
import { type Complaint } from '../core/math/complaint.ts';
import { type Span } from '../core/math/expression.ts';

export type OutcomeJson = Comparison | InvalidJson;

interface InvalidJson {
  readonly verdict: 'invalid';
  /** a sentence */
  readonly reason: string;
  /** these are absent when it was not a text that could not be read */
  readonly kind?: Complaint['kind'];
  readonly side?: 'left' | 'right' | 'declare';
  /** the text that could not be read, and where in it, in UTF-16 units */
  readonly source?: string;
  readonly span?: Span;
}

export function outcomeJson(outcome: TextComparison): OutcomeJson {
  if (outcome.verdict !== 'invalid') return outcome;
  const { side, complaint } = outcome;
  const { kind, message, source, span } = complaint;
  return { verdict: 'invalid', reason: message, kind, side, source, span };
}
