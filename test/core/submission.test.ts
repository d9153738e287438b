import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../src/core/submission/readJson.ts';
import { receiptText } from '../../src/core/submission/receipt.ts';
import { isRecipient } from '../../src/core/submission/recipient.ts';

/** Of the file format's own examples, https://age-encryption.org/v1 */
const RECIPIENT = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

describe('a receipt', () => {
  it('is the first 80 bits in Crockford’s base 32', () => {
    expect(receiptText(new Uint8Array(32))).toBe('0000-0000-0000-0000');
    expect(receiptText(new Uint8Array(32).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
    const digest = createHash('sha256').update('manifest').digest();
    const first = BigInt(`0x${digest.subarray(0, 10).toString('hex')}`);
    const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const expected = Array.from(
      { length: 16 },
      (_, place) => digits[Number((first >> BigInt(75 - 5 * place)) & 31n)],
    ).join('');
    expect(receiptText(digest).replaceAll('-', '')).toBe(expected);
  });
});

describe('a recipient', () => {
  it('is known by its checksum, so that every slip in a letter is noticed', () => {
    expect(isRecipient(RECIPIENT)).toBe(true);
    for (let at = 4; at < RECIPIENT.length; at++) {
      const other = RECIPIENT[at] === 'q' ? 'p' : 'q';
      expect(isRecipient(RECIPIENT.slice(0, at) + other + RECIPIENT.slice(at + 1))).toBe(false);
    }
  });

  it.each(['', 'age1', RECIPIENT.toUpperCase(), `${RECIPIENT} `, 'AGE-SECRET-KEY-1QQQ'])(
    'is not %j',
    (text) => {
      expect(isRecipient(text)).toBe(false);
    },
  );
});

describe('reading JSON of strangers', () => {
  it('refuses what is nested deeper than any answer', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(readJson(nested(32)).ok).toBe(true);
    expect(readJson(nested(100_000))).toEqual({
      ok: false,
      error: 'expected at most 32 levels, found 100000',
    });
  });

  it('does not count brackets inside of strings', () => {
    const text = JSON.stringify({ text: '[{'.repeat(100) + '\\"[' });
    expect(readJson(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
  });
});
