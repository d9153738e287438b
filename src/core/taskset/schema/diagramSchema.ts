/** What an author writes for a diagram of a network. */

import * as z from 'zod/mini';
import { NODE_ROLES } from '../../answer/answer.ts';
import { described, fields, line, longText } from './fields.ts';
import { amount, formula, mathematicsSchema, palette, verdict } from './mathematicsSchema.ts';

const role = z.enum(NODE_ROLES);

const pair = fields({
  from: described(line(), 'Id of the node where it begins.'),
  to: described(line(), 'Id of the node where it ends.'),
});

const node = fields({
  id: described(line(), 'For the edges below.'),
  label: described(formula(), 'What stands in the node, such as h_1.'),
  also: described(
    z.optional(z.array(formula()).check(z.maxLength(20))),
    'Other labels for it: formulas, or words such as loss.',
  ),
  role: described(
    z.optional(z.union([role, z.array(role).check(z.minLength(1))])),
    'What the node is, or may be.',
  ),
  optional: described(z.optional(z.boolean()), 'true: it may be left out with its edges.'),
  copies: described(z.optional(z.boolean()), 'true: it may be drawn more than once.'),
  onEdges: described(
    z.optional(z.array(pair).check(z.maxLength(100))),
    'Edges on which its label may stand in place of an edge from the node to their end.',
  ),
  between: described(
    z.optional(z.boolean()),
    'true: steps of its calculation may stand as nodes between its inputs and it: parts of what it stands for, signs of operations, own names.',
  ),
  mergedWith: described(
    z.optional(line()),
    'Id of the node with which it may be one node, labelled as an equation.',
  ),
});

const edge = fields({
  from: described(line(), 'Id of the node where it begins.'),
  to: described(line(), 'Id of the node where it ends; the same for a loop.'),
  label: described(z.optional(formula()), 'What has to stand on it.'),
  optional: described(z.optional(z.boolean()), 'true: it may be there or not.'),
});

const network = {
  nodes: described(
    z.array(node).check(z.minLength(1), z.maxLength(100)),
    'The nodes of a right diagram.',
  ),
  edges: described(z.array(edge).check(z.maxLength(500)), 'Its edges.'),
};

const alternative = fields({
  name: described(line(), 'A short name, such as folded.'),
  feedback: described(z.optional(longText()), 'Said when it is recognised.'),
  points: described(z.optional(amount()), 'What it earns; all points if absent.'),
  ...network,
});

const drawnNode = fields({
  id: described(z.string(), 'For the edges.'),
  label: described(z.string(), 'As a student may write it.'),
  role: described(z.optional(role), 'What the student says it is.'),
});

const drawnEdge = fields({
  from: described(z.string(), 'Id of a node.'),
  to: described(z.string(), 'Id of a node.'),
  label: described(z.optional(z.string()), 'As a student may write it.'),
});

const example = fields({
  name: described(line(), 'For messages, such as the first step alone.'),
  nodes: described(z.array(drawnNode), 'What is drawn.'),
  edges: described(z.array(drawnEdge), 'What is connected.'),
  verdict: described(verdict, 'What it must get.'),
  points: described(z.optional(amount()), 'What it must earn.'),
});

export const diagramFields = {
  mathematics: described(z.optional(mathematicsSchema), 'Letters of this question alone.'),
  palette: described(
    palette(),
    'What the palette of label fields offers, as LaTeX; all letters if absent.',
  ),
  ...network,
  alternatives: described(
    z.optional(z.array(alternative).check(z.maxLength(10))),
    'Other networks that are accepted, or recognised and worth less.',
  ),
  roles: described(
    z.optional(z.enum(['shown', 'counted'])),
    'What becomes of a role that contradicts the one here: a remark, or a difference; nothing if absent.',
  ),
  examples: described(
    z.optional(z.array(example)),
    'Right and wrong diagrams with the verdict that each must get.',
  ),
};
