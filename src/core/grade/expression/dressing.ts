/** What people write around an answer: the left side repeated, an equals sign in front, a full stop behind. */

/** Blanks in its place, so that every other character stays where it stood. */
export function withoutDressing(text: string, asked: string | undefined): string {
  const undotted = text.replace(/[.;\s]+$/, (end) => ' '.repeat(end.length));
  const body = undotted.replace(/^(\s*(?:&\s*)?)=/, '$1 ');
  const sign = body.indexOf('=');
  const repeats = asked !== undefined && sign > 0 && plain(body.slice(0, sign)) === plain(asked);
  return repeats ? ' '.repeat(sign + 1) + body.slice(sign + 1) : body;
}

/** The same for texts that differ in spacing and size only. */
function plain(text: string): string {
  return text
    .replace(/\\(?:left|right|displaystyle|[,;:!&])/g, '')
    .replace(/\\[dt]frac/g, String.raw`\frac`)
    .replace(/[\s{}&]/g, '');
}
