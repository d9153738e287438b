/** What an author writes for a diagram of a network. */

import * as z from 'zod/mini';
import { NODE_ROLES } from '../../answer/answer.ts';
import { described, fields, line } from './fields.ts';
import { amount, formula, mathematicsSchema, palette, verdict } from './mathematicsSchema.ts';

const node = fields({
  id: described(line(), 'For the edges below.'),
  label: described(formula(), 'What stands in the node.'),
  role: described(z.optional(z.enum(NODE_ROLES)), 'What the node is.'),
});

const edge = fields({ from: line(), to: line(), label: z.optional(formula()) });

const example = fields({
  name: described(line(), 'For messages, such as the first step alone.'),
  nodes: z.array(
    fields({ id: z.string(), label: z.string(), role: z.optional(z.enum(NODE_ROLES)) }),
  ),
  edges: z.array(fields({ from: z.string(), to: z.string(), label: z.optional(z.string()) })),
  verdict: described(verdict, 'What it must get.'),
  points: described(z.optional(amount()), 'What it must earn.'),
});

export const diagramFields = {
  mathematics: described(z.optional(mathematicsSchema), 'Letters of this question alone.'),
  palette: described(
    palette(),
    'What the palette of label fields offers, as LaTeX; all letters if absent.',
  ),
  nodes: described(
    z.array(node).check(z.minLength(1), z.maxLength(100)),
    'The nodes of a right diagram.',
  ),
  edges: described(z.array(edge).check(z.maxLength(500)), 'Its edges.'),
  examples: described(
    z.optional(z.array(example)),
    'Right and wrong diagrams with the verdict that each must get.',
  ),
};
