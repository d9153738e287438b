/** A place of the plane as two fields, and what stands in the way of their texts. */

import { type TemplateResult, html, nothing } from 'lit';
import { icon } from '../../controls/icon.ts';
import { type Board } from './board.ts';
import { type NumberFieldProps, complaintOf, numberField } from './numberField.ts';
import { type Spot } from './sketch.ts';
import { axisWords } from './words.ts';

export interface SpotProps {
  readonly board: Board;
  readonly key: string;
  readonly name: string;
  readonly spot: Spot;
  readonly put: (spot: Spot) => void;
  readonly done: () => void;
}

function coordinates({
  board,
  key,
  name,
  spot,
  put,
  done,
}: SpotProps): readonly NumberFieldProps[] {
  return board.question.axes.map((axis, index) => ({
    board,
    key: `${key}-${index}`,
    label: `${name}, ${axisWords(axis)}`,
    value: spot[index === 0 ? 0 : 1],
    put: (value: number) => {
      put(index === 0 ? [value, spot[1]] : [spot[0], value]);
    },
    done,
  }));
}

export function spotFields(props: SpotProps): TemplateResult {
  const [across, up] = coordinates(props);
  return html`<span class="spot"
    ><span aria-hidden="true">(</span>${across ? numberField(across) : nothing}<span
      aria-hidden="true"
      >,</span
    >${up ? numberField(up) : nothing}<span aria-hidden="true">)</span></span
  >`;
}

/** Always there, so that a screen reader notices what comes into it. */
export const complaintsOf = (spots: readonly SpotProps[]): TemplateResult =>
  html`<div class="row-complaints" aria-live="polite">
    ${spots.flatMap(coordinates).flatMap((field) => {
      const complaint = complaintOf(field);
      return complaint === undefined
        ? []
        : [html`<p class="tone-mixed">${icon('warning')} <span>${complaint}</span></p>`];
    })}
  </div>`;
