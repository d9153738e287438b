/** A coordinate as a field: what was typed stays as it was typed, as long as the number is the same. */

import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { property } from '../../controls/property.ts';
import { type Board } from './board.ts';
import { numberIn, numberText } from './numbers.ts';
import { type Typed } from './typed.ts';

export interface NumberFieldProps {
  readonly board: Board;
  /** tells the fields of one board apart */
  readonly key: string;
  readonly label: string;
  readonly value: number | undefined;
  readonly put: (value: number) => void;
  /** what was typed stands */
  readonly done: () => void;
}

export const numberFieldId = ({ id }: Board, key: string): string => `${id}-${key}`;

function typedIn({ board, key, value }: NumberFieldProps): Typed | undefined {
  const typed = board.typedIn(key);
  return typed?.value === value ? typed : undefined;
}

export function numberField(props: NumberFieldProps): TemplateResult {
  const { board, key, value } = props;
  const text = typedIn(props)?.text ?? (value === undefined ? '' : numberText(value));
  const isBad = complaintOf(props) !== undefined;
  return html`<input
    id=${numberFieldId(board, key)}
    class="coordinate"
    type="text"
    inputmode="text"
    autocomplete="off"
    spellcheck="false"
    aria-label=${props.label}
    aria-invalid=${isBad}
    title=${isBad ? (complaintOf(props) ?? '') : nothing}
    ?readonly=${board.isReadOnly}
    .value=${live(text)}
    @input=${(event: Event) => {
      take(props, event);
    }}
    @change=${props.done}
  />`;
}

function take({ board, key, value, put }: NumberFieldProps, event: Event): void {
  const text = property(event, 'value');
  if (typeof text !== 'string') return;
  const number = numberIn(text);
  board.noteTyped(key, { text, value: number ?? value });
  if (number === undefined || number === value) board.desk.redraw();
  else put(number);
}

/** What stands in the way of the text in the field; nothing while nothing was ever written. */
export function complaintOf(props: NumberFieldProps): string | undefined {
  const text = typedIn(props)?.text;
  if (text === undefined || numberIn(text) !== undefined) return undefined;
  const kept =
    props.value === undefined ? '' : ` Still drawn and graded with ${numberText(props.value)}.`;
  if (text.trim() === '') return kept === '' ? undefined : `${props.label}: no number.${kept}`;
  return `${props.label}: “${text}” is no number such as 0.5, −1/2 or √2.${kept}`;
}
