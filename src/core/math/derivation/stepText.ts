/**
 * What people write around the mathematics of one step: a relation sign in front, alignment marks, the reason behind.
 * What is left keeps its place in the source, so that complaints point at the right spot.
 */

import { type RelationSign } from '../expression.ts';

export interface StepText {
  /** a relation sign that stands in front */
  readonly relation?: RelationSign | undefined;
  readonly mathematics: string;
  /** where `mathematics` begins in the source */
  readonly offset: number;
  /** a reason that was written behind the mathematics */
  readonly reason?: string | undefined;
}

export function splitStep(source: string): StepText {
  const space = /^(?:\s|&|\\[,;:!](?!\w)|\\quad|\\qquad)*/.exec(source)?.[0].length ?? 0;
  const sign = LEADING.exec(source.slice(space))?.[0] ?? '';
  const marks = /^(?:\s|&)*/.exec(source.slice(space + sign.length))?.[0].length ?? 0;
  const offset = sign === '' ? space : space + sign.length + marks;
  const { mathematics, reason } = splitReason(source.slice(offset).replace(/(?:\\\\|\s)+$/, ''));
  return { relation: relationOf(sign), mathematics, offset, reason };
}

const LEADING =
  /^(?:\\(?:leqslant|leqq|leq|le|lt|geqslant|geqq|geq|ge|gt|eq)(?![A-Za-z])|<=|=<|>=|=>|[≤⩽≦≥⩾≧<>]|=)/;

const SPELLINGS: Readonly<Record<RelationSign, RegExp>> = {
  '=': /^(?:=|\\eq)$/,
  '<=': /^(?:<=|=<|[≤⩽≦]|\\l(?:eqslant|eqq|eq|e))$/,
  '<': /^(?:<|\\lt)$/,
  '>=': /^(?:>=|=>|[≥⩾≧]|\\g(?:eqslant|eqq|eq|e))$/,
  '>': /^(?:>|\\gt)$/,
};

const SIGNS: readonly RelationSign[] = ['=', '<=', '<', '>=', '>'];

function relationOf(sign: string): RelationSign | undefined {
  return SIGNS.find((relation) => SPELLINGS[relation].test(sign));
}

const SEPARATORS = /(?:[\s,;.]|\\[,;: ]|\\q?quad)*$/;

/** Words that only a reason begins with; letters run together could be a product, so they must stand alone. */
const REASON =
  /\\(?:text|textit|textrm|mbox)\s*\{[\s,;(]*(?:because|since|due|by|as|using|with|where|for|triangle|hint)\b|[([]?\s*(?<![\\A-Za-z])(?:because|since|due to|using|for all|for every|for each)\b|\\(?:because|forall)\b/i;

function splitReason(text: string): Pick<StepText, 'mathematics' | 'reason'> {
  const found = REASON.exec(text);
  if (found === null || found.index === 0) return { mathematics: text };
  return {
    mathematics: text.slice(0, found.index).replace(SEPARATORS, ''),
    reason: text.slice(found.index).trim(),
  };
}
