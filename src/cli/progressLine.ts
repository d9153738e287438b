/** One line on the terminal that says how far something is, and goes away at its end. */

import { type CommandIo } from './command.ts';

export interface ProgressLine {
  show(text: string): void;
  clear(): void;
}

/** Says nothing where nobody watches. */
export function progressLine(io: CommandIo): ProgressLine {
  const write = (text: string): void => {
    // back to the line's start, and the rest of it erased (ECMA-48)
    if (io.interactive) io.stderr(`\r\u001b[K${text}`);
  };
  return {
    show: write,
    clear: () => {
      write('');
    },
  };
}
