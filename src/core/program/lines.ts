/** The lines of a program as an editor numbers them, the empty one after a last line break included. */

const BREAK = /\r\n|\r|\n/;

export function linesOf(text: string): string[] {
  return text.split(BREAK);
}

/** What most lines of the text end with. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  const breaks = text.match(/\r\n|\r|\n/g) ?? [];
  const windows = breaks.filter((each) => each === '\r\n').length;
  return windows > breaks.length / 2 ? '\r\n' : '\n';
}
