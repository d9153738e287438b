/**
 * Sealed task sets and submissions that somebody's disk or hand has changed: by seed, one damage each. None may open, not
 * even to what was sealed, and each is told in a sentence.
 */
import { type Random, seededRandom } from '../../src/core/random.ts';
import { type Result } from '../../src/core/result.ts';
import { newKeyPair } from '../../src/runtime/seal/identities.ts';
import { open, seal } from '../../src/runtime/seal/seal.ts';
import { openSealed, sealSet } from '../../src/runtime/seal/sealedSet.ts';

export interface DamagedOutcome {
  /** which damage to what */
  readonly what: string;
  /** what must not be: it was opened, it threw, or it is told in the machine's words */
  readonly fault: string | undefined;
}

/** Those with these numbers; the same damages every time, to files that are sealed anew. */
export async function* damagedOutcomes(
  files: ReadonlyMap<string, Uint8Array>,
  submission: Uint8Array,
  { from, to }: { readonly from: number; readonly to: number },
): AsyncGenerator<DamagedOutcome> {
  const things = await sealedThings(files, submission);
  for (let number = from; number < to; number += 1) {
    const random = seededRandom(number);
    const thing = pick(things, random);
    const [name, damage] = pick(Object.entries(DAMAGES), random);
    const damaged = damage(Buffer.from(thing.sealed), { random, other: thing.other });
    const what = `${number}: ${name}, ${thing.name}`;
    yield { what, fault: await faultOf(thing.opened(damaged)) };
  }
}

interface Thing {
  readonly name: string;
  readonly sealed: Uint8Array;
  /** the same, sealed another time for others */
  readonly other: Uint8Array;
  readonly opened: (bytes: Uint8Array) => Promise<Result<unknown, string>>;
}

async function sealedThings(
  files: ReadonlyMap<string, Uint8Array>,
  submission: Uint8Array,
): Promise<Thing[]> {
  const [mine, colleague, stranger] = await Promise.all([newKeyPair(), newKeyPair(), newKeyPair()]);
  const both = [colleague.recipient, mine.recipient];
  const others = [stranger.recipient, colleague.recipient];
  const salt = Buffer.alloc(32, 7);
  const long = Buffer.alloc(3 * CHUNK, submission);
  const keys = [mine.identity];
  const thing = async (
    name: string,
    sealed: (recipients: string[]) => Promise<Uint8Array>,
    opened: Thing['opened'],
  ) => ({
    name,
    sealed: await sealed(both),
    other: await sealed(others),
    opened,
  });
  return await Promise.all([
    thing(
      'a task set',
      (to) => sealSet(files, salt, to),
      (bytes) => openSealed(bytes, keys),
    ),
    thing(
      'a submission',
      (to) => seal(submission, to),
      (bytes) => open(bytes, keys),
    ),
    thing(
      'a long submission',
      (to) => seal(long, to),
      (bytes) => open(bytes, keys),
    ),
  ]);
}

interface Hand {
  readonly random: Random;
  readonly other: Uint8Array;
}

/** By the format of age: a header of lines that ends with `--- ` and its MAC, 16 bytes, then chunks of 64 KiB, each with its tag. */
const CHUNK = 64 * 1024;
const SEALED_CHUNK = CHUNK + 16;
const NONCE = 16;

