/**
 * Which facts are shown to be used. A step that uses many facts at once hides them: it shows only those that its reason
 * names, unless other steps show enough of the rest.
 */

import { type Fact } from './facts.ts';
import { type Link } from './proof.ts';

/** A link that holds. */
export interface Use {
  readonly link: Link;
  readonly facts: ReadonlySet<string>;
  /** those that the reason of its step names */
  readonly named: ReadonlySet<string>;
  /** it says nothing but what was to be shown */
  readonly restates: boolean;
}

export interface Credit {
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
  { facts, factsPerStep }: Terms,
  disputed: ReadonlySet<string> = new Set(),
): Credit {
  const limit = Math.min(factsPerStep, mostAtOnce(facts));
  const shown = new Set<string>(uses.flatMap(({ facts, named }) => common(facts, named)));
  const hiddenIn = ({ facts }: Use) =>
    [...facts].filter((fact) => !shown.has(fact) && !disputed.has(fact));
  const isLeap = (use: Use) => {
    const hidden = hiddenIn(use);
    return hidden.length > limit || (use.restates && isHollow(use, hidden, facts));
  };
  for (let before = -1; before !== shown.size;) {
    before = shown.size;
    const clear = uses.filter((use) => !isLeap(use));
    for (const use of clear) for (const fact of told(hiddenIn(use), use, facts)) shown.add(fact);
  }
  return { shown, leaps: new Set(uses.filter(isLeap).map(({ link }) => link)) };
}

/** The claim by itself says nothing as long as it rests on what was not shown. */
function isHollow(use: Use, hidden: readonly string[], facts: readonly Fact[]): boolean {
  const inWorlds = worldly(facts);
  return hidden.length === use.facts.size || hidden.some((name) => inWorlds.includes(name));
}

/** Of a link that does not hold. One whose sides differ in all worlds is wrong for another reason. */
export function disputedBy(used: ReadonlySet<string>, facts: readonly Fact[]): string[] {
  return worldly(facts).every((name) => used.has(name)) ? [] : [...used];
}

/** Sides that differ in all worlds may differ for any other reason, as in `c ≤ c + 1`: that tells of no world's fact. */
function told(hidden: readonly string[], use: Use, facts: readonly Fact[]): readonly string[] {
  const inWorlds = worldly(facts);
  const inAll = inWorlds.length > 1 && inWorlds.every((name) => use.facts.has(name));
  return inAll ? hidden.filter((name) => !inWorlds.includes(name)) : hidden;
}

function mostAtOnce(facts: readonly Fact[]): number {
  return Math.max(1, worldly(facts).length - 1);
}

function worldly(facts: readonly Fact[]): string[] {
  return facts.filter(({ world }) => world !== undefined).map(({ name }) => name);
}

function common(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...one].filter((each) => other.has(each));
}
