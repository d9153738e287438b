/** The words that follow the colon of a declaration, each with its place. */

import { type Span } from '../../expression.ts';
import { type Domain, type Trait } from '../../declarations.ts';

export interface Word extends Span {
  readonly text: string;
}

/** Intervals, sets and comparisons are one word each, whatever gaps they have. */
const WORD =
  /(?:in|∈|\\in)\s*[([]\s*-?[\d.]+\s*[,;]\s*-?[\d.]+\s*[)\]]|(?:in|∈|\\in)?\s*\\?\{\s*-?\+?\d\s*[,;]\s*\+?\d\s*\\?\}|(?:>=|<=|>|<|≥|≤|≠|!=|\\ge|\\le|\\neq?)\s*0|\\pm\s*1|\+\/?-\s*1|±\s*1|[^\s,()×]+/g;

export function wordsIn(text: string, offset: number): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: found, index }) => ({
    text: found,
    start: offset + index,
    end: offset + index + found.length,
  }));
}

const DOMAINS: ReadonlyMap<string, Domain> = new Map<string, Domain>(
  Object.entries({
    real: 'real',
    positive: 'positive',
    '>0': 'positive',
    nonnegative: 'nonnegative',
    'non-negative': 'nonnegative',
    '>=0': 'nonnegative',
    '≥0': 'nonnegative',
    '\\ge0': 'nonnegative',
    negative: 'negative',
    '<0': 'negative',
    nonpositive: 'nonpositive',
    'non-positive': 'nonpositive',
    '<=0': 'nonpositive',
    '≤0': 'nonpositive',
    '\\le0': 'nonpositive',
    nonzero: 'nonzero',
    'non-zero': 'nonzero',
    '≠0': 'nonzero',
    '!=0': 'nonzero',
    '\\ne0': 'nonzero',
    '\\neq0': 'nonzero',
    integer: 'integer',
    integers: 'integer',
    natural: 'natural',
    '±1': 'signs',
    '+-1': 'signs',
    '+/-1': 'signs',
    '\\pm1': 'signs',
    signs: 'signs',
    sign: 'signs',
    '{-1,1}': 'signs',
    '{1,-1}': 'signs',
    '{-1,+1}': 'signs',
    '{0,1}': 'binary',
    '{1,0}': 'binary',
    binary: 'binary',
    probability: { low: 0, high: 1, open: true },
    probabilities: { low: 0, high: 1, open: true },
  }),
);

/** Undefined when the word says something else. */
export function domainOf(text: string): Domain | undefined {
  const plain = text
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/;/g, ',')
    .replace(/\\([{}])/g, '$1');
  const known = DOMAINS.get(plain) ?? DOMAINS.get(plain.replace(/^(?:in|∈|\\in)(?=\{)/, ''));
  return known ?? intervalOf(plain);
}

function intervalOf(plain: string): Domain | undefined {
  const found = /^(?:in|∈|\\in)([([])(-?[\d.]+),(-?[\d.]+)([)\]])$/.exec(plain);
  if (found === null) return undefined;
  const [low, high] = [Number(found[2]), Number(found[3])];
  return low < high ? { low, high, open: found[1] === '(' || found[4] === ')' } : undefined;
}

export const TRAITS: ReadonlyMap<string, Trait> = new Map<string, Trait>(
  Object.entries({
    distinct: 'distinct',
    simplex: 'simplex',
    unit: 'unit-norm',
    'unit-norm': 'unit-norm',
    symmetric: 'symmetric',
    'positive-definite': 'positive-definite',
    spd: 'positive-definite',
    psd: 'positive-definite',
    orthogonal: 'orthogonal',
    diagonal: 'diagonal',
  }),
);

/** Words that say nothing more. */
export const FILLERS: ReadonlySet<string> = new Set([
  ...[
    'a',
    'an',
    'the',
    'of',
    'size',
    'sizes',
    'length',
    'with',
    'entries',
    'components',
    'column',
    'dimension',
    'valued',
  ],
  ...[
    'and',
    'is',
    'are',
    'all',
    'each',
    'real-valued',
    'numbers',
    'variable',
    'variables',
    'over',
    'by',
    'square',
  ],
]);
