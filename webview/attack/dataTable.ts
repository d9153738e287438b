/** The numbers behind a picture, thinned to what one can read. */

import { type TemplateResult, html } from 'lit';
import { type AttackRow } from '../../src/protocol/messages.ts';
import { endOf } from './planeWords.ts';
import { type Series, coordinates, counted, pointsOf, short } from './series.ts';

const MOST_LINES = 20;

function tableOf(heads: readonly string[], lines: readonly (readonly string[])[]): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${lines.map(
        ([head, ...cells]) =>
          html`<tr>
            <th scope="row">${head}</th>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

export const seriesTable = (series: Series): TemplateResult =>
  tableOf(
    ['iteration', series.name],
    pointsOf(series, MOST_LINES).map(({ iteration, value }) => [counted(iteration), short(value)]),
  );

export function planeTable(row: AttackRow): TemplateResult {
  const path = row.path ?? [];
  const stride = Math.max(1, Math.ceil(path.length / MOST_LINES));
  const way = path
    .map((point, index) => [`z at point ${index + 1} of its path`, coordinates(point)])
    .filter((_, index) => index % stride === 0);
  const end = endOf(row);
  return tableOf(
    ['point', '(x₁, x₂)'],
    [['x', coordinates(row.x)], ...way, ...(end ? [['z at the end', coordinates(end)]] : [])],
  );
}
