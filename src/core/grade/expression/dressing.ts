/** What people write around an answer: the left side repeated, an equals sign in front, a full stop behind. */

import { signIn } from './namedValue.ts';

/** Blanks in its place, so that every other character stays where it stood. */
export function withoutDressing(text: string, asked: string | undefined): string {
  const body = withoutSign(withoutStop(text));
  const [sign, at] = signIn(body);
  const end = at + sign.length;
  const repeats = asked !== undefined && at > 0 && plain(body.slice(0, at)) === plain(asked);
  return repeats ? ' '.repeat(end) + body.slice(end) : body;
}

function withoutStop(text: string): string {
  const end = text.trimEnd();
  const stopped = end.endsWith('.') || end.endsWith(';');
  return stopped ? `${end.slice(0, -1)} ` : text;
}

function withoutSign(text: string): string {
  const sign = text.length - text.trimStart().length;
  return text[sign] === '=' ? `${text.slice(0, sign)} ${text.slice(sign + 1)}` : text;
}

/** The same for texts that differ in spacing and size only. */
function plain(text: string): string {
  return text
    .replace(/\\(?:left|right|displaystyle|[,;:!&])/g, '')
    .replace(/\\[dt]frac/g, String.raw`\frac`)
    .replace(/[\s{}&]/g, '');
}
