/** Text for a terminal. */

/** Students and authors wrote what is printed. */
export { printable } from '../core/printable.ts';

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
