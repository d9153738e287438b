/** A drawing, the same as a list, and what each part of it earned. */

import { type DrawnItem } from '../../core/answer/answer.ts';
import { type Html, html } from '../html.ts';
import { drawingPicture } from '../pictures/drawingPicture.ts';
import { proseLine } from '../prose.ts';
import { pointsText } from '../words.ts';
import { type AnswerProps, type ShowAnswer } from './answerProps.ts';
import { field, listOf, numberOf, textOf } from './evidence.ts';
import { readFormula } from './readFormula.ts';

export const showDrawing: ShowAnswer<'drawing'> = (props) => ({
  body: html`${drawingPicture(props)}${asList(props)}${parts(props.graded.evidence)}`,
  remarks: props.graded.feedback,
});

const MOST = 200;

/** For who does not see the picture. */
function asList({ question, answer, graded }: AnswerProps<'drawing'>): Html | undefined {
  const { items, labels } = answer;
  if (items.length + labels.length === 0) return undefined;
  const marks = listOf(graded.evidence?.['labels']);
  const drawn = items.slice(0, MOST).map((item) => html`<li>${item.type} ${spoken(item)}</li>`);
  const named = labels.slice(0, MOST).map(({ at, latex }, index) => {
    const mark = marks.find((each) => field(each, 'label') === index);
    const message = textOf(field(mark, 'message'));
    return html`<li>
      formula ${readFormula(question, latex)} at
      ${place(at)}${message !== undefined && html`: ${proseLine(message)}`}
    </li>`;
  });
  return html`<details>
    <summary>The drawing as a list</summary>
    <ol>
      ${drawn}${named}
    </ol>
  </details>`;
}

const place = ([x, y]: readonly [number, number]): string => `(${short(x)}, ${short(y)})`;

const short = (value: number): string => String(Number(value.toPrecision(4))).replace('-', '−');

function spoken({ type, points }: DrawnItem): string {
  const [first, second] = points;
  if (points.length !== 2 || first === undefined || second === undefined)
    return `through ${points.slice(0, MOST).map(place).join(', ')}`;
  return type === 'line'
    ? `through ${place(first)} and ${place(second)}`
    : `from ${place(first)} ${type === 'ray' ? 'through' : 'to'} ${place(second)}`;
}

function parts(evidence: unknown): Html | undefined {
  const found = listOf(field(evidence, 'parts')).flatMap((part) => {
    const [name, points, most] = [
      textOf(field(part, 'name')),
      numberOf(field(part, 'points')),
      numberOf(field(part, 'maxPoints')),
    ];
    return name === undefined || points === undefined || most === undefined
      ? []
      : [html`<li>${proseLine(name)}: ${pointsText(points)} of ${pointsText(most)}</li>`];
  });
  return found.length === 0
    ? undefined
    : html`<div class="part">
        <h4>Parts</h4>
        <ul>
          ${found}
        </ul>
      </div>`;
}
