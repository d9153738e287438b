/** Decides by sampling. Remembers what it was asked, since derivations repeat themselves. */

import { compare } from '../compare/compare.ts';
import { type RelationOutcome } from '../compare/comparison.ts';
import { decideRelation } from '../compare/decideRelation.ts';
import { slackIn } from '../compare/slackIn.ts';
import { type Deciding as Sampling } from '../compare/work.ts';
import { type Declarations } from '../declarations.ts';
import { type Expression } from '../expression.ts';
import { mapParts } from '../parts.ts';
import { type Checked } from '../shape/checked.ts';
import { checkStatement } from '../shape/checkExpression.ts';
import { type Deciding, type World } from './deciding.ts';
import { type Link } from './proof.ts';
import { treeKey } from '../treeKey.ts';
import { withFixedSizes } from './world.ts';

export class SampledDeciding implements Deciding {
  readonly #declarations: Declarations;
  readonly #by: Sampling;
  readonly #outcomes = new Map<string, RelationOutcome>();

  /** @param by all that is decided shares its work */
  constructor(declarations: Declarations, by: Sampling) {
    this.#declarations = declarations;
    this.#by = by;
  }

  decide({ left, relation, right }: Link): RelationOutcome {
    const key = [treeKey(left.expression), relation, treeKey(right.expression)].join(' ');
    const known = this.#outcomes.get(key);
    if (known !== undefined) return known;
    const outcome = decideRelation({ left, relation, right }, this.#declarations, this.#by);
    this.#outcomes.set(key, outcome);
    return outcome;
  }

  differ(left: Expression, right: Expression, world?: World): boolean | undefined {
    const declarations = world?.declarations ?? this.#declarations;
    const within = (side: Expression) => (world === undefined ? side : inWorld(side, world));
    const links = [{ relation: '=' as const, to: within(right) }];
    const checked = checkStatement({ first: within(left), links }, declarations);
    const other = checked.ok ? checked.value.links[0]?.to : undefined;
    if (!checked.ok || other === undefined) return undefined;
    const sides = { left: checked.value.first, relation: '=', right: other } as const;
    return slackIn(sides, declarations, this.#by);
  }

  same(left: Checked, right: Checked): boolean {
    if (treeKey(left.expression) === treeKey(right.expression)) return true;
    return compare(left, right, this.#declarations, this.#by).verdict === 'equal';
  }
}

/**
 * Where a world makes `u` zero, `u/|u|` is 0, as `sign(u)` is there: people write the one for the other, though it has
 * no value.
 */
function inWorld(side: Expression, { sizes }: World): Expression {
  return zeroWhereUndefined(withFixedSizes(side, sizes));
}

function zeroWhereUndefined(expression: Expression): Expression {
  const made = mapParts(expression, zeroWhereUndefined);
  if (made.kind !== 'quotient' || !holdsAbsolute(made.denominator)) return made;
  const nothing: Expression = { kind: 'number', digits: '0' };
  const when = {
    kind: 'compare',
    left: made.denominator,
    comparator: '=',
    right: nothing,
  } as const;
  return { kind: 'cases', branches: [{ value: nothing, when }], otherwise: made };
}

function holdsAbsolute(denominator: Expression): boolean {
  return denominator.kind === 'call' && denominator.name === 'abs';
}
