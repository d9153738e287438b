/**
 * What the student's code finds in its world: the language and `console`, but not the process it runs in. This is for
 * clear messages; what holds a hostile program is the process around it.
 */
import { Buffer } from 'node:buffer';
import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { type RunnerLink } from './link.ts';
import { currentPlace } from './place.ts';

const network = ['fetch', 'WebSocket', 'EventSource', 'Request', 'Response', 'Headers', 'FormData'];

export function closeWorld(): void {
  for (const name of network) Reflect.deleteProperty(globalThis, name);
  for (const name of ['process', 'require', 'Buffer']) forbid(name);
}

function forbid(name: string): void {
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get(): never {
      throw new ReferenceError(`${name} is not there for a program under test`);
    },
  });
}

/** Node's own would write to the process's own output, and a program's counts what it was asked to count. */
export function removeConsole(): void {
  Reflect.deleteProperty(globalThis, 'console');
}

/** Sends what the program prints to the controller; a flood ends the program at the line that prints. */
export function captureConsole(link: RunnerLink, outputBytes: number): void {
  let left = outputBytes;
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      left -= Buffer.byteLength(chunk);
      if (left < 0) stopFlood(link, outputBytes);
      link.send('text', { text: chunk });
      done();
    },
  });
  const value = new Console({ stdout: stream, stderr: stream });
  Object.defineProperty(globalThis, 'console', {
    value,
    writable: true,
    enumerable: false,
    configurable: true,
  });
}

function stopFlood(link: RunnerLink, outputBytes: number): never {
  const place = currentPlace();
  link.send('failure', {
    cause: 'output',
    message: `the program printed more than ${outputBytes} bytes`,
    ...(place !== undefined && { at: place }),
  });
  return link.halt();
}
