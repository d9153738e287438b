/**
 * Frames on a byte stream: `u32 length | u8 type | u32 seq | payload`, little endian, where length counts everything
 * after itself. The length is checked before anything is allocated, because the sender may be hostile.
 */

export interface Frame {
  readonly type: number;
  readonly seq: number;
  readonly payload: Uint8Array;
}

const lengthBytes = 4;
const headBytes = 5;
const frameOverhead = lengthBytes + headBytes;

export class FrameError extends Error {
  override readonly name = 'FrameError';
}

export function encodeFrame({ type, seq, payload }: Frame): Uint8Array {
  const bytes = new Uint8Array(frameOverhead + payload.byteLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, headBytes + payload.byteLength, true);
  view.setUint8(4, type);
  view.setUint32(5, seq, true);
  bytes.set(payload, frameOverhead);
  return bytes;
}

/** Size of what follows the length field. Throws a FrameError when it is not between a bare head and `maxBytes`. */
export function checkedLength(length: Uint8Array, maxBytes: number): number {
  const size = new DataView(length.buffer, length.byteOffset, lengthBytes).getUint32(0, true);
  if (size < headBytes) throw new FrameError(`a frame needs ${headBytes} bytes, found ${size}`);
  if (size > maxBytes) {
    throw new FrameError(`a frame may have ${maxBytes} bytes, found ${size}`);
  }
  return size;
}

/** `body` is everything after the length field. */
export function parseBody(body: Uint8Array): Frame {
  const view = new DataView(body.buffer, body.byteOffset, headBytes);
  return {
    type: view.getUint8(0),
    seq: view.getUint32(1, true),
    payload: body.subarray(headBytes),
  };
}

/** Cuts a stream that arrives in arbitrary pieces into frames. */
export class FrameDecoder {
  readonly #maxBytes: number;
  readonly #length = new Uint8Array(lengthBytes);
  #body: Uint8Array | undefined;
  /** bytes of the current part (length or body) that are there already */
  #filled = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Frames that `chunk` completes. Throws a FrameError on a bad length; the stream is lost then. */
  push(chunk: Uint8Array): Frame[] {
    const frames: Frame[] = [];
    for (let rest = chunk; rest.byteLength > 0;) {
      rest = this.#take(rest);
      const frame = this.#complete();
      if (frame !== undefined) frames.push(frame);
    }
    return frames;
  }

  #take(chunk: Uint8Array): Uint8Array {
    const target = this.#body ?? this.#length;
    const piece = chunk.subarray(0, target.byteLength - this.#filled);
    target.set(piece, this.#filled);
    this.#filled += piece.byteLength;
    return chunk.subarray(piece.byteLength);
  }

  #complete(): Frame | undefined {
    if (this.#filled < (this.#body ?? this.#length).byteLength) return undefined;
    this.#filled = 0;
    if (this.#body === undefined) {
      this.#body = new Uint8Array(checkedLength(this.#length, this.#maxBytes));
      return undefined;
    }
    const frame = parseBody(this.#body);
    this.#body = undefined;
    return frame;
  }
}
