/**
 * Derivations in few words, for tests: one step a line, its relation in front, its reason behind `#`; an empty line begins
 * a new chain.
 */

import { type DerivationAnswer, type Relation } from '../../src/core/answer/answer.ts';

type Step = DerivationAnswer['steps'][number];

export function derivation(text: string): DerivationAnswer {
  const lines = text.split('\n').map((line) => line.trim());
  return { steps: lines.filter((line) => line !== '').map(stepOf) };
}

function stepOf(line: string): Step {
  const [formula = '', reason] = line.split('#').map((part) => part.trim());
  const [, sign, rest = ''] = /^(<=|>=|<|>|=)?\s*(.*)$/.exec(formula) ?? [];
  return {
    ...(sign === undefined ? {} : { relation: sign as Relation }),
    latex: rest,
    ...(reason === undefined ? {} : { reason }),
  };
}
