import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/core/jsonText.ts';

const complaint = (text: string): string => {
  const read = parseJson(text);
  return read.ok ? 'none' : read.error;
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('JSON from outside', () => {
  it.each([
    ['{', "line 1, column 2: expected a name in double quotes or '}', found the end of the text"],
    ['{"a": 1,}', "line 1, column 9: expected a name in double quotes, found '}'"],
    ['{"a" 1}', "line 1, column 6: expected ':', found '1'"],
    ["{'a': 1}", "line 1, column 2: expected a name in double quotes or '}', found a single quote"],
    ['[1 2]', "line 1, column 4: expected ',' or ']', found '2'"],
    ['[1,]', "line 1, column 4: expected a value, found ']'"],
    ['{"a": 1\r\n "b": 2}', `line 2, column 2: expected ',' or '}', found '"b"'`],
    ['{} x', "line 1, column 4: expected nothing more, found 'x'"],
    ['', 'line 1, column 1: expected a value, found the end of the text'],
    ['[\n  NaN]', "line 2, column 3: expected a value or ']', found 'NaN'"],
    ['"abc', 'line 1, column 5: expected the closing quote, found the end of the text'],
    ['01', "line 1, column 1: expected a value, found '01'"],
  ])('that is %j is refused with its place', (text, message) => {
    expect(complaint(text)).toBe(message);
  });

  it('says where a text runs over a line, or has a backslash too much', () => {
    expect(complaint('"a\nb"')).toMatch(/^line 1, column 3: .*, found a line break$/);
    expect(complaint(String.raw`"a\q"`)).toMatch(/^line 1, column 3: expected one of \\" /);
  });

  it('may begin with a byte order mark', () => {
    expect(parseJson('\ufeff{"a": 1}')).toEqual({ ok: true, value: { a: 1 } });
  });

  it('is shown with no sign that a terminal obeys', () => {
    expect(complaint('\u001b[31m')).toContain(String.raw`found '\u001b'`);
  });

  it('is refused wherever it is changed, and only then', () => {
    const change = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', '"', 'x', '\\'));
    fc.assert(
      fc.property(change, ([json, at, sign]) => {
        const place = at % (json.length + 1);
        const text = json.slice(0, place) + sign + json.slice(place + 1);
        const said = complaint(text);
        expect(said === 'none').toBe(isJson(text));
        expect(said).toMatch(/^(none|line \d+, column \d+: expected [^]+, found [^]+)$/);
      }),
    );
  });

  it('nested as deep as nobody nests it is only a complaint', () => {
    expect(complaint('['.repeat(100_000))).toContain('column 100001');
  });
});
