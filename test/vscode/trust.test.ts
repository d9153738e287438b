import { describe, expect, it } from 'vitest';
import { mayRunCode } from '../../src/vscode/trust.ts';

describe('running code', () => {
  it('is refused in an untrusted folder, and the user is told what was refused', () => {
    const refused: string[] = [];
    const trust = { isTrusted: false, refuse: (action: string) => refused.push(action) };
    expect(mayRunCode(trust, 'Running the checks')).toBe(false);
    expect(refused).toEqual(['Running the checks']);
  });

  it('goes ahead in a trusted folder without a word', () => {
    const refused: string[] = [];
    const trust = { isTrusted: true, refuse: (action: string) => refused.push(action) };
    expect(mayRunCode(trust, 'Running the checks')).toBe(true);
    expect(refused).toEqual([]);
  });
});
