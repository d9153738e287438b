/** The rules of the notation, tied together. */

import { readCondition } from './condition.ts';
import { type Grammar } from './cursor.ts';
import { readFactor } from './factor.ts';
import { readSignedFactor, readSum, readTerm } from './sum.ts';
import { readValue } from './value.ts';

export const GRAMMAR: Grammar = {
  sum: readSum,
  term: readTerm,
  signedFactor: readSignedFactor,
  factor: readFactor,
  value: readValue,
  condition: readCondition,
};
