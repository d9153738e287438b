/**
 * The program with its line numbers and what the changes make of it, as one list: lines that stay, lines that go, lines that
 * come. Arrow keys move over the lines; R, I and D begin a change of the line they stand on.
 */

import { type TemplateResult, html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { type EditAction, type EditedLine } from '../../../src/protocol/messages.ts';
import { type IconName, icon } from '../../controls/icon.ts';
import { type Bench, focusLater } from './bench.ts';

export interface ListingProps {
  readonly bench: Bench;
  readonly file: string;
  readonly lines: readonly EditedLine[];
  readonly readOnly: boolean;
  /** begins a change of that line, or goes to the one that is there */
  readonly act: (action: EditAction, line: EditedLine) => void;
  /** goes to the change that a line comes from */
  readonly visit: (line: EditedLine) => void;
}

interface Kind {
  readonly sign: string;
  readonly words: string;
}

const KINDS: { readonly [K in EditedLine['kind']]: Kind } = {
  kept: { sign: '', words: '' },
  removed: { sign: '−', words: ', removed' },
  added: { sign: '+', words: ', added' },
};

const COMMANDS: readonly {
  readonly key: string;
  readonly action: EditAction;
  readonly icon: IconName;
  readonly words: string;
}[] = [
  { key: 'r', action: 'replace', icon: 'edit', words: 'Replace' },
  { key: 'i', action: 'insert-after', icon: 'insert', words: 'Insert after' },
  { key: 'd', action: 'delete', icon: 'remove', words: 'Delete' },
];

/** One name per line, also while others come and go. */
const keyOf = ({ before, after }: EditedLine): string =>
  before === undefined ? `after-${after ?? 0}` : `before-${before}`;

/** Of the words that tell which keys there are. */
export const hintId = ({ desk }: Bench): string => `line-${desk.id}-keys`;

const lineId = ({ desk }: Bench, key: string): string => `line-${desk.id}-${key}`;

/** Gives the focus to a line of the program before any change. */
export function focusLine(bench: Bench, line: number | undefined): void {
  const key = line === undefined ? bench.cursor : `before-${Math.max(1, line)}`;
  if (key === undefined) return;
  bench.cursor = key;
  bench.desk.redraw();
  focusLater(() => document.getElementById(lineId(bench, key)));
}

export function listing(props: ListingProps): TemplateResult {
  const { bench, file, lines, readOnly } = props;
  const known = lines.some((line) => keyOf(line) === bench.cursor);
  const cursor = known || lines[0] === undefined ? bench.cursor : keyOf(lines[0]);
  return html`<div
    class="program"
    role="grid"
    aria-label=${`${file} with your edits`}
    aria-readonly=${readOnly}
    aria-describedby=${ifDefined(readOnly ? undefined : hintId(bench))}
    @keydown=${(event: KeyboardEvent) => {
      if (understand(props, event)) event.preventDefault();
    }}
  >
    <div role="row" class="program-head">
      <span role="columnheader" class="number">Line</span>
      <span role="columnheader" class="number">New</span>
      <span role="columnheader"><span class="unseen">Change</span></span>
      <span role="columnheader">${file}</span>
    </div>
    ${repeat(lines, keyOf, (line) => lineView(props, line, keyOf(line) === cursor))}
  </div>`;
}

function lineView(props: ListingProps, line: EditedLine, isCursor: boolean): TemplateResult {
  const { bench, readOnly } = props;
  const key = keyOf(line);
  const settle = (): void => {
    if (bench.cursor === key) return;
    bench.cursor = key;
    bench.desk.redraw();
  };
  return html`<div
    role="row"
    id=${lineId(bench, key)}
    class="line"
    data-kind=${line.kind}
    data-key=${key}
    tabindex=${isCursor ? 0 : -1}
    aria-label=${lineWords(line)}
    @focus=${settle}
  >
    <span role="gridcell" class="number">${line.before}</span>
    <span role="gridcell" class="number">${line.after}</span>
    <span role="gridcell" class="sign">${KINDS[line.kind].sign}</span>
    <span role="gridcell" class="source"
      ><code>${line.text}</code>${readOnly ? nothing : lineButtons(props, line)}</span
    >
  </div>`;
}

function lineWords({ kind, before, after, text }: EditedLine): string {
  const place = before === undefined ? `New line ${after ?? ''}` : `Line ${before}`;
  return `${place}${KINDS[kind].words}: ${text.trim() === '' ? 'empty' : text.trim()}`;
}

/** For the mouse and for touch: keys do the same on the line itself. */
const lineButtons = ({ act }: ListingProps, line: EditedLine): TemplateResult | typeof nothing =>
  line.before === undefined
    ? nothing
    : html`<span class="line-buttons"
        >${COMMANDS.map(
          ({ action, icon: name, words, key }) =>
            html`<button
              type="button"
              class="sign-button"
              tabindex="-1"
              aria-label=${`${words} line ${line.before ?? ''}`}
              title=${`${words} (${key.toUpperCase()})`}
              @click=${() => {
                act(action, line);
              }}
            >
              ${icon(name)}
            </button>`,
        )}</span
      >`;

/** How far the keys go; the ends are never left. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -10,
  PageDown: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** @returns whether the key was one of the list's */
function understand(props: ListingProps, event: KeyboardEvent): boolean {
  const { lines, bench, act, visit, readOnly } = props;
  if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLButtonElement)
    return false;
  const at = lines.findIndex((line) => keyOf(line) === bench.cursor);
  const line = lines[Math.max(0, at)];
  if (line === undefined) return false;
  const step = STEPS[event.key];
  if (step !== undefined) {
    const next = lines[Math.min(lines.length - 1, Math.max(0, at + step))] ?? line;
    document.getElementById(lineId(bench, keyOf(next)))?.focus();
    return true;
  }
  if (readOnly) return false;
  const command = COMMANDS.find(({ key }) => key === event.key.toLowerCase());
  if (command !== undefined) act(command.action, line);
  else if (event.key === 'Enter') visit(line);
  else return false;
  return true;
}
