/** What a student's program may use, unless the caller says otherwise. */
import { type Limits } from './attack.ts';

export const defaultLimits: Limits = {
  wallMs: 10_000,
  memoryMiB: 512,
  outputBytes: 64 * 1024,
  frameBytes: 16 * 2 ** 20,
};

function inSeconds(ms: number): string {
  return `${Number((ms / 1000).toFixed(1))} s`;
}

export function tooLong({ wallMs }: Limits): string {
  return `the program was still running after ${inSeconds(wallMs)}`;
}

export function tooMuchMemory({ memoryMiB }: Limits): string {
  return `the program needed more than ${memoryMiB} MiB of memory`;
}

export function tooMuchOutput({ outputBytes }: Limits): string {
  return `the program printed more than ${outputBytes} bytes`;
}
