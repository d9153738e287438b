/** Writes out what symbols stand for: `a_j` becomes `\exp(-\sum_i z_{ij})`, down to symbols without definition. */

import { type Declarations, type Definition } from '../declarations.ts';
import { type Expression, type SymbolUse } from '../expression.ts';
import { indicesIn, swapIndices } from '../indices.ts';
import { nodesOf, rewrite } from '../parts.ts';

const MOST_NODES = 200;
/** definitions are never circular, but long chains of them are not worth following */
const MOST_ROUNDS = 6;

export function unfold(expression: Expression, declarations: Declarations): Expression {
  let unfolded = expression;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = unfoldOnce(unfolded, declarations);
    if (next === undefined || [...nodesOf(next)].length > MOST_NODES) return unfolded;
    unfolded = next;
  }
  return unfolded;
}

/** undefined: nothing left to write out */
function unfoldOnce(expression: Expression, { symbols }: Declarations): Expression | undefined {
  const found: Expression[] = [];
  const unfolded = rewrite(expression, (node) => {
    if (node.kind !== 'symbol') return node;
    const declared = symbols.get(node.name);
    if (declared?.kind !== 'quantity' || declared.definition === undefined) return node;
    const written = writtenOut(node, declared.definition);
    if (written === undefined) return node;
    found.push(written);
    return written;
  });
  return found.length > 0 ? unfolded : undefined;
}

function writtenOut({ indices }: SymbolUse, definition: Definition): Expression | undefined {
  const { parameters, body } = definition;
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
