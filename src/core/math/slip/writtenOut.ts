/** What a symbol stands for, in its place: `a_k` with `a_j = \exp(-\sum_i z_{ij})` is `\exp(-\sum_i z_{ik})`. */

import { type Declarations, type Definition } from '../declarations.ts';
import { type Expression, type SymbolUse } from '../expression.ts';
import { indicesIn, swapIndices } from '../indices.ts';
import { rewrite } from '../parts.ts';

/** undefined: it stands for nothing else, or its indices do not fit the definition's */
export function writtenOut(
  { name, indices }: SymbolUse,
  { symbols }: Declarations,
): Expression | undefined {
  const declared = symbols.get(name);
  return declared?.kind === 'quantity' && declared.definition !== undefined
    ? inPlace(indices, declared.definition)
    : undefined;
}

function inPlace(
  indices: readonly Expression[],
  { parameters, body }: Definition,
): Expression | undefined {
  if (parameters.length === 0) {
    return indices.length === 0 ? body : { kind: 'component', of: body, indices };
  }
  if (new Set(parameters).size < parameters.length || parameters.length !== indices.length) {
    return undefined;
  }
  const given = new Map(parameters.map((name, place) => [name, indices[place]]));
  return rewrite(apartFrom(body, indices, parameters), (node) =>
    node.kind === 'index' ? (given.get(node.name) ?? node) : node,
  );
}

/** The body with other letters for bound indices that the arguments use as well. */
function apartFrom(
  body: Expression,
  given: readonly Expression[],
  parameters: readonly string[],
): Expression {
  const taken = new Set(given.flatMap((argument) => [...indicesIn(argument)]));
  return [...indicesIn(body)]
    .filter((letter) => taken.has(letter) && !parameters.includes(letter))
    .reduce((apart, letter) => swapIndices(apart, letter, `${letter}'`), body);
}
