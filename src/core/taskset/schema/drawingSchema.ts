/** What an author writes for a drawing on the plane. */

import * as z from 'zod/mini';
import { DRAWN_TYPES } from '../../answer/answer.ts';
import { described, fields, finite, line, points, questionId } from './fields.ts';
import { amount, formula, mathematicsSchema, palette, verdict } from './mathematicsSchema.ts';

const planePoint = () => z.readonly(z.tuple([finite(), finite()]));
const length = () => z.number().check(z.positive(), z.maximum(1e6));

const pieces = fields({
  kind: z.literal('pieces'),
  labels: described(
    z.optional(z.enum(['none', 'optional', 'required'])),
    'Whether pieces are labelled with their formula; optional labels cost only when they are wrong. Optional unless stated.',
  ),
  labelPoints: described(
    z.optional(points()),
    "With required labels: how much of the question's points they earn.",
  ),
});

const levelSet = fields({
  kind: z.literal('level-set'),
  value: described(finite(), 'Where the function equals this is to be drawn.'),
});

const piece = fields({
  at: described(planePoint(), 'A point inside the piece.'),
  name: described(line(), 'What feedback calls the piece, such as right cone.'),
  points: described(
    z.optional(amount()),
    'What the part on this piece earns; equal shares if absent.',
  ),
});

const example = fields({
  name: described(line(), 'For messages, such as only one of the lines.'),
  items: z.array(fields({ type: z.enum(DRAWN_TYPES), points: z.array(planePoint()) })),
  labels: z.optional(z.array(fields({ at: planePoint(), latex: z.string() }))),
  verdict: described(verdict, 'What it must get.'),
  points: described(z.optional(amount()), 'What it must earn.'),
});

export const drawingFields = {
  mathematics: described(z.optional(mathematicsSchema), 'Letters of this question alone.'),
  palette: described(
    palette(),
    'What the palette of label fields offers, as LaTeX; all letters if absent.',
  ),
  axes: described(
    z.optional(z.readonly(z.tuple([formula(), formula()]))),
    'The two letters of the plane, to the right and up; x_1 and x_2 if absent.',
  ),
  function: described(formula(), 'The function of both letters that is drawn.'),
  window: described(
    fields({ low: planePoint(), high: planePoint() }),
    'The part of the plane that is shown and judged: its lower left and upper right corner.',
  ),
  grid: described(
    z.optional(length()),
    'Distance of the grid lines, to which drawing snaps; 0.5 if absent.',
  ),
  tolerance: described(
    z.optional(length()),
    'How far a drawn point may lie from the true one, in data units; a fiftieth of the window if absent.',
  ),
  ask: described(
    z.discriminatedUnion('kind', [pieces, levelSet]),
    'pieces: draw the borders between the pieces on which the function is linear; level-set: draw where it equals a value.',
  ),
  pieces: described(
    z.optional(z.array(piece).check(z.maxLength(50))),
    'Names, and points, of the pieces.',
  ),
  over: described(
    z.optional(questionId()),
    "A drawing question of the same task: the student's answer to it stands in the background.",
  ),
  examples: described(
    z.optional(z.array(example)),
    'Right and wrong drawings with the verdict that each must get.',
  ),
};
