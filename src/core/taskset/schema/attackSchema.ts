/** What an author writes on how attacks are checked: by the question that asks for one and by those that change it. */

import * as z from 'zod/mini';
import { described, fields, finite, line, path, points, sha256 } from './fields.ts';

export const entry = () =>
  described(
    fields({ file: path(), function: line() }),
    'The file and the exported function that are checked.',
  );

export const model = () =>
  described(
    fields({
      file: path(),
      sha256: described(sha256(), 'Of the bytes, as sha256sum prints it.'),
      source: described(
        z.optional(line()),
        'Where it comes from: who trained it, on which data, under which licence. For instructors.',
      ),
    }),
    'The ONNX model; refused when its bytes differ.',
  );

const boundary = () =>
  described(points(), 't f(z) may be this large where the boundary should be reached.');
const objective = () =>
  described(points(), 'The objective may be this far above the best known one.');
const iterations = () =>
  described(z.int().check(z.gte(1), z.lte(100000)), 'Optimizer steps asked for.');
const window = () =>
  described(
    fields({ low: z.array(finite()), high: z.array(finite()) }),
    'The corner points of the box from which test inputs are drawn.',
  );

export const attackChecker = fields({
  kind: z.literal('attack'),
  iterations: iterations(),
  tolerance: fields({ boundary: boundary(), objective: objective() }),
  window: window(),
});

export const batchChecker = fields({
  kind: z.literal('attack'),
  iterations: iterations(),
  tolerance: fields({
    boundary: boundary(),
    objective: objective(),
    distance: described(
      points(),
      'A row counts as ended where it ends alone when it is this close to that point.',
    ),
  }),
  window: window(),
  batches: described(
    z.array(z.int().check(z.gte(2), z.lte(500))).check(z.minLength(1), z.maxLength(8)),
    'How many rows are run together, such as [2, 3, 5, 40].',
  ),
});

/** `names`: the checks there are. */
export const paid = <const N extends readonly [string, ...string[]]>(names: N) => ({
  check: described(z.enum(names), 'Which check of the checker.'),
  title: described(line(), 'What is checked, in a few words.'),
  points: described(
    z.number().check(z.gte(0), z.lte(1000)),
    "What passing earns; together they make the question's points.",
  ),
  required: described(z.optional(z.boolean()), 'true: who fails it gets no points at all.'),
});
