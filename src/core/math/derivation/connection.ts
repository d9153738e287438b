/**
 * Whether links lead from the start of a claim to its goal, by transitivity: `≤` and `=` in one direction, never mixed
 * with `≥`. Chains are joined where they meet in equal expressions.
 */

import { type RelationSign } from '../expression.ts';
import { type Checked } from '../shape/checked.ts';
import { type Claim, type Link } from './proof.ts';
import { treeKey } from '../treeKey.ts';

export type Same = (left: Checked, right: Checked) => boolean;

/** Joining by value is tried for so many pairs; joining by how things are written for all. */
const MOST_COMPARISONS = 40;

/** Equal for expressions that are one place of the derivation. */
type PlaceOf = (side: Checked) => string;

/** @param same whether two expressions are one place of the derivation */
export function connects(links: readonly Link[], claim: Claim, same: Same): boolean {
  return inSomePlacing(links, claim, { same, holds: (placeOf) => leads(links, claim, placeOf) });
}

interface Placed {
  readonly same: Same;
  readonly holds: (placeOf: PlaceOf) => boolean;
}

/** First as things are written, since comparing values takes its time. */
function inSomePlacing(links: readonly Link[], claim: Claim, { same, holds }: Placed): boolean {
  const written = new Joints(claim);
  if (holds((side) => written.placeOf(side))) return true;
  const joined = joinedByValue(links, claim, { written, same });
  return holds((side) => joined.placeOf(side));
}

/** What counts as one place: trees that are written alike, and those joined by hand. */
class Joints {
  readonly #joined = new Map<string, string>();
  readonly #claim: Claim;

  constructor(claim: Claim) {
    this.#claim = claim;
  }

  placeOf(side: Checked): string {
    const key = treeKey(side.expression);
    return this.#joined.get(key) ?? key;
  }

  /** Start and goal never become one, or nothing would be left to show. */
  joinable(side: Checked, to: Checked): boolean {
    const places = [this.placeOf(side), this.placeOf(to)];
    const ends = [this.placeOf(this.#claim.start), this.placeOf(this.#claim.goal)];
    return places[0] !== places[1] && !ends.every((end) => places.includes(end));
  }

  join(side: Checked, to: Checked): void {
    const [from, place] = [this.placeOf(side), this.placeOf(to)];
    for (const [key, at] of this.#joined) if (at === from) this.#joined.set(key, place);
    this.#joined.set(treeKey(side.expression), place);
    this.#joined.set(from, place);
  }
}

/** The claim's own ends first: there most derivations are written differently from the question. */
function joinedByValue(
  links: readonly Link[],
  { start, goal }: Claim,
  { written, same }: { written: Joints; same: Same },
): Joints {
  const sides = distinct(links.flatMap(({ left, right }) => [left, right]));
  const ends = sides.filter((side) => isEnd(side, links));
  const pairs = [
    ...[start, goal].flatMap((end) => sides.map((side) => [side, end] as const)),
    ...ends.flatMap((side, index) => ends.slice(0, index).map((end) => [side, end] as const)),
  ];
  let left = MOST_COMPARISONS;
  for (const [side, end] of pairs) {
    if (!written.joinable(side, end)) continue;
    left -= 1;
    if (left >= 0 && same(side, end)) written.join(side, end);
  }
  return written;
}

function distinct(sides: readonly Checked[]): Checked[] {
  return [...new Map(sides.map((side) => [treeKey(side.expression), side])).values()];
}

function isEnd(side: Checked, links: readonly Link[]): boolean {
  const key = treeKey(side.expression);
  const among = (others: readonly Checked[]) =>
    others.some(({ expression }) => treeKey(expression) === key);
  return !among(links.map(({ left }) => left)) || !among(links.map(({ right }) => right));
}

/** A link with facts that it shows. */
export interface Showing {
  readonly link: Link;
  readonly facts: ReadonlySet<string>;
}

/** Whether one chain of the links, all in one direction, shows all of the facts. */
export function chainShows(
  wanted: ReadonlySet<string>,
  by: readonly Showing[],
  claim: Claim,
  same: Same,
): boolean {
  const links = by.map(({ link }) => link);
  return inSomePlacing(links, claim, { same, holds: (placeOf) => gathers(wanted, by, placeOf) });
}

/** Walks up from every place at once; where a walk stands and what it has gathered is all that counts. */
function gathers(wanted: ReadonlySet<string>, by: readonly Showing[], placeOf: PlaceOf): boolean {
  const ways = by.flatMap(({ link, facts }) =>
    waysOf(link, placeOf).map(({ from, to }) => ({ from, to, facts })),
  );
  const walks = new Map(ways.map(({ from }) => [from, { at: from, gathered: new Set<string>() }]));
  for (const { at, gathered } of walks.values()) {
    if (gathered.size === wanted.size) return true;
    for (const { to, facts } of ways.filter(({ from }) => from === at)) {
      const more = new Set([...wanted].filter((fact) => gathered.has(fact) || facts.has(fact)));
      walks.set([to, ...more].join('\n'), { at: to, gathered: more });
    }
  }
  return false;
}

/** `a < b` leads from a to b, strictly; `a = b` leads both ways. */
interface Way {
  readonly from: string;
  readonly to: string;
  readonly strict: boolean;
}

function leads(
  links: readonly Link[],
  { start, relation, goal }: Claim,
  placeOf: PlaceOf,
): boolean {
  const ways = links.flatMap((link) => waysOf(link, placeOf));
  const [from, to] = [placeOf(start), placeOf(goal)];
  return FOUND[relation](
    (strict) => reaches(ways, { from, to, strict }),
    (strict) => reaches(ways, { from: to, to: from, strict }),
  );
}

type Search = (strict: boolean) => boolean;

/** By which ways up or down a relation follows. */
const FOUND: Readonly<Record<RelationSign, (up: Search, down: Search) => boolean>> = {
  '=': (up, down) => up(false) && down(false),
  '<=': (up) => up(false),
  '<': (up) => up(true),
  '>=': (_, down) => down(false),
  '>': (_, down) => down(true),
};

function waysOf({ left, relation, right }: Link, placeOf: PlaceOf): Way[] {
  const [from, to] = [placeOf(left), placeOf(right)];
  const strict = relation === '<' || relation === '>';
  const up = relation !== '>=' && relation !== '>' ? [{ from, to, strict }] : [];
  const down = relation !== '<=' && relation !== '<' ? [{ from: to, to: from, strict }] : [];
  return [...up, ...down];
}

/** A place is kept twice: as reached at all, and as reached by a strict way. */
function reaches(ways: readonly Way[], { from, to, strict }: Way): boolean {
  const weak = new Set([from]);
  const strictly = new Set<string>();
  for (let size = -1; size !== weak.size + strictly.size;) {
    size = weak.size + strictly.size;
    for (const way of ways) {
      if (weak.has(way.from)) (way.strict ? strictly : weak).add(way.to);
      if (strictly.has(way.from)) strictly.add(way.to);
    }
  }
  return strictly.has(to) || (!strict && weak.has(to));
}
