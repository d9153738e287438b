/**
 * Which facts are shown to be used. A step that uses many facts at once hides them: it shows only those that its reason
 * names, unless other steps show enough of the rest. A step that does the whole work shows nothing by itself: it has to
 * rest on a chain that does the work.
 */

import { type Fact, type Used } from './facts.ts';
import { type Link } from './proof.ts';
import { type Restating } from './restating.ts';

/** A link that holds. */
export interface Use {
  readonly link: Link;
  readonly facts: ReadonlySet<string>;
  /** facts that it may use: nobody can tell */
  readonly unsure: ReadonlySet<string>;
  /** those that the reason of its step names */
  readonly named: ReadonlySet<string>;
  readonly restates: Restating | undefined;
}

/** What a link shows. */
export interface Shown {
  readonly link: Link;
  readonly facts: ReadonlySet<string>;
  readonly leap: Leap | undefined;
}

/** Too much at once: the whole of what was to be shown, or many facts, which a reason may name. */
export type Leap = 'whole' | 'many';

export interface Credit {
  /** what each link shows */
  readonly facts: ReadonlyMap<Link, ReadonlySet<string>>;
  /** what any of them shows */
  readonly shown: ReadonlySet<string>;
  /** what does too much at once */
  readonly leaps: ReadonlyMap<Link, Leap>;
}

export interface Terms {
  readonly facts: readonly Fact[];
  /** how many facts a step may use at once without naming them */
  readonly factsPerStep: number;
}

export interface Circumstances {
  /** facts that false steps would have used: only a reason shows them elsewhere */
  readonly disputed: ReadonlySet<string>;
  /** Does one chain of these links, all in one direction, show all of the facts? */
  carries(facts: ReadonlySet<string>, by: readonly Shown[]): boolean;
}

/** So many more may be used at once where the reason names them. */
const MOST_BY_REASON = 2;

export function creditOf(uses: readonly Use[], terms: Terms, around: Circumstances): Credit {
  const steps = uses.filter((use) => !isWhole(use, terms));
  const first = settled(steps, new Set(), { terms, around });
  const whole = uses
    .filter((use) => isWhole(use, terms))
    .map((use) => shownByWhole(use, first, { terms, around }));
  const credits = [...settled(steps, factsOf(whole), { terms, around }), ...whole];
  return {
    facts: new Map(credits.map(({ link, facts }) => [link, facts])),
    shown: factsOf(credits),
    leaps: new Map(credits.flatMap(({ link, leap }) => (leap ? [[link, leap]] : []))),
  };
}

interface Context {
  readonly terms: Terms;
  readonly around: Circumstances;
}

/** What one step shows may make another small enough, until nothing changes. */
function settled(steps: readonly Use[], before: ReadonlySet<string>, context: Context): Shown[] {
  const credits = steps.map((use) => shownByStep(use, before, context));
  const shown = new Set([...before, ...factsOf(credits)]);
  return shown.size === before.size ? credits : settled(steps, shown, context);
}

function shownByStep(use: Use, shown: ReadonlySet<string>, { terms, around }: Context): Shown {
  const { disputed } = around;
  const hidden = [...use.facts].filter((fact) => !shown.has(fact) && !disputed.has(fact));
  const leap = hidden.length > mostUnnamed(use, terms) ? 'many' : undefined;
  const told = leap ? [] : tellable(use, terms.facts).filter((fact) => !disputed.has(fact));
  return { link: use.link, leap, facts: new Set([...told, ...namedAndUsed(use, terms)]) };
}

/** The claim in other words is a step only to somebody who says by what. */
function mostUnnamed({ facts, named, restates }: Use, { factsPerStep }: Terms): number {
  const isBare = restates === 'worth' && ![...named].some((name) => facts.has(name));
  return isBare ? facts.size - 1 : factsPerStep;
}

function namedAndUsed({ facts, named }: Use, { factsPerStep }: Terms): string[] {
  return facts.size > factsPerStep + MOST_BY_REASON ? [] : [...facts].filter((it) => named.has(it));
}

/** The claim as it stands, or more at once than a step may do, whatever its reason says. */
function isWhole({ facts: used, unsure, restates }: Use, { facts, factsPerStep }: Terms): boolean {
  if (restates === 'written') return true;
  return (
    facts.length > factsPerStep && facts.every(({ name }) => used.has(name) || unsure.has(name))
  );
}

function shownByWhole(use: Use, steps: readonly Shown[], context: Context): Shown {
  const { link } = use;
  const facts = new Set([...use.facts].filter((fact) => !context.around.disputed.has(fact)));
  return isCarried(facts, smallerThan(use, steps, context), context)
    ? { link, leap: undefined, facts }
    : { link, leap: 'whole', facts: new Set() };
}

/** A single step that shows all there is to it is no chain that the claim itself could rest on. */
function smallerThan(
  { facts, restates }: Use,
  steps: readonly Shown[],
  { terms }: Context,
): readonly Shown[] {
  const all = worldly(terms.facts).filter((name) => facts.has(name));
  if (restates !== 'written' || all.length < 2) return steps;
  return steps.filter((step) => !all.every((name) => step.facts.has(name)));
}

/** Facts that are listed without being joined do not do the work. */
function isCarried(
  facts: ReadonlySet<string>,
  steps: readonly Shown[],
  { terms, around }: Context,
): boolean {
  const toShow = new Set(worldly(terms.facts).filter((name) => facts.has(name)));
  if (toShow.size > 0) return around.carries(toShow, steps);
  const shown = factsOf(steps);
  return [...facts].some((fact) => shown.has(fact));
}

function factsOf(credits: readonly Shown[]): Set<string> {
  return new Set(credits.flatMap(({ facts }) => [...facts]));
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
