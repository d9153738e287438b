/** Protobuf's wire format, read in place: nothing is copied, and nothing is believed about lengths. */

export const VARINT = 0;
export const FIXED64 = 1;
export const LENGTH = 2;
export const FIXED32 = 5;

export interface WireField {
  /** the field's number */
  readonly number: number;
  readonly wire: number;
  /** of a varint; negative and very large numbers come as `Infinity` */
  readonly value: number;
  /** where its content lies: bytes, text or a message */
  readonly start: number;
  readonly end: number;
}

const MOST_BYTES_OF_VARINT = 10;
/** What fits into a double without loss. */
const EXACT_BYTES = 7;

export class Wire {
  readonly bytes: Uint8Array;
  #at = 0;
  #end = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** The fields between two places, one after the other; each may be looked into before the next is asked for. */
  *fields(start: number, end: number): Generator<WireField> {
    let next = start;
    while (next < end) {
      const field = this.#field(next, end);
      next = field.end;
      yield field;
    }
  }

  #field(start: number, end: number): WireField {
    this.#at = start;
    this.#end = end;
    const tag = this.#varint();
    const number = Math.floor(tag / 8);
    const wire = tag % 8;
    if (number < 1 || number > 2 ** 29) throw damaged(start);
    if (wire === VARINT) {
      const value = this.#varint();
      return { number, wire, value, start: this.#at, end: this.#at };
    }
    const length = wire === LENGTH ? this.#varint() : LENGTHS[wire];
    if (length === undefined || this.#at + length > end) throw damaged(start);
    return { number, wire, value: 0, start: this.#at, end: this.#at + length };
  }

  #varint(): number {
    const start = this.#at;
    let value = 0;
    for (let place = 0; place < MOST_BYTES_OF_VARINT; place += 1) {
      const byte = this.#at < this.#end ? this.bytes[this.#at] : undefined;
      if (byte === undefined) throw damaged(start);
      this.#at += 1;
      value += (byte % 128) * 2 ** (7 * place);
      if (byte < 128) return place < EXACT_BYTES ? value : Infinity;
    }
    throw damaged(start);
  }
}

const LENGTHS: Readonly<Record<number, number>> = { [FIXED64]: 8, [FIXED32]: 4 };

function damaged(place: number): Error {
  return new Error(`not an ONNX model: the file cannot be read as one (byte ${place})`);
}
