/** A formula at a place of a picture. How large it will be is only guessed: nothing is measured where pages are made. */

import { type Point } from '../answers/evidence.ts';
import { type Html, html } from '../html.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const LETTER = 8.5;
const LINE = 24;

/** From the signs that show in KaTeX's markup; fractions and powers are a little narrower than guessed. */
export function sizeOf(content: Html): Size {
  const shown = content
    .toString()
    .replace(/<(?:math|annotation)[^]*?<\/math>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&[a-z0-9#]+;/gi, 'x');
  const tall = /class="[^"]*(?:mfrac|large-op)/.test(content.toString()) ? 1.5 : 1;
  return { width: 10 + LETTER * Math.min(60, shown.trim().length), height: LINE * tall };
}

/** @param isAside stands on lines, from which it is set off */
export function tag([x, y]: Point, { width, height }: Size, content: Html, isAside = false): Html {
  const [left, top] = [x - width / 2, y - height / 2].map((each) => each.toFixed(1));
  return html`<foreignObject
    x="${left}"
    y="${top}"
    width="${width}"
    height="${height}"
    style="overflow:visible"
    ><div class="tag ${isAside && 'aside'}"><span>${content}</span></div></foreignObject
  >`;
}
