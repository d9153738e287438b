/** Below a formula field: how the formula was read, or what stands in the way and where. */

import { type TemplateResult, html, nothing } from 'lit';
import { type Echo } from '../../src/protocol/messages.ts';
import { icon } from '../controls/icon.ts';
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
  html`<p class="read-as"><span class="quiet">Read as</span> ${formula(latex)}</p>`;

function complaint(
  { message, start, end }: EchoOf<'complaint'>,
  latex: string,
  select: (place: Place) => void,
): TemplateResult {
  const show = (): void => {
    select({ start, end });
  };
  return html`<p class="complaint tone-mixed">
      ${icon('warning')} <span>${proseLine(message)}</span>
    </p>
    <div class="complaint-place">
      <pre aria-hidden="true">${pointingAt(latex, { start, end })}</pre>
      <button type="button" class="link" @click=${show}>Show the place</button>
    </div>`;
}

/** How much of a long formula stands around the place. */
const AROUND = 30;

/** Two lines: the text around the place, and `^^^` below the place itself. */
export function pointingAt(text: string, { start, end }: Place): string {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  const before = from > 0 ? '…' : '';
  const after = to < text.length ? '…' : '';
  const line = before + text.slice(from, to).replace(/\s/g, ' ') + after;
  return `${line}\n${' '.repeat(before.length + start - from)}${'^'.repeat(Math.max(1, end - start))}`;
}
