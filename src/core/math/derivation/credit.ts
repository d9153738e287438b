/**
 * Which facts are shown to be used. A step that uses many facts at once hides them: it shows only those that its reason
 * names, unless other steps show enough of the rest.
 */

import { type Fact, type Used } from './facts.ts';
import { type Link } from './proof.ts';

/** A link that holds. */
export interface Use {
  readonly link: Link;
  readonly facts: ReadonlySet<string>;
  /** facts that it may use: nobody can tell */
  readonly unsure: ReadonlySet<string>;
  /** those that the reason of its step names */
  readonly named: ReadonlySet<string>;
  /** it says nothing but what was to be shown */
  readonly restates: boolean;
}

export interface Credit {
  /** what each link shows */
  readonly facts: ReadonlyMap<Link, ReadonlySet<string>>;
  /** what any of them shows */
  readonly shown: ReadonlySet<string>;
  /** what does too much at once */
  readonly leaps: ReadonlySet<Link>;
}

export interface Terms {
  readonly facts: readonly Fact[];
  /** how many facts a step may use at once without naming them */
  readonly factsPerStep: number;
}

/** @param disputed facts that false steps would have used: only a reason shows them elsewhere */
export function creditOf(
  uses: readonly Use[],
  terms: Terms,
  disputed: ReadonlySet<string> = new Set(),
): Credit {
  const credited = (shown: ReadonlySet<string>) =>
    uses.map((use) => {
      const hidden = [...use.facts].filter((fact) => !shown.has(fact) && !disputed.has(fact));
      const leap = isLeap(use, hidden, terms);
      const told = leap ? [] : tellable(use, terms.facts).filter((fact) => !disputed.has(fact));
      return { link: use.link, leap, facts: new Set([...told, ...namedAndUsed(use)]) };
    });
  let shown = new Set<string>();
  for (let before = -1; before !== shown.size;) {
    before = shown.size;
    shown = new Set([...shown, ...credited(shown).flatMap(({ facts }) => [...facts])]);
  }
  const credits = credited(shown);
  return {
    facts: new Map(credits.map(({ link, facts }) => [link, facts])),
    shown,
    leaps: new Set(credits.filter(({ leap }) => leap).map(({ link }) => link)),
  };
}

function namedAndUsed({ facts, named }: Use): string[] {
  return [...facts].filter((fact) => named.has(fact));
}

/** @param hidden facts that it uses and nothing shows */
function isLeap(use: Use, hidden: readonly string[], { facts, factsPerStep }: Terms): boolean {
  const limit = Math.min(factsPerStep, Math.max(1, worldly(facts).length - 1));
  return hidden.length > limit || (use.restates && isHollow(use, hidden, facts));
}

/** The claim by itself says nothing as long as it rests on what was not shown. */
function isHollow(use: Use, hidden: readonly string[], facts: readonly Fact[]): boolean {
  const inWorlds = worldly(facts);
  return hidden.length === use.facts.size || hidden.some((name) => inWorlds.includes(name));
}

/** Of a link that does not hold. One whose sides differ in all worlds is wrong for another reason. */
export function disputedBy(used: Used, facts: readonly Fact[]): string[] {
  const inAll = worldly(facts).every((name) => used.facts.has(name));
  return inAll || used.isLoose ? [] : [...used.facts];
}

/**
 * Sides that differ in all worlds may differ for any other reason, as in `c ≤ c + 1`: that tells of no world's fact, but
 * for those that are known to be tight elsewhere.
 */
function tellable(use: Use, facts: readonly Fact[]): string[] {
  const inWorlds = worldly(facts);
  const inAll = inWorlds.length > 1 && inWorlds.every((name) => use.facts.has(name));
  const doubtful = inAll
    ? worldly(facts.filter(({ tightWorlds }) => tightWorlds.length === 0))
    : [];
  return [...use.facts].filter((name) => !doubtful.includes(name));
}

function worldly(facts: readonly Fact[]): string[] {
  return facts.filter(({ world }) => world !== undefined).map(({ name }) => name);
}
