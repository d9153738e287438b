/**
 * A grading worker: reads submissions, which may be anything, and grades them one after the other. It holds the task
 * set with its solutions but no key, and whatever brings it down costs one submission.
 */
import { Socket } from 'node:net';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FrameDecoder } from '../../frame/frame.ts';
import { decodeMessage, encodeMessage } from '../../frame/message.ts';
import { probeBubblewrap } from '../../sandbox/bubblewrap.ts';
import { knowsPermissions } from '../../sandbox/node.ts';
import { fromWorkerKinds, toWorkerKinds } from './messages.ts';
import { type Reply, WorkerDesk } from './workerDesk.ts';

const maxFrameBytes = 2 ** 30;

const output = new Socket({ fd: 4, readable: false, writable: true });
const decoder = new FrameDecoder(maxFrameBytes);
const reply: Reply = (kind, content) => {
  output.write(encodeMessage(fromWorkerKinds, { kind, seq: 0, ...content }));
};

const probe = await probeBubblewrap();
const weaker = knowsPermissions ? 'permission' : 'none';
const isolation = probe.works ? 'bubblewrap' : weaker;
const desk = new WorkerDesk(dirname(fileURLToPath(import.meta.url)), isolation, reply);

new Socket({ fd: 3, readable: true, writable: false })
  .on('data', (chunk: Uint8Array) => {
    for (const frame of decoder.push(chunk)) desk.take(decodeMessage(toWorkerKinds, frame));
  })
  // the controller is gone
  .on('close', () => process.exit());

reply('ready', { body: { isolation, ...(probe.works ? {} : { note: probe.why }) } });
