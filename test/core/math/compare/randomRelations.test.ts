import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRelation } from '../../../../src/core/math/compare/decideRelation.ts';
import { readRelation } from './readRelation.ts';

const { raw } = String;
const DECLARED = 'x, y: scalar; p: scalar positive';

/** Expressions that have values nearly everywhere. */
const { expression } = fc.letrec<{ expression: string; leaf: string }>((tie) => ({
  leaf: fc.constantFrom('x', 'y', 'p', '2', raw`\frac{1}{3}`),
  expression: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie('leaf'),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(${a} + ${b})`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(${a} - ${b})`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => raw`(${a} \cdot ${b})`),
    fc.tuple(tie('expression'), tie('leaf')).map(([a, b]) => raw`\frac{${a}}{1 + ${b}^2}`),
    tie('expression').map((a) => raw`\tanh(${a})`),
    tie('expression').map((a) => raw`\sin(${a})`),
    tie('expression').map((a) => raw`|${a}|`),
    tie('expression').map((a) => raw`\max(0, ${a})`),
    tie('expression').map((a) => raw`\operatorname{sign}(${a})`),
  ),
}));

type Template = (a: string, b: string) => string;

const TRUE: readonly Template[] = [
  (a, b) => raw`${a} \le ${a} + |${b}|`,
  (a, b) => raw`|${a} + ${b}| \le |${a}| + |${b}|`,
  (a, b) => raw`(${a})(${b}) \le \frac{(${a})^2 + (${b})^2}{2}`,
  (a, b) => raw`\max(${a}, ${b}) \ge \frac{${a} + ${b}}{2}`,
  (a) => `${a} - p < ${a}`,
  (a) => `(${a})^2 + p > 0`,
];

const FALSE: readonly Template[] = [
  (a) => raw`${a} \le ${a} - p`,
  (a) => raw`${a} \ge ${a} + 0.001 p`,
  (a, b) => raw`|${a}| + |${b}| + p \le |${a} + ${b}|`,
  (a) => raw`(${a})^2 + 0.01 \le 0.9 (${a})^2`,
  // an equality everywhere is no strict inequality
  (a, b) => `${a} < ${a} + |${b}| - |${b}|`,
];

/** Few enough for every day; what they are to find was found with thousands. */
const RUNS = 100;
/** As in sign(1/3 - 1/3), where no number of digits tells. */
const MOST_UNDECIDED = 3;

/** All that do not come out as they should. */
function others(templates: readonly Template[], verdict: 'holds' | 'violated'): string[] {
  const line = fc
    .tuple(fc.constantFrom(...templates), expression, expression)
    .map(([template, a, b]) => template(a, b));
  const statements = fc.sample(line, { seed: 20261123, numRuns: RUNS });
  let undecided = 0;
  const wrong = statements.filter((statement, seed) => {
    const { relation, declarations } = readRelation(DECLARED, statement, []);
    const outcome = decideRelation(relation, declarations, { seed });
    if (outcome.verdict === 'undecided') undecided += 1;
    return outcome.verdict !== verdict && outcome.verdict !== 'undecided';
  });
  expect(undecided).toBeLessThanOrEqual(MOST_UNDECIDED);
  return wrong;
}

describe('random inequalities', () => {
  it('hold where they are true by construction', () => {
    expect(others(TRUE, 'holds')).toEqual([]);
  });

  it('are violated where they are false by construction', () => {
    expect(others(FALSE, 'violated')).toEqual([]);
  });
});
