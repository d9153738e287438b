/** What the host tells a view that helps with writing an answer: echoes, previews, model answers. */

import {
  type Echo,
  type EditedLine,
  type EditsPreview,
  type LineEcho,
  type ReviewSuggestions,
  type TextReviewSheet,
} from './messages.ts';
import { count, list, number, object, oneOf, optional, pair, string, tagged } from './shape.ts';

type EchoOf<K extends Echo['kind']> = Extract<Echo, { kind: K }>;
type LineEchoOf<K extends LineEcho['kind']> = Extract<LineEcho, { kind: K }>;

const complaint = { kind: oneOf('complaint'), message: string, start: count, end: count };

export const echoShape = tagged<'kind', Echo>('kind', {
  empty: object<EchoOf<'empty'>>({ kind: oneOf('empty') }),
  read: object<EchoOf<'read'>>({ kind: oneOf('read'), latex: string }),
  complaint: object<EchoOf<'complaint'>>(complaint),
});

export const lineEchoShape = tagged<'kind', LineEcho>('kind', {
  empty: object<LineEchoOf<'empty'>>({ kind: oneOf('empty') }),
  line: object<LineEchoOf<'line'>>({
    kind: oneOf('line'),
    latex: string,
    points: pair(pair(number)),
  }),
  complaint: object<LineEchoOf<'complaint'>>(complaint),
});

const editedLine = object<EditedLine>({
  kind: oneOf('kept', 'removed', 'added'),
  before: optional(count),
  after: optional(count),
  text: string,
  edit: optional(count),
});

export const editsPreviewShape = object<EditsPreview>({
  base: oneOf('own', 'given', 'none'),
  own: oneOf('missing', 'unchecked', 'failing', 'passing'),
  rows: list(editedLine),
  complaints: list(object<EditsPreview['complaints'][number]>({ edit: count, message: string })),
});

export const reviewSheetShape = object<TextReviewSheet>({
  modelAnswer: string,
  rubric: list(
    object<TextReviewSheet['rubric'][number]>({
      criterion: string,
      points: number,
      sample: optional(string),
    }),
  ),
});

export const suggestionsShape = object<ReviewSuggestions>({
  model: string,
  suggestions: list(
    object<ReviewSuggestions['suggestions'][number]>({
      met: oneOf('yes', 'no', 'unclear'),
      why: string,
    }),
  ),
});
