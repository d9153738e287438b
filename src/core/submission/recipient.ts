/** Public keys of age: read early, since a slip in one would show only when a class hands in. */

/** The alphabet of Bech32, https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki, by which age writes keys. */
const DIGITS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const RECIPIENT = /^age1([02-9ac-hj-np-z]{58})$/;

/** An X25519 recipient with a right checksum. */
export function isRecipient(text: string): boolean {
  const digits = RECIPIENT.exec(text)?.[1];
  if (digits === undefined) return false;
  const values = Array.from(digits, (digit) => DIGITS.indexOf(digit));
  return checksum([...expanded('age'), ...values]) === 1;
}

function expanded(prefix: string): number[] {
  const codes = Array.from(prefix, (letter) => letter.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

function checksum(values: readonly number[]): number {
  return values.reduce((sum, value) => {
    const shifted = ((sum & 0x1ffffff) << 5) ^ value;
    return GENERATORS.reduce(
      (mixed, generator, bit) => (((sum >>> 25) >> bit) & 1 ? mixed ^ generator : mixed),
      shifted,
    );
  }, 1);
}
