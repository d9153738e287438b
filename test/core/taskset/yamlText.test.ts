import { describe, expect, it } from 'vitest';
import { LARGEST_YAML, readYaml } from '../../../src/core/taskset/yamlText.ts';

function problems(text: string): string[] {
  const read = readYaml('a.yaml', text);
  return read.ok
    ? []
    : read.error.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('reading YAML', () => {
  it('refuses what is nested too deeply, however deeply', () => {
    for (const depth of [100, 5_000, 60_000]) {
      expect(problems('['.repeat(depth) + ']'.repeat(depth)), String(depth)).toHaveLength(1);
      expect(problems('- '.repeat(depth))[0], String(depth)).toContain('levels deep');
    }
  });

  it('refuses a bomb of aliases without expanding it', () => {
    const levels = Array.from(
      { length: 20 },
      (_, i) => `l${i + 1}: &l${i + 1} [${'*l0, '.replace('0', String(i)).repeat(9)}]`,
    );
    expect(problems(['l0: &l0 boom', ...levels].join('\n')).join()).toContain('not allowed');
  });

  it('refuses very large texts unread', () => {
    expect(problems('a'.repeat(LARGEST_YAML + 1))).toEqual([
      '1:1 expected at most 262144 characters, found 262145',
    ]);
  });

  it('finds the place inside a literal block', () => {
    const read = readYaml('a.yaml', 'a:\n  b: |\n    first\n\n    second line\n');
    if (!read.ok) throw new Error('unreadable');
    const text = 'first\n\nsecond line\n';
    const at = read.value.problemInText(['a', 'b'], text.indexOf('line'), 'here');
    expect(at).toEqual({ file: 'a.yaml', line: 5, column: 12, message: 'here' });
  });

  it('falls back to what is around a place that is not there', () => {
    const read = readYaml('a.yaml', 'a:\n  b: 1\n');
    if (!read.ok) throw new Error('unreadable');
    expect(read.value.problemAt(['a', 'c', 'd'], '')).toMatchObject({ line: 2, column: 3 });
  });

  it('keeps words such as on, off, yes and no as texts', () => {
    const read = readYaml('a.yaml', 'a: off\nb: yes\n');
    expect(read.ok && read.value.value).toEqual({ a: 'off', b: 'yes' });
  });

  it('does not let __proto__ reach an object', () => {
    const read = readYaml('a.yaml', '__proto__:\n  polluted: true\n');
    expect(read.ok).toBe(true);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
