/** Tables as text that spreadsheets read and do not obey. */

import { printable } from '../../core/printable.ts';

export type Cell = string | number | undefined;

/** RFC 4180: comma, CRLF, quotes doubled; with a byte order mark, by which spreadsheets know UTF-8. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(content: Cell): string {
  if (content === undefined) return '';
  if (typeof content === 'number') return Number.isFinite(content) ? String(content) : '';
  const safe = inert(printable(content));
  return /[",\n\t ']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection); wide forms of
 * the signs count too, and so do signs after blanks.
 */
function inert(text: string): string {
  return /^\s*[=+\-@|%\uff1d\uff0b\uff0d\uff20\u2212]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
