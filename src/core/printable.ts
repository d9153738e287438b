/** Strangers' text for places that obey some of its characters: terminals, tables, pages. */

/** But for tabs and line feeds: control characters, other line ends, marks of direction, halves of characters. */
const OBEYED =
  /(?![\t\n])[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Signs that would be obeyed are shown by their number, as in `\u202e`. */
export function printable(text: string): string {
  return text.replace(OBEYED, shown);
}

function shown(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}

/** On one line, and no longer than that. @param most characters (UTF-16) */
export function brief(text: string, most: number): string {
  const line = printable(text.slice(0, 2 * most))
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > most || text.length > 2 * most ? `${line.slice(0, most - 1)}…` : line;
}
