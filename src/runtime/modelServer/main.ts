/**
 * The model server: the only process that loads onnxruntime. A crash or a hang of foreign models stays in here, and
 * the controller starts it again.
 */
import { Socket } from 'node:net';
import { FrameDecoder } from '../frame/frame.ts';
import { decodeMessage, encodeMessage } from '../frame/message.ts';
import { fromServerKinds, toServerKinds } from '../wire/server.ts';
import { preload } from './onnxSession.ts';
import { RequestDesk } from './requestDesk.ts';

const maxFrameBytes = 2 ** 30;

const output = new Socket({ fd: 4, readable: false, writable: true });
const desk = new RequestDesk((reply) => {
  output.write(encodeMessage(fromServerKinds, reply));
});
const decoder = new FrameDecoder(maxFrameBytes);

new Socket({ fd: 3, readable: true, writable: false })
  .on('data', (chunk: Uint8Array) => {
    for (const frame of decoder.push(chunk)) desk.take(decodeMessage(toServerKinds, frame));
  })
  // the controller is gone
  .on('close', () => process.exit());

// loading takes a while; a failure shows when a model is opened
preload().catch(() => undefined);
