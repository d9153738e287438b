import { describe, expect, it } from 'vitest';
import { type Random, seededRandom } from '../../../src/core/random.ts';
import { parseTaskSet } from '../../../src/core/taskset/parseTaskSet.ts';
import { SMALL_SET, filesOf } from '../../support/taskSet.ts';

const FRAGMENTS = [
  ...[
    '',
    ' ',
    '\n',
    '\t',
    ':',
    '- ',
    '? ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '|',
    '>',
    '#',
    '&a ',
    '*a',
    '!x ',
  ],
  ...[
    'null',
    '~',
    '1e999',
    '-0',
    '.nan',
    '0x1F',
    '__proto__: 1',
    'constructor',
    '\u0000',
    '\ud800',
    '\u2028',
    '<<: ',
    '---\n',
    '%YAML 9.9\n',
  ],
];

function mutated(text: string, random: Random): string {
  let result = text;
  for (let edits = 1 + Math.floor(random() * 4); edits > 0; edits--) {
    const at = Math.floor(random() * result.length);
    const removed = Math.floor(random() * random() * 40);
    const fragment = FRAGMENTS[Math.floor(random() * FRAGMENTS.length)] ?? '';
    result = result.slice(0, at) + fragment + result.slice(at + removed);
  }
  return result;
}

describe('a task set with random damage', () => {
  it('is read or refused with places inside the file, and never throws', () => {
    const random = seededRandom(20260801);
    let refused = 0;
    for (let round = 0; round < 600; round++) {
      const file = ['taskset.yaml', 'first/task.yaml', 'second/task.yaml'][round % 3] ?? '';
      const texts = { ...SMALL_SET, [file]: mutated(SMALL_SET[file] ?? '', random) };
      const parsed = parseTaskSet(filesOf(texts));
      if (parsed.ok) continue;
      refused += 1;
      for (const problem of parsed.error) {
        const lines = (texts[problem.file] ?? '').split('\n').length;
        expect(problem.line, problem.message).toBeLessThanOrEqual(lines + 1);
        expect(problem.line).toBeGreaterThanOrEqual(1);
        expect(problem.column).toBeGreaterThanOrEqual(1);
        expect(problem.message.length).toBeLessThan(1000);
      }
    }
    expect(refused).toBeGreaterThan(250);
  });
});
