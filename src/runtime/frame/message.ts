/**
 * What a frame's payload holds: `u32 header length | header as JSON | raw float32 of the tensors | raw bytes`. The
 * header is `{ body, shapes }`. Decoding checks sizes only; the body stays `unknown` until its schema has seen it.
 */
import { type Shape, sizeOf, type TensorData } from '../../engine/tensor.ts';
import { encodeFrame, type Frame, FrameError } from './frame.ts';

export interface Content {
  readonly body: unknown;
  readonly tensors?: readonly TensorData[];
  readonly bytes?: Uint8Array;
}

export interface Message<Kind extends string> extends Required<Content> {
  readonly kind: Kind;
  readonly seq: number;
}

const maxRank = 16;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** `kinds` numbers the kinds of message of one direction: a kind's place is its frame type. */
export function encodeMessage<Kind extends string>(
  kinds: readonly Kind[],
  message: Content & { readonly kind: Kind; readonly seq: number },
): Uint8Array {
  const type = kinds.indexOf(message.kind);
  return encodeFrame({ type, seq: message.seq, payload: encodeContent(message) });
}

/** Throws a FrameError that says what is wrong with the frame. */
export function decodeMessage<Kind extends string>(
  kinds: readonly Kind[],
  frame: Frame,
): Message<Kind> {
  const kind = kinds[frame.type];
  if (kind === undefined) throw new FrameError(`no message has type ${frame.type}`);
  return { kind, seq: frame.seq, ...decodeContent(frame.payload) };
}

function encodeContent({ body, tensors = [], bytes = new Uint8Array() }: Content): Uint8Array {
  const shapes = tensors.map((tensor) => tensor.shape);
  const header = encoder.encode(JSON.stringify({ body, shapes }, exactNumbers));
  const floatBytes = tensors.reduce((sum, { data }) => sum + data.byteLength, 0);
  const payload = new Uint8Array(4 + header.byteLength + floatBytes + bytes.byteLength);
  new DataView(payload.buffer).setUint32(0, header.byteLength, true);
  payload.set(header, 4);
  let at = 4 + header.byteLength;
  for (const { data } of tensors) {
    payload.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  payload.set(bytes, at);
  return payload;
}

/** JSON has no NaN, infinities or -0; they travel as strings and `exactNumber` reads them back. */
export function exactNumbers(_key: string, value: unknown): unknown {
  if (typeof value !== 'number') return value;
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) ? value : String(value);
}

export type ExactNumber = number | 'NaN' | 'Infinity' | '-Infinity' | '-0';

function decodeContent(payload: Uint8Array): Required<Content> {
  const headerEnd = 4 + headerLength(payload);
  const header = parseHeader(payload.subarray(4, headerEnd));
  const tail = payload.subarray(headerEnd);
  const shapes = parseShapes(header['shapes']);
  const floats = shapes.reduce((sum, shape) => sum + sizeOf(shape), 0);
  if (floats * 4 > tail.byteLength) {
    throw new FrameError(`tensors of ${floats * 4} bytes in a tail of ${tail.byteLength}`);
  }
  const data = new Float32Array(tail.slice(0, floats * 4).buffer);
  return { body: header['body'], tensors: cut(data, shapes), bytes: tail.subarray(floats * 4) };
}

function headerLength(payload: Uint8Array): number {
  if (payload.byteLength < 4) throw new FrameError('a payload has no header length');
  const length = new DataView(payload.buffer, payload.byteOffset).getUint32(0, true);
  if (length > payload.byteLength - 4) {
    throw new FrameError(`a header of ${length} bytes in a payload of ${payload.byteLength}`);
  }
  return length;
}

function parseHeader(text: Uint8Array): Record<string, unknown> {
  let header: unknown;
  try {
    header = JSON.parse(decoder.decode(text));
  } catch {
    throw new FrameError('a header is not JSON');
  }
  if (typeof header !== 'object' || header === null) throw new FrameError('a header is no object');
  return { ...header };
}

function parseShapes(value: unknown): Shape[] {
  if (!Array.isArray(value)) throw new FrameError('a header has no shapes');
  return value.map((shape: unknown) => {
    if (!isShape(shape)) throw new FrameError('a header has a bad shape');
    return shape;
  });
}

export function isShape(value: unknown): value is Shape {
  return (
    Array.isArray(value) &&
    value.length <= maxRank &&
    value.every((n) => Number.isSafeInteger(n) && Number(n) >= 0)
  );
}

function cut(data: Float32Array, shapes: readonly Shape[]): TensorData[] {
  let at = 0;
  return shapes.map((shape) => {
    const size = sizeOf(shape);
    at += size;
    return { shape, data: data.subarray(at - size, at) };
  });
}
