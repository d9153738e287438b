/** Damaged models: bytes flipped, cut, copied and moved, by seed. */

import { type Random, seededRandom } from '../../../src/core/random.ts';
import { joined } from './protobuf.ts';

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const upTo = (random: Random, count: number): number => Math.floor(random() * count);

function withByte(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const changed = bytes.slice();
  changed[at] = value;
  return changed;
}

function piece(bytes: Uint8Array, random: Random): [number, number] {
  const from = upTo(random, bytes.length);
  return [from, from + upTo(random, Math.min(64, bytes.length - from)) + 1];
}

const MUTATIONS: readonly Mutation[] = [
  function bit(bytes, random) {
    const at = upTo(random, bytes.length);
    return withByte(bytes, at, (bytes[at] ?? 0) ^ (1 << upTo(random, 8)));
  },
  function byte(bytes, random) {
    return withByte(bytes, upTo(random, bytes.length), upTo(random, 256));
  },
  function largest(bytes, random) {
    const [from, to] = piece(bytes, random);
    return bytes.slice().fill(255, from, Math.min(to, from + 10));
  },
  function cut(bytes, random) {
    return bytes.slice(0, upTo(random, bytes.length));
  },
  function removed(bytes, random) {
    const [from, to] = piece(bytes, random);
    return joined([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  function copied(bytes, random) {
    const [from, to] = piece(bytes, random);
    const at = upTo(random, bytes.length);
    return joined([bytes.subarray(0, at), bytes.subarray(from, to), bytes.subarray(at)]);
  },
  function inserted(bytes, random) {
    const at = upTo(random, bytes.length);
    const noise = Uint8Array.from({ length: 1 + upTo(random, 16) }, () => upTo(random, 256));
    return joined([bytes.subarray(0, at), noise, bytes.subarray(at)]);
  },
];

/** The seed says what is done to which of the models, once to four times. */
export function mutated(models: readonly Uint8Array[], seed: number): Uint8Array {
  const random = seededRandom(seed);
  let bytes = models[upTo(random, models.length)] ?? new Uint8Array();
  for (let round = upTo(random, 4); round >= 0; round -= 1) {
    const mutate = MUTATIONS[upTo(random, MUTATIONS.length)];
    if (mutate !== undefined && bytes.length > 0) bytes = mutate(bytes, random);
  }
  return bytes;
}
