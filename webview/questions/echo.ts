/** Below a formula field: how the formula was read, or what stands in the way and where. */

import { type TemplateResult, html, nothing } from 'lit';
import { type Echo } from '../../src/protocol/messages.ts';
import { icon } from '../controls/icon.ts';
import { dotted } from '../controls/mathLatex.ts';
import { formula, proseLine } from '../typeset/prose.ts';
import { type Reading } from '../task/readings.ts';

type EchoOf<K extends Echo['kind']> = Extract<Echo, { kind: K }>;

interface Place {
  readonly start: number;
  readonly end: number;
}

export interface EchoProps {
  readonly reading: Reading | undefined;
  /** the formula as it is written now */
  readonly latex: string;
  /** what to say while nothing is written */
  readonly hint: unknown;
  /** shows a place in the field */
  readonly select: (place: Place) => void;
}

/** Always there, so that a screen reader notices what comes into it. */
export const echoView = (props: EchoProps): TemplateResult =>
  html`<div class="echo" aria-live="polite">${content(props)}</div>`;

function content({ reading, latex, hint, select }: EchoProps): unknown {
  if (latex.trim() === '') return hint;
  if (reading === undefined) return nothing;
  const { echo } = reading;
  if (echo.kind === 'read') return readAs(echo.latex);
  // while it is being typed on, the place is no longer where it was
  if (echo.kind === 'complaint' && reading.latex === latex)
    return complaint(echo, reading.latex, select);
  return nothing;
}

const readAs = (latex: string): TemplateResult =>
  html`<p class="read-as"><span class="quiet">Read as</span> ${formula(dotted(latex))}</p>`;

function complaint(
  { message, start, end }: EchoOf<'complaint'>,
  latex: string,
  select: (place: Place) => void,
): TemplateResult {
  const show = (): void => {
    select({ start, end });
  };
  const { before, piece, after } = pointingAt(latex, { start, end });
  return html`<p class="complaint tone-mixed">
      ${icon('warning')} <span>${proseLine(message)}</span>
    </p>
    <div class="complaint-place">
      <pre aria-hidden="true">${before}<mark>${piece}</mark>${after}</pre>
      <button type="button" class="link" @click=${show}>Show the place</button>
    </div>`;
}

/** How much of a long formula stands around the place. */
const AROUND = 30;

interface Pointed {
  readonly before: string;
  readonly piece: string;
  readonly after: string;
}

/** The text around the place; the end of a text is a blank there. */
export function pointingAt(text: string, { start, end }: Place): Pointed {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  const line = (part: string): string => part.replace(/\s/g, ' ');
  return {
    before: (from > 0 ? '…' : '') + line(text.slice(from, start)),
    piece: line(text.slice(start, end)) || '\u00A0',
    after: line(text.slice(end, to)) + (to < text.length ? '…' : ''),
  };
}
