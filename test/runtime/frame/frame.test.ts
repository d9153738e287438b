import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFrame, FrameDecoder, FrameError } from '../../../src/runtime/frame/frame.ts';

const frames = fc.array(
  fc.record({
    type: fc.integer({ min: 0, max: 255 }),
    seq: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    payload: fc.uint8Array({ maxLength: 40 }),
  }),
  { maxLength: 5 },
);

function header(length: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, length, true);
  return bytes;
}

describe('frames', () => {
  it('come out as they went in, however the stream is cut', () => {
    fc.assert(
      fc.property(frames, fc.integer({ min: 1, max: 20 }), (sent, piece) => {
        const stream = Uint8Array.from(sent.flatMap((frame) => [...encodeFrame(frame)]));
        const decoder = new FrameDecoder(1000);
        const received = [];
        for (let at = 0; at < stream.length; at += piece) {
          received.push(...decoder.push(stream.subarray(at, at + piece)));
        }
        expect(received).toEqual(sent);
      }),
    );
  });

  it('are refused by their length before anything is allocated', () => {
    const decoder = new FrameDecoder(1000);
    expect(() => decoder.push(header(0xffffffff))).toThrow(
      new FrameError('a frame may have 1000 bytes, found 4294967295'),
    );
  });

  it('are refused when they are shorter than their own head', () => {
    expect(() => new FrameDecoder(1000).push(header(0))).toThrow('a frame needs 5 bytes, found 0');
  });
});
