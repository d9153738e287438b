/** The relations between two steps: how they look, what they are called, and how they are typed. */

import { type Relation } from './sheet.ts';

interface RelationSign {
  readonly sign: string;
  readonly latex: string;
  readonly words: string;
}

export const RELATIONS: { readonly [R in Relation]: RelationSign } = {
  '=': { sign: '=', latex: '=', words: 'equal to' },
  '<=': { sign: '≤', latex: String.raw`\le`, words: 'at most' },
  '<': { sign: '<', latex: '<', words: 'less than' },
  '>=': { sign: '≥', latex: String.raw`\ge`, words: 'at least' },
  '>': { sign: '>', latex: '>', words: 'greater than' },
};

export const isRelation = (text: string): text is Relation => Object.hasOwn(RELATIONS, text);

const KEYS: Readonly<Record<string, Relation>> = {
  '=': '=',
  '<': '<',
  '>': '>',
  '≤': '<=',
  '≥': '>=',
};

const GROWN: Readonly<Partial<Record<Relation, Relation>>> = { '<': '<=', '>': '>=' };

/** @param growing the relation that was typed just before, if any: `<` and then `=` is `<=` */
export function typedRelation(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  growing: Relation | undefined,
): Relation | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  const grown = growing === undefined ? undefined : GROWN[growing];
  return key === '=' && grown !== undefined ? grown : KEYS[key];
}
