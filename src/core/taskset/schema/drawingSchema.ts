/** What an author writes for a drawing on the plane. */

import * as z from 'zod/mini';
import { DRAWN_TYPES } from '../../answer/answer.ts';
import { ASKED_LABELS } from '../drawingQuestion.ts';
import { described, fields, finite, line, points, questionId } from './fields.ts';
import { amount, formula, mathematicsSchema, palette, verdict } from './mathematicsSchema.ts';

const planePoint = () => z.readonly(z.tuple([finite(), finite()]));
const length = () => z.number().check(z.positive(), z.maximum(1e6));

const pieces = fields({
  kind: z.literal('pieces'),
  labels: described(
    z.optional(z.enum(ASKED_LABELS)),
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
  at: described(planePoint(), 'A point inside the piece, off its borders.'),
  name: described(line(), 'What feedback calls the piece, such as right cone.'),
  points: described(
    z.optional(amount()),
    "Of a level set: what the part on this piece, or its being empty, earns; together the question's points. Equal shares if absent.",
  ),
});

const item = fields({
  type: described(z.enum(DRAWN_TYPES), 'A ray starts at its first point.'),
  points: described(z.array(planePoint()), 'In data units, such as [0.5, -1].'),
});

const label = fields({
  at: described(planePoint(), 'Where it stands.'),
  latex: described(z.string(), 'LaTeX or plain text.'),
});

const mistake = fields({
  function: described(formula(), 'A wrong function; the drawing that would be right for it.'),
  value: described(z.optional(finite()), 'Of a level set: another value than the one asked for.'),
  name: described(line(), "The mistake's name, such as no-maximum."),
  feedback: described(line(), 'Said of it; must not give the right drawing away.'),
  points: described(
    z.optional(amount()),
    'The most that a drawing with this mistake earns; what its right parts earn if absent.',
  ),
});

const example = fields({
  name: described(line(), 'For messages, such as only one of the lines.'),
  items: described(z.array(item), 'What is drawn.'),
  labels: described(z.optional(z.array(label)), 'Formulas on the pieces.'),
  verdict: described(verdict, 'What it must get.'),
  points: described(z.optional(amount()), 'What it must earn.'),
  mistake: described(z.optional(line()), 'The name of the mistake that must be recognised.'),
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
    'How far a drawn point may lie from the true one, in data units, also shown to students; a fortieth of the window if absent.',
  ),
  ask: described(
    z.discriminatedUnion('kind', [pieces, levelSet]),
    'pieces: draw the borders between the pieces on which the function is linear; level-set: draw where it equals a value.',
  ),
  pieces: described(
    z.optional(z.array(piece).check(z.maxLength(50))),
    'Names, and points, of the pieces: of all or of none.',
  ),
  mistakes: described(
    z.optional(z.array(mistake).check(z.maxLength(20))),
    'Functions that are mistaken for the right one; a drawing that fits one of them is recognised.',
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
