/**
 * Receipts: a short code for a submission that a person can read out. Student and grader compare theirs; whoever changes
 * the submission changes the code.
 */

/** Crockford's base 32: no I, L, O and U, which are misread. https://www.crockford.com/base32.html */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 80;

/**
 * The first 80 bits in four groups of four, as in `7ZQ4-0K3M-XW9T-1B6C`.
 * @param digest SHA-256 of the manifest, 32 bytes
 */
export function receiptText(digest: Uint8Array): string {
  const bits = [...digest.subarray(0, BITS / 8)].map((byte) => byte.toString(2).padStart(8, '0'));
  const digits = (bits.join('').match(/.{5}/g) ?? []).map((five) => DIGITS[parseInt(five, 2)]);
  return (digits.join('').match(/.{4}/g) ?? []).join('-');
}
