import { describe, expect, it } from 'vitest';
import { isSameCode } from '../../../src/core/program/sameCode.ts';

const CODE = "const a = 'x // y'; // why\nf(`/* ${a} */`);\n";

describe('two programs are the same code', () => {
  it.each([
    ["const a = 'x // y';f(`/* ${a} */`);", 'without comments and blanks'],
    ["/* first */ const a = 'x // y';\n\n\tf(`/* ${a} */`); // last", 'with other comments'],
    [CODE.replaceAll('\n', '\r\n'), 'with other line breaks'],
  ])('%j %s', (other) => {
    expect(isSameCode(CODE, other)).toBe(true);
  });

  it.each([
    ["const a = 'x // z'; f(`/* ${a} */`);", 'another text'],
    ["const a = 'x // y'; f(`/*${a}*/`);", 'blanks inside a text'],
    ["const a = 'x // y'; f(`/* ${a} */`); g();", 'another statement'],
    ["const a = 'x // y'; // f(`/* ${a} */`);", 'a statement in a comment'],
  ])('but not %j: %s', (other) => {
    expect(isSameCode(CODE, other)).toBe(false);
  });

  it.each(['/*', '"', "'", '`', '`\\', '\\"', '//', '/', '/* *', '${'])(
    'in little time, whatever is left open: %j',
    (open) => {
      // with squares of 100 000 steps this would not end in time
      expect(isSameCode(open.repeat(100_000), `x${open.repeat(100_000)}`)).toBe(false);
    },
  );
});
