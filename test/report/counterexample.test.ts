import { describe, expect, it } from 'vitest';
import { counterexampleIn } from '../../src/report/answers/counterexample.ts';

const sides = { left: 'yours', right: 'expected' };

describe('where two sides differ, on a page', () => {
  it('is said with the values of the letters', () => {
    const found = { sizes: {}, indices: {}, values: { x: 1 }, left: 2.5, right: -4 };
    expect(String(counterexampleIn(found, sides))).toContain('with these values');
  });

  it('is the two values alone where there are no letters', () => {
    const found = { sizes: {}, indices: {}, values: {}, left: 2.5, right: -4 };
    const page = String(counterexampleIn(found, sides));
    expect(page).not.toContain('with these values');
    expect(page.match(/<dl/g)).toHaveLength(1);
    expect(page).toContain('2.5');
    expect(page).toContain('expected');
  });
});
