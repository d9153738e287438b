/** Student runners that are not ours: what a hostile program could make of the real one. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Content, encodeMessage } from '../../src/runtime/frame/message.ts';
import { fromRunnerKinds } from '../../src/runtime/wire/runner.ts';
import { emptyDist } from './builtPrograms.ts';

type Kind = (typeof fromRunnerKinds)[number];

/** A statement that sends a message, well formed or not. */
export function sends(kind: Kind, content: Content): string {
  return sendsBytes(encodeMessage(fromRunnerKinds, { kind, seq: 1, ...content }));
}

export function sendsBytes(bytes: Uint8Array): string {
  return `fs.writeSync(4, Buffer.from('${Buffer.from(bytes).toString('base64')}', 'base64'));`;
}

/** A statement that waits for something from the controller. */
export const hears = 'fs.readSync(3, Buffer.alloc(1 << 20));';

export const getsReady = sends('ready', { body: { permission: true } });
export const loads = `${getsReady} ${hears} ${sends('loaded', { body: {} })} ${hears}`;

/** For statements that say what they find: `say({ text })` prints. */
const say = `function say(body) {
  const header = Buffer.from(JSON.stringify({ body, shapes: [] }));
  const frame = Buffer.alloc(13 + header.length);
  frame.writeUInt32LE(9 + header.length, 0);
  frame[4] = ${fromRunnerKinds.indexOf('text')};
  frame.writeUInt32LE(header.length, 9);
  header.copy(frame, 13);
  fs.writeSync(4, frame);
}`;

/** A folder of built programs whose student runner does this. */
export async function distWithRunner(...statements: readonly string[]): Promise<string> {
  const dist = await emptyDist();
  const source = ["import fs from 'node:fs';", say, ...statements].join('\n');
  await writeFile(path.join(dist, 'studentRunner.mjs'), source);
  return dist;
}
