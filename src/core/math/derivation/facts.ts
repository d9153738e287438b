/**
 * Which facts a step of a derivation uses. A fact is recognised by what would change if it alone made a difference: in
 * a world where everything else holds with equality, the two sides of a step that uses the fact are no longer equal.
 */

import { type Expression } from '../expression.ts';
import { mapParts, nodesOf } from '../parts.ts';
import { type Deciding, type World } from './deciding.ts';
import { type Link } from './proof.ts';
import { treeKey } from '../treeKey.ts';

/** Something that a proof has to use. */
export interface Fact {
  readonly name: string;
  /** where nothing but this fact makes two sides differ */
  readonly world?: World | undefined;
  /** where no fact makes two sides differ, not even this one */
  readonly tightWorlds: readonly World[];
  /** a size or a quantity: the step uses the fact on one side of which alone it is a factor */
  readonly introduces?: string | undefined;
  /** words by which a reason names the fact */
  readonly reasons: readonly string[];
}

export interface Used {
  readonly facts: ReadonlySet<string>;
  /** the sides differ even where no fact makes a difference: for another reason, as in `c ≤ c + 1` */
  readonly isLoose: boolean;
  /** facts of which nothing is known, since a side has no value in the world or it takes too much work */
  readonly unsure: ReadonlySet<string>;
}

/** For a link that does not hold: what it would use. */
export function usedFacts(link: Link, facts: readonly Fact[], deciding: Deciding): Used {
  const found = facts.map((fact) => ({ name: fact.name, use: useOf(fact, link, deciding) }));
  const isLoose = found.some(({ use }) => use === 'loose');
  const introduced = facts.map(({ name, introduces }) => ({
    name,
    use: introduces === undefined || isLoose ? 'none' : appearance(link, introduces, deciding),
  }));
  const namesOf = (wanted: UseOfFact) =>
    [...found, ...introduced].flatMap(({ name, use }) => (use === wanted ? name : []));
  return { facts: new Set(namesOf('used')), isLoose, unsure: new Set(namesOf('unsure')) };
}

type UseOfFact = 'used' | 'none' | 'loose' | 'unsure';

function useOf({ world, tightWorlds }: Fact, link: Link, deciding: Deciding): UseOfFact {
  const differs = world === undefined ? false : differsIn(world, link, deciding);
  if (differs === undefined) return 'unsure';
  if (!differs) return 'none';
  const still = tightWorlds.map((tight) => differsIn(tight, link, deciding));
  if (still.includes(true)) return 'loose';
  return still.includes(undefined) ? 'unsure' : 'used';
}

function differsIn(world: World, { left, right }: Link, deciding: Deciding): boolean | undefined {
  return deciding.differ(left.expression, right.expression, world);
}

/**
 * Not by its letters: `d/d` is no occurrence, and neither is a factor that both sides have, or what is said of numbers
 * alone, as in `1 ≤ d` or `∑ 1 = d`.
 */
function appearance({ left, relation, right }: Link, name: string, deciding: Deciding): UseOfFact {
  const sides = [left.expression, right.expression];
  const speaks = sides.filter(hasQuantity).length;
  if (speaks < (relation === '=' ? 1 : 2)) return 'none';
  const depends = sides.map((side) => dependsOn(side, name, deciding));
  if (depends.includes(undefined)) return 'unsure';
  return depends[0] === depends[1] ? 'none' : 'used';
}

function hasQuantity(side: Expression): boolean {
  return [...nodesOf(side)].some(({ kind }) => kind === 'symbol');
}

/** Whether the value changes with the symbol itself; a sum's limit does not count. */
function dependsOn(side: Expression, name: string, deciding: Deciding): boolean | undefined {
  return occurs(side, name) ? deciding.differ(side, doubled(side, name)) : false;
}

function occurs(side: Expression, name: string): boolean {
  return treeKey(side) !== treeKey(doubled(side, name));
}

/** With `2d` for every `d`, but for the limits of sums. */
function doubled(side: Expression, name: string): Expression {
  if (side.kind === 'fold') return { ...side, body: doubled(side.body, name) };
  const made = mapParts(side, (part) => doubled(part, name));
  return (made.kind === 'size' || made.kind === 'symbol') && made.name === name
    ? { kind: 'product', factors: [{ kind: 'number', digits: '2' }, made], joints: ['beside'] }
    : made;
}

/** The facts that a reason names. */
export function namedFacts(reason: string, facts: readonly Fact[]): Set<string> {
  const said = plain(reason.replace(DENIED, ''));
  const named = facts.filter(({ reasons }) => reasons.some((words) => said.includes(plain(words))));
  return new Set(named.map(({ name }) => name));
}

/** Up to the next comma or “and”. */
const DENIED = /(?<!\\)\b(?:not|without)\b(?! only)(?:(?!\band\b)[^,;.])*/gi;

/** Without blanks, bars, braces and the difference between `\leq`, `≤` and `<=`. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/\\l(?:eqslant|eq|e)(?![a-z])|≤|⩽/g, '<=')
    .replace(/\\(?:text|operatorname|mathrm|left|right)(?![a-z])/g, '')
    .replace(/[\s\\{}|$_^'’-]/g, '');
}
