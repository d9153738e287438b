/**
 * Recognises a common slip by making every such slip in the right answer: when one of the results is equal to what was
 * answered, that is what happened. Single slips are tried before pairs; the work is bounded by counting candidates.
 */

import { compare } from '../compare/compare.ts';
import { type Declarations } from '../declarations.ts';
import { type Expression } from '../expression.ts';
import { checkExpression } from '../shape/checkExpression.ts';
import { type Checked } from '../shape/checked.ts';
import { treeKey } from '../treeKey.ts';
import { candidatesOf, sceneOf } from './candidates.ts';
import { constantSlip, isAbout, scaled } from './constantSlip.ts';
import { isConstant } from './isConstant.ts';
import { type Mutation, variantsOf } from './mutation.ts';
import { MUTATIONS } from './mutations.ts';
import { Probe } from './probe.ts';
import { type SlipName } from './slips.ts';

export interface Slip {
  readonly name: SlipName;
  /** where two were made */
  readonly second?: SlipName | undefined;
}

const MOST_SINGLE = 600;
const MOST_PAIRS = 400;

/** Slips of which any two come together often enough to look for. */
const PAIRED: ReadonlySet<SlipName> = new Set<SlipName>([
  'missing-factor',
  'missing-term',
  'lost-sign',
  'sign-of-a-term',
  'sign-in-an-argument',
  'sign-function-lost',
  'sum-forgotten',
]);

/** Slips that are made again by who made them once. */
const SYSTEMATIC: ReadonlySet<SlipName> = new Set<SlipName>([
  'wrong-exponent',
  'function-lost',
  'prime-lost',
  'wrong-function',
]);

function goTogether(name: SlipName, second: SlipName): boolean {
  return SYSTEMATIC.has(name) ? name === second : PAIRED.has(name) && PAIRED.has(second);
}

export function findSlip(
  answer: Checked,
  right: Checked,
  declarations: Declarations,
  { seed }: { readonly seed: number },
): Slip | undefined {
  const probe = new Probe(answer, right, { declarations, seed });
  const search: Search = {
    probe,
    right,
    declarations,
    isAnswer: (candidate) => compare(answer, candidate, declarations, { seed }).verdict === 'equal',
  };
  const number = isNumber(right, declarations);
  const constant = constantIn(search);
  if (constant !== undefined && !(number && isAnyFactor(constant))) return constant;
  const scene = sceneOf(right, declarations, probe.names);
  const singles = [...firstOf(MOST_SINGLE, candidatesOf(right, scene))];
  const single = singleAmong(singles, search);
  if (number) return single?.second === undefined ? single : undefined;
  return single ?? pairAmong(pairsOf(singles, search), search);
}

/** Any number is some multiple of it, so that a factor, or two slips together, say nothing. */
function isNumber(right: Checked, declarations: Declarations): boolean {
  const isOne = right.shape.length === 0 && right.freeIndices.size === 0;
  return isOne && isConstant(right, declarations);
}

function isAnyFactor({ name, second }: Slip): boolean {
  return name === 'constant-factor' || second !== undefined;
}

interface Search {
  readonly probe: Probe;
  readonly right: Checked;
  readonly declarations: Declarations;
  isAnswer(candidate: Checked): boolean;
}

function constantIn(search: Search): Slip | undefined {
  const { probe, right } = search;
  const ratio = probe.ratioTo(right);
  return ratio !== undefined && confirmed(right.expression, ratio, search)
    ? constantSlips(ratio)
    : undefined;
}

function constantSlips(ratio: number): Slip {
  const second = constantSlip(-ratio);
  const both = ratio < 0 && (second === 'factor-2-lost' || second === 'factor-2-extra');
  return both ? { name: 'lost-sign', second } : { name: constantSlip(ratio) };
}

/** A slip alone, or else one together with a lost sign or a factor 2. */
function singleAmong(candidates: readonly Mutation[], search: Search): Slip | undefined {
  const scaledOnes: (Mutation & { readonly ratio: number })[] = [];
  for (const candidate of candidates) {
    const ratio = ratioTo(candidate, search);
    if (ratio === undefined) continue;
    if (!isAbout(ratio, 1)) scaledOnes.push({ ...candidate, ratio });
    else if (confirmed(candidate.expression, 1, search)) return { name: candidate.slip };
  }
  const pair = scaledOnes.find(
    ({ expression, ratio }) => isCommon(ratio) && confirmed(expression, ratio, search),
  );
  return pair && { name: pair.slip, second: constantSlip(pair.ratio) };
}

function pairAmong(pairs: Iterable<Pair>, search: Search): Slip | undefined {
  for (const { name, second, expression } of pairs) {
    const ratio = ratioTo({ slip: second, expression }, search);
    if (ratio === undefined || !isAbout(ratio, 1)) continue;
    if (confirmed(expression, 1, search)) return { name, second };
  }
  return undefined;
}

interface Pair {
  readonly name: SlipName;
  readonly second: SlipName;
  readonly expression: Expression;
}

function* pairsOf(singles: readonly Mutation[], search: Search): Generator<Pair> {
  const { right, declarations, probe } = search;
  const scene = sceneOf(right, declarations, probe.names);
  const seen = new Set<string>();
  for (const { slip: name, expression: once } of singles) {
    if (!goTogether(name, name)) continue;
    for (const { slip: second, expression } of variantsOf(MUTATIONS, once, scene)) {
      if (!goTogether(name, second)) continue;
      const key = treeKey(expression);
      if (seen.has(key)) continue;
      seen.add(key);
      if (seen.size > MOST_PAIRS) return;
      yield { name, second, expression };
    }
  }
}

function ratioTo({ expression }: Mutation, { probe, declarations }: Search): number | undefined {
  const checked = checkExpression(expression, declarations);
  return checked.ok ? probe.ratioTo(checked.value) : undefined;
}

/** In earnest, after the few points of the probe. */
function confirmed(expression: Expression, ratio: number, search: Search): boolean {
  const whole = scaled(expression, ratio);
  if (whole === undefined) return false;
  const checked = checkExpression(whole, search.declarations);
  return checked.ok && search.isAnswer(checked.value);
}

function isCommon(ratio: number): boolean {
  return [-1, 2, 0.5].some((common) => isAbout(ratio, common));
}

function* firstOf<T>(most: number, all: Iterable<T>): Generator<T> {
  let left = most;
  for (const each of all) {
    if (left-- <= 0) return;
    yield each;
  }
}
