/** What the picture of the plane shows, in words. */

import { type AttackRow, type FieldPicture } from '../../src/protocol/messages.ts';
import { rowOutcome } from './runWords.ts';
import { coordinates, short } from './series.ts';

/** Where z is now. */
export const endOf = ({ z, path }: AttackRow): readonly number[] | undefined => z ?? path?.at(-1);

export function describePlane({ x1, x2 }: FieldPicture, row: AttackRow): string {
  const end = endOf(row);
  const outcome = rowOutcome(row);
  return [
    `f for x₁ from ${short(x1[0])} to ${short(x1[1])} and x₂ from ${short(x2[0])} to ${short(x2[1])}, with its boundary f = 0.`,
    `x = ${coordinates(row.x)} with label t = ${short(row.t)}.`,
    end ? `z = ${coordinates(end)}${valueAt(row)}${distanceAt(row)}.` : 'z has not moved yet.',
    outcome === undefined ? '' : `${outcome}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function valueAt({ output }: AttackRow): string {
  const value = output?.at(-1);
  return value === undefined ? '' : `, f(z) = ${short(value)}`;
}

function distanceAt({ distance }: AttackRow): string {
  const value = distance?.at(-1);
  return value === undefined ? '' : `, ‖x − z‖ = ${short(value)}`;
}
