import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Frame, FrameDecoder, FrameError } from '../../../src/runtime/frame/frame.ts';
import { decodeMessage, encodeMessage } from '../../../src/runtime/frame/message.ts';

const kinds = ['load', 'run'] as const;

function frameOf(bytes: Uint8Array): Frame {
  const [frame] = new FrameDecoder(2 ** 20).push(bytes);
  if (frame === undefined) throw new Error('the frame is not complete');
  return frame;
}

function payloadOf(header: string, tail: readonly number[] = []): Uint8Array {
  const text = new TextEncoder().encode(header);
  const payload = new Uint8Array(4 + text.length + tail.length);
  new DataView(payload.buffer).setUint32(0, text.length, true);
  payload.set(text, 4);
  payload.set(tail, 4 + text.length);
  return payload;
}

const decode = (payload: Uint8Array, type = 0) => decodeMessage(kinds, { type, seq: 1, payload });

describe('messages', () => {
  it('carry plain data, tensors and bytes', () => {
    const tensors = [
      { shape: [2, 1], data: Float32Array.of(Number.NaN, -0) },
      { shape: [0, 3], data: new Float32Array() },
      { shape: [], data: Float32Array.of(Infinity) },
    ];
    const bytes = Uint8Array.of(7, 8, 9);
    const sent = { kind: 'run' as const, seq: 5, body: { name: 'ü', list: [1] }, tensors, bytes };
    expect(decodeMessage(kinds, frameOf(encodeMessage(kinds, sent)))).toEqual(sent);
  });

  it('write numbers that JSON does not have as strings', () => {
    const body = [Number.NaN, Infinity, -Infinity, -0, 0.1];
    const message = encodeMessage(kinds, { kind: 'run', seq: 1, body });
    const found = decodeMessage(kinds, frameOf(message)).body;
    expect(found).toEqual(['NaN', 'Infinity', '-Infinity', '-0', 0.1]);
  });

  it.each([
    ['an unknown type', () => decode(payloadOf('{"shapes":[]}'), 2), 'no message has type 2'],
    ['no payload', () => decode(new Uint8Array(2)), 'no header length'],
    ['a header beyond the payload', () => decode(Uint8Array.of(9, 0, 0, 0)), 'a header of 9 bytes'],
    ['text that is not JSON', () => decode(payloadOf('{')), 'is not JSON'],
    ['a header that is no object', () => decode(payloadOf('3')), 'is no object'],
    ['no shapes', () => decode(payloadOf('{}')), 'has no shapes'],
    ['a negative size', () => decode(payloadOf('{"shapes":[[-1]]}')), 'bad shape'],
    ['a fractional size', () => decode(payloadOf('{"shapes":[[0.5]]}')), 'bad shape'],
    ['too few numbers', () => decode(payloadOf('{"shapes":[[2]]}', [0, 0, 0, 0])), '8 bytes in a'],
    ['huge tensors', () => decode(payloadOf('{"shapes":[[1e9,1e9,1e9]]}')), 'bytes in a tail of 0'],
  ])('refuse %s', (_name, attempt, message) => {
    expect(attempt).toThrow(FrameError);
    expect(attempt).toThrow(message);
  });

  it('never throw anything but a FrameError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (payload) => {
        try {
          decode(payload);
        } catch (error) {
          expect(error).toBeInstanceOf(FrameError);
        }
      }),
    );
  });
});
