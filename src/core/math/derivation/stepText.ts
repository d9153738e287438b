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
  /** a reason that was written above the relation or behind the mathematics */
  readonly reason?: string | undefined;
}

/** Longer texts are refused anyway, and searching them takes its time. */
const LONGEST = 10_000;

export function splitStep(source: string): StepText {
  if (source.length > LONGEST) return { mathematics: source, offset: 0 };
  const text = withoutLayout(source);
  const start = lengthOf(/^(?:\s|\\[,;:!](?!\w)|\\q?quad(?![A-Za-z]))*/, text);
  const { length, relation, above } = leadingRelation(text.slice(start));
  const end = start + length;
  const offset = length === 0 ? start : end + lengthOf(/^\s*/, text.slice(end));
  const { mathematics, behind } = splitReason(text.slice(offset).trimEnd());
  const reason = [above, behind].filter((part) => part !== undefined).join(' ');
  return { relation, mathematics, offset, ...(reason !== '' && { reason }) };
}

function lengthOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Blanks where lines are broken and aligned; tables of their own need these marks. */
function withoutLayout(source: string): string {
  const bare = source.replace(/\\(?:begin|end)\{(?:aligned|align|split|gathered)\*?\}/g, blank);
  return bare.includes(String.raw`\begin`) ? bare : bare.replace(/\\\\|&/g, blank);
}

const blank = (mark: string) => ' '.repeat(mark.length);

const SPELLINGS: Readonly<Record<RelationSign, string>> = {
  '<=': String.raw`\\l(?:eqslant|eqq|eq|e)(?![A-Za-z])|<=|=<|[≤⩽≦]`,
  '>=': String.raw`\\g(?:eqslant|eqq|eq|e)(?![A-Za-z])|>=|[≥⩾≧]`,
  '<': String.raw`\\lt(?![A-Za-z])|<`,
  '>': String.raw`\\gt(?![A-Za-z])|>`,
  '=': String.raw`\\eq(?![A-Za-z])|=(?!>)`,
};

const SIGNS: readonly RelationSign[] = ['<=', '>=', '<', '>', '='];
const ANY_SIGN = SIGNS.map((sign) => SPELLINGS[sign]).join('|');

/** `\overset{(1)}{\leq}`: the reason stands above. */
const STACKED = new RegExp(
  String.raw`^\\(?:overset|stackrel)\s*\{((?:[^{}]|\{[^{}]*\})*)\}\s*\{\s*(${ANY_SIGN})\s*\}`,
);
const PLAIN = new RegExp(`^(?:${ANY_SIGN})`);
/** What follows from the lines before is a chain of its own. */
const IMPLICATION =
  /^(?:\\(?:Rightarrow|implies|Longrightarrow|therefore|Leftrightarrow|iff)(?![A-Za-z])|=>|[⇒⟹∴⇔])/;

interface Leading {
  readonly length: number;
  readonly relation?: RelationSign | undefined;
  readonly above?: string | undefined;
}

function leadingRelation(text: string): Leading {
  const [stacked = '', above, sign = ''] = STACKED.exec(text) ?? [];
  if (stacked !== '') return { length: stacked.length, relation: relationOf(sign), above };
  const [plain = ''] = PLAIN.exec(text) ?? [];
  return plain === ''
    ? { length: lengthOf(IMPLICATION, text) }
    : { length: plain.length, relation: relationOf(plain) };
}

function relationOf(sign: string): RelationSign | undefined {
  return SIGNS.find((relation) => new RegExp(`^(?:${SPELLINGS[relation]})$`).test(sign));
}

const SEPARATORS = /(?:[\s,;.([]|\\[,;: ]|\\q?quad|\\left)*$/;

/** Words that only a reason begins with; letters run together could be a product, so they must stand alone. */
const REASON =
  /\\(?:text|textit|textrm|mbox)\s*\{[\s,;(]*(?:because|since|due|by|as|using|with|where|for|triangle|hint)\b|[([]?\s*(?<![\\A-Za-z])(?:because|since|due to|using|for all|for every|for each)\b|\\(?:because|forall)\b/i;

interface Split {
  readonly mathematics: string;
  readonly behind?: string | undefined;
}

function splitReason(text: string): Split {
  const found = REASON.exec(text);
  if (found === null || found.index === 0) return { mathematics: text };
  return {
    mathematics: text.slice(0, found.index).replace(SEPARATORS, ''),
    behind: text.slice(found.index).trim(),
  };
}