const DAMAGES: Readonly<Record<string, (sealed: Buffer, hand: Hand) => Uint8Array>> = {
  'a bit turned': (sealed, { random }) => turned(sealed, anywhere(sealed, random), random),
  'a bit of the header turned': (sealed, { random }) =>
    turned(sealed, Math.floor(random() * headerEnd(sealed)), random),
  'bytes replaced': (sealed, { random }) => {
    const at = anywhere(sealed, random);
    const end = at + 1 + Math.floor(random() * 64);
    const change = 1 + Math.floor(random() * 255);
    return sealed.map((byte, index) => (index >= at && index < end ? byte ^ change : byte));
  },
  'cut off': (sealed, { random }) => sealed.subarray(0, anywhere(sealed, random)),
  'bytes taken out': (sealed, { random }) => {
    const at = anywhere(sealed, random);
    const length = 1 + Math.floor(random() * 100);
    return Buffer.concat([sealed.subarray(0, at), sealed.subarray(at + length)]);
  },
  'bytes put in': (sealed, { random }) => {
    const at = 1 + anywhere(sealed, random);
    const more = Buffer.alloc(1 + Math.floor(random() * 100), random() * 256);
    return Buffer.concat([sealed.subarray(0, at), more, sealed.subarray(at)]);
  },
  'zeros from somewhere on': (sealed, { random }) =>
    sealed.fill(0, Math.min(anywhere(sealed, random), sealed.length - 20)),
  'the recipients of another file': (sealed, { other }) =>
    Buffer.concat([
      Buffer.from(other).subarray(0, headerEnd(Buffer.from(other))),
      sealed.subarray(headerEnd(sealed)),
    ]),
  'the content of another file': (sealed, { other }) =>
    Buffer.concat([
      sealed.subarray(0, headerEnd(sealed)),
      Buffer.from(other).subarray(headerEnd(Buffer.from(other))),
    ]),
  'a recipient less': (sealed, { random }) => {
    const gone = Math.floor(random() * 2);
    return withStanzas(sealed, (stanzas) => stanzas.toSpliced(gone, 1));
  },
  'recipients in another order': (sealed) => withStanzas(sealed, (stanzas) => stanzas.toReversed()),
  'a recipient twice': (sealed) =>
    withStanzas(sealed, (stanzas) => [...stanzas, ...stanzas.slice(-1)]),
  'a recipient of another file added': (sealed, { other }) =>
    withStanzas(sealed, (stanzas) => [...stanzas, ...stanzasOf(Buffer.from(other)).slice(0, 1)]),
  'no recipients': (sealed) => withStanzas(sealed, () => []),
  'a part less': (sealed, { random }) =>
    withChunks(sealed, (chunks) => chunks.toSpliced(Math.floor(random() * chunks.length), 1)),
  'a part twice': (sealed) => withChunks(sealed, (chunks) => [...chunks.slice(0, 1), ...chunks]),
  'sealed for others': (_, { other }) => other,
};

function turned(bytes: Buffer, at: number, random: Random): Buffer {
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  return bytes;
}

function anywhere(bytes: Uint8Array, random: Random): number {
  return Math.floor(random() * bytes.length);
}

/** Where the line with the MAC is over. */
function headerEnd(sealed: Buffer): number {
  return sealed.indexOf('\n', sealed.indexOf('\n--- ') + 1) + 1;
}

/** Each with its lines. */
function stanzasOf(sealed: Buffer): string[] {
  const header = sealed.subarray(0, headerEnd(sealed)).toString('latin1');
  return header.split(/^(?=-> |--- )/m).slice(1, -1);
}

function withStanzas(sealed: Buffer, change: (stanzas: string[]) => string[]): Buffer {
  const end = headerEnd(sealed);
  const parts = sealed
    .subarray(0, end)
    .toString('latin1')
    .split(/^(?=-> |--- )/m);
  const header = [parts[0] ?? '', ...change(stanzasOf(sealed)), parts.at(-1) ?? ''].join('');
  return Buffer.concat([Buffer.from(header, 'latin1'), sealed.subarray(end)]);
}

function withChunks(sealed: Buffer, change: (chunks: Buffer[]) => Buffer[]): Buffer {
  const begin = headerEnd(sealed) + NONCE;
  const chunks: Buffer[] = [];
  for (let at = begin; at < sealed.length; at += SEALED_CHUNK) {
    chunks.push(sealed.subarray(at, at + SEALED_CHUNK));
  }
  return Buffer.concat([sealed.subarray(0, begin), ...change(chunks)]);
}

const LONGEST_MESSAGE = 300;
/** Words that are the machine's. */
const MACHINE = /TypeError|RangeError|is not a function|\[object|\bundefined\b|\bat \w+ \(|\n/;

async function faultOf(opening: Promise<Result<unknown, string>>): Promise<string | undefined> {
  try {
    const opened = await opening;
    if (opened.ok) return 'it was opened';
    const { error } = opened;
    const isClear = error !== '' && error.length <= LONGEST_MESSAGE && !MACHINE.test(error);
    return isClear ? undefined : `said: ${error.slice(0, LONGEST_MESSAGE)}`;
  } catch (error) {
    return `thrown: ${String(error)}`;
  }
}

function pick<T>(from: readonly T[], random: Random): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error('there is nothing to pick from');
  return picked;
}
