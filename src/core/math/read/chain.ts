/** Expressions with relations between: `a = b <= c`. */

import { type Comparator, type Condition, type Expression, type Statement } from '../expression.ts';
import { type Cursor } from './cursor.ts';
import { type Token } from './token.ts';
import { readBranches, readChoice } from './value.ts';

interface Link {
  readonly sign: Token;
  readonly relation: Comparator;
  readonly to: Expression;
}

const RELATIONS: Readonly<Partial<Record<string, Comparator>>> = {
  '=': '=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

export function readChain(cursor: Cursor): Statement {
  const first = readBranches(cursor);
  const links: Link[] = [];
  for (let sign = cursor.peek(); isRelation(sign); sign = cursor.peek()) {
    cursor.next();
    const relation = RELATIONS[sign.text] ?? '=';
    links.push({ sign, relation, to: readBranches(cursor) });
  }
  return cursor.sees('?') ? chosen(cursor, first, links) : checked(cursor, first, links);
}

function isRelation({ kind, text }: Token): boolean {
  return kind === 'sign' && RELATIONS[text] !== undefined;
}

function checked(cursor: Cursor, first: Expression, links: readonly Link[]): Statement {
  return {
    first,
    links: links.map(({ sign, relation, to }) => {
      if (relation !== '!=') return { relation, to };
      throw cursor.complaint(
        'unreadable',
        sign,
        '“≠” is no step of a derivation: expected =, <, ≤, > or ≥.',
      );
    }),
  };
}

/** `y = x>0 ? 1 : 0`: the comparisons after the last “=” are the condition. */
function chosen(cursor: Cursor, first: Expression, links: readonly Link[]): Statement {
  const at = links.findLastIndex(({ relation }) => relation === '=');
  const compared = links.slice(at + 1);
  const before = links.slice(0, at + 1);
  const left = before.at(-1)?.to ?? first;
  if (compared.length === 0) {
    throw cursor.complaint(
      'unreadable',
      cursor.peek(),
      'A condition must stand before “?”, as in x>0 ? 1 : 0.',
    );
  }
  const start = left.span?.start ?? 0;
  const to = readChoice(cursor, conditionOf(left, compared), start);
  const last = before.at(-1);
  if (last === undefined) return { first: to, links: [] };
  return checked(cursor, first, [...before.slice(0, -1), { ...last, to }]);
}

function conditionOf(first: Expression, links: readonly Link[]): Condition {
  let left = first;
  const of = links.map(({ relation, to }): Condition => {
    const compared = { kind: 'compare', left, comparator: relation, right: to } as const;
    left = to;
    return compared;
  });
  const [only] = of;
  return only !== undefined && of.length === 1 ? only : { kind: 'all', of };
}
