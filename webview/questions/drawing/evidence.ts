/** What a verdict says about a drawing, as far as it is there: taken from evidence that may hold anything. */

import { type Polyline, type Verdict } from '../../../src/protocol/messages.ts';

export interface PartRemark {
  readonly name: string;
  readonly points: number;
  readonly maxPoints: number;
}

export type LabelOutcome = 'right' | 'wrong' | 'misplaced' | 'undecided' | 'unreadable';

export interface LabelRemark {
  /** which label of the answer, from 0 */
  readonly label: number;
  readonly verdict: LabelOutcome;
  readonly message: string;
}

export const STROKES = ['right', 'missing', 'superfluous'] as const;

export type StrokeKind = (typeof STROKES)[number];

/** In data units, within the window. */
export type Strokes = { readonly [K in StrokeKind]: readonly Polyline[] };

const OUTCOMES: readonly string[] = ['right', 'wrong', 'misplaced', 'undecided', 'unreadable'];

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isPolyline = (value: unknown): value is Polyline =>
  list(value).length >= 2 &&
  list(value).every(
    (point) => list(point).length === 2 && list(point).every((each) => Number.isFinite(each)),
  );

/** undefined if the verdict says nothing of the kind. */
export function strokesOf(verdict: Verdict | undefined): Strokes | undefined {
  const found = (kind: StrokeKind): readonly Polyline[] =>
    list(verdict?.evidence?.[kind]).filter(isPolyline);
  const strokes = {
    right: found('right'),
    missing: found('missing'),
    superfluous: found('superfluous'),
  };
  return STROKES.some((kind) => strokes[kind].length > 0) ? strokes : undefined;
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

export function partsOf({ evidence }: Verdict): readonly PartRemark[] {
  return list(evidence?.['parts']).filter(
    (part): part is PartRemark =>
      typeof field(part, 'name') === 'string' &&
      typeof field(part, 'points') === 'number' &&
      typeof field(part, 'maxPoints') === 'number',
  );
}

export function labelRemarksOf(verdict: Verdict | undefined): readonly LabelRemark[] {
  return list(verdict?.evidence?.['labels']).filter(
    (remark): remark is LabelRemark =>
      typeof field(remark, 'label') === 'number' &&
      typeof field(remark, 'message') === 'string' &&
      OUTCOMES.includes(String(field(remark, 'verdict'))),
  );
}
