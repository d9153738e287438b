/** What is said of a drawing: where something is missing, which items are too much, and what of the labels. */

import { amountOf } from './credit.ts';
import { cellsCut } from './cells.ts';
import { type Shown, fits, totalLength } from './fit.ts';
import { type LabelMark } from './labels.ts';
import { type Mistake, countedStrays } from './mistakes.ts';
import { type Sheet } from './sheet.ts';
import { type TruePart } from './truth.ts';
import { placesOf } from './whereabouts.ts';

/** More would be a list, not a help. */
const MOST_REMARKS = 4;
/** Of an item: what is less is only a part of it. */
const NEARLY_ALL = 0.75;

export function feedbackOf(
  sheet: Sheet,
  marks: readonly LabelMark[],
  mistake: Mistake | undefined,
  strayCost: number,
): string[] {
  if (sheet.drawn.length === 0) return ['No line lies in the window.', ...labelRemarks(marks)];
  const named = mistake === undefined ? [] : [mistake.feedback];
  return [
    ...named,
    ...cellRemarks(sheet),
    ...missingRemarks(sheet),
    ...strayRemarks(sheet),
    ...costRemarks(sheet, mistake, strayCost),
    ...labelRemarks(marks),
  ];
}

/** Where borders are asked for: what the lines make of the window. */
function cellRemarks(sheet: Sheet): string[] {
  if (sheet.question.ask.kind !== 'pieces' || fits(sheet.fit)) return [];
  const cut = cellsCut(sheet);
  if (cut === undefined || cut.bent === 0) return [];
  const { count, bent } = cut;
  if (count === 1) return ['Your lines do not cut the window into pieces.'];
  const cells = `Your lines cut the window into ${count} pieces.`;
  if (bent === count) return [`${cells} On none of them is the function linear.`];
  return [`${cells} On ${bent === 1 ? 'one' : bent} of them the function is not linear.`];
}

function missingRemarks(sheet: Sheet): string[] {
  const { truth, fit } = sheet;
  const remarks = truth.parts.flatMap((part, index) => {
    const shown = fit.shown[index];
    return shown === undefined || shown.missing.length === 0
      ? []
      : [missingRemark(part, shown, sheet)];
  });
  return shortened([...new Set(remarks)]);
}

function missingRemark(part: TruePart, { drawn, missing }: Shown, { question }: Sheet): string {
  if (part.piece !== undefined && question.pieces.length > 0) {
    return drawn === 0
      ? `Something is missing on the piece “${part.name}”.`
      : `Only a part is drawn on the piece “${part.name}”.`;
  }
  if (drawn === 0 && part.place !== undefined) {
    return `A border is missing. It runs through ${part.place}.`;
  }
  const where = placesOf(missing, question.window);
  return drawn === 0 ? `Something is missing ${where}.` : `A part is missing ${where}.`;
}

function strayRemarks({ fit, drawn, question }: Sheet): string[] {
  const items = [...new Set(fit.superfluous.map(({ item }) => item))].toSorted((a, b) => a - b);
  const remarks = items.slice(0, MOST_REMARKS).map((item) => {
    const stretches = fit.superfluous.filter((stray) => stray.item === item);
    const whole = totalLength(drawn.filter((piece) => piece.item === item));
    return strayRemark(item, totalLength(stretches) >= NEARLY_ALL * whole, {
      isBorder: question.ask.kind === 'pieces',
      where: placesOf(stretches, question.window),
    });
  });
  return [...remarks, ...moreThan(items.length)];
}

/** Of borders it is one amount; of a level set each part bears its own, if what is too much counts at all. */
function costRemarks(sheet: Sheet, mistake: Mistake | undefined, strayCost: number): string[] {
  if (strayCost > 0) return [`What is superfluous takes away ${amountOf(strayCost)}.`];
  const isBorne = sheet.truth.earns === 'level-set' && mistake?.name !== 'borders-too';
  return isBorne && countedStrays(sheet).length > 0
    ? ['What is superfluous takes away a share of the points of its part.']
    : [];
}

function strayRemark(
  item: number,
  isWhole: boolean,
  { isBorder, where }: { readonly isBorder: boolean; readonly where: string },
): string {
  const subject = isWhole ? `Item ${item + 1}` : `A part of item ${item + 1}, ${where},`;
  return isBorder
    ? `${subject} is no border: the function has the same formula on both sides.`
    : `${subject} is superfluous: the function has another value there.`;
}

function labelRemarks(marks: readonly LabelMark[]): string[] {
  const remarks = marks
    .filter(({ verdict }) => verdict !== 'right')
    .map(({ label, message }) => `Label ${label + 1}: ${message}`);
  return shortened(remarks);
}

function shortened(remarks: readonly string[]): string[] {
  return [...remarks.slice(0, MOST_REMARKS), ...moreThan(remarks.length)];
}

function moreThan(count: number): string[] {
  return count > MOST_REMARKS ? [`The same is so in ${count - MOST_REMARKS} other places.`] : [];
}
