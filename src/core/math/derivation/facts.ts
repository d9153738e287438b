/**
 * Which facts a step of a derivation uses. A fact is recognised by what would change if it alone made a difference: in
 * a world where everything else holds with equality, the two sides of a step that uses the fact are no longer equal.
 */

import { type Expression } from '../expression.ts';
import { mapParts, nodesOf } from '../parts.ts';
import { type Deciding, type World } from './deciding.ts';
import { type Link } from './proof.ts';
import { treeKey } from './sameTree.ts';

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
}

/** For a link that does not hold: what it would use. */
export function usedFacts(link: Link, facts: readonly Fact[], deciding: Deciding): Used {
  const slack = facts.filter(({ world }) => world !== undefined && differs(link, world, deciding));
  const used = slack.filter(
    ({ tightWorlds }) => !tightWorlds.some((world) => differs(link, world, deciding)),
  );
  const isLoose = used.length < slack.length;
  const introduced = facts.filter(
    ({ introduces }) => introduces !== undefined && !isLoose && appears(link, introduces, deciding),
  );
  return { facts: new Set([...used, ...introduced].map(({ name }) => name)), isLoose };
}

function differs({ left, right }: Link, world: World, deciding: Deciding): boolean {
  return deciding.differ(left.expression, right.expression, world) === true;
}

/**
 * Not by its letters: `d/d` is no occurrence, and neither is a factor that both sides have, or what is said of numbers
 * alone, as in `1 ≤ d`.
 */
function appears({ left, relation, right }: Link, name: string, deciding: Deciding): boolean {
  const sides = [left.expression, right.expression];
  if (relation !== '=' && !sides.every(hasQuantity)) return false;
  const [before, after] = sides.map((side) => dependsOn(side, name, deciding));
  return before !== after;
}

function hasQuantity(side: Expression): boolean {
  return [...nodesOf(side)].some(({ kind }) => kind === 'symbol');
}

/** Whether the value changes with the symbol itself; a sum's limit does not count. */
function dependsOn(side: Expression, name: string, deciding: Deciding): boolean {
  if (!occurs(side, name)) return false;
  return deciding.differ(side, doubled(side, name)) === true;
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
  const said = plain(reason);
  const named = facts.filter(({ reasons }) => reasons.some((words) => said.includes(plain(words))));
  return new Set(named.map(({ name }) => name));
}

/** Without blanks, braces and the difference between `\leq`, `≤` and `<=`. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/\\l(?:eqslant|eq|e)(?![a-z])|≤|⩽/g, '<=')
    .replace(/\\(?:text|operatorname|mathrm|left|right)(?![a-z])/g, '')
    .replace(/[\s\\{}$_^'’-]/g, '');
}
