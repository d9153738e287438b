/**
 * Judges a derivation: which steps hold, which facts they use, whether they lead from the start to the goal. A false
 * step costs what it would have shown, and the connection; what other steps show remains.
 */

import { type RelationOutcome } from '../compare/comparison.ts';
import { type Same, chainShows, connects } from './connection.ts';
import { type Credit, type Leap, type Terms, type Use, creditOf, disputedBy } from './credit.ts';
import { type Deciding } from './deciding.ts';
import { type Fact, namedFacts, usedFacts } from './facts.ts';
import { type Claim, type Link, type Proof, linksOf } from './proof.ts';
import { restating } from './restating.ts';

export interface DecidedLink {
  readonly link: Link;
  readonly outcome: RelationOutcome;
}

export interface JudgedLink extends DecidedLink {
  /** names of those that it visibly uses; none if it does not hold */
  readonly facts: ReadonlySet<string>;
  readonly leap: Leap | undefined;
}

export interface Judgement {
  readonly links: readonly JudgedLink[];
  /** names of the facts that the derivation visibly uses */
  readonly shown: ReadonlySet<string>;
  /** names of facts that it may use besides: nobody can tell */
  readonly unsure: ReadonlySet<string>;
  /** 'undecided': it does if the undecided links hold */
  readonly connected: boolean | 'undecided';
}

export function decideLinks(proof: Proof, deciding: Deciding): DecidedLink[] {
  return linksOf(proof).map((link) => ({ link, outcome: deciding.decide(link) }));
}

export function isFalse({ outcome }: DecidedLink): boolean {
  return outcome.verdict === 'violated';
}

/** @param decided all links of the proof */
export function judgeDerivation(
  proof: Proof,
  decided: readonly DecidedLink[],
  terms: Terms,
  deciding: Deciding,
): Judgement {
  const same = samePlace(terms.facts, deciding);
  const uses = usesOf(decided, proof, terms.facts, deciding);
  const credit = creditOf(uses, terms, {
    disputed: disputedFacts(decided, terms.facts, deciding),
    carries: (facts, by) =>
      chainShows(
        facts,
        by.filter(({ leap }) => !leap),
        proof.claim,
        same,
      ),
  });
  return {
    links: decided.map(({ link, outcome }) => ({
      link,
      outcome,
      facts: credit.facts.get(link) ?? new Set(),
      leap: credit.leaps.get(link),
    })),
    shown: credit.shown,
    unsure: new Set(
      uses.flatMap(({ unsure }) => [...unsure].filter((name) => !credit.shown.has(name))),
    ),
    connected: connection(decided, credit, proof.claim, same),
  };
}

function usesOf(
  decided: readonly DecidedLink[],
  { claim, reasons }: Proof,
  facts: readonly Fact[],
  deciding: Deciding,
): Use[] {
  const holding = decided.filter(({ outcome }) => outcome.verdict === 'holds');
  const same = samePlace(facts, deciding);
  return holding.map(({ link }) => {
    const used = usedFacts(link, facts, deciding);
    const usesAll = facts.length > 0 && used.facts.size === facts.length;
    return {
      link,
      ...used,
      named: namedFacts(reasons[link.step] ?? '', facts),
      restates: restating(link, claim, { usesAll, isOneFact: facts.length === 1, same }),
    };
  });
}

function disputedFacts(
  decided: readonly DecidedLink[],
  facts: readonly Fact[],
  deciding: Deciding,
): Set<string> {
  const wrong = decided.filter(isFalse);
  return new Set(wrong.flatMap(({ link }) => disputedBy(usedFacts(link, facts, deciding), facts)));
}

/** A derivation with a false step shows nothing as a whole, and a leap leads nowhere. */
function connection(
  decided: readonly DecidedLink[],
  { leaps }: Credit,
  claim: Claim,
  same: Same,
): Judgement['connected'] {
  if (decided.some(isFalse)) return false;
  const passable = decided.filter(({ link }) => !leaps.has(link));
  const sure = passable.filter(({ outcome }) => outcome.verdict === 'holds');
  if (connects(linksIn(sure), claim, same)) return true;
  if (sure.length === passable.length) return false;
  return connects(linksIn(passable), claim, same) ? 'undecided' : false;
}

/** Equal in value is not enough, since all of a chain of `=` is: no fact may lie between the two. */
function samePlace(facts: readonly Fact[], deciding: Deciding): Same {
  const worlds = facts.flatMap(({ world }) => world ?? []);
  return (left, right) =>
    deciding.same(left, right) &&
    worlds.every((world) => deciding.differ(left.expression, right.expression, world) !== true);
}

function linksIn(decided: readonly DecidedLink[]): Link[] {
  return decided.map(({ link }) => link);
}
