/** A drawn picture as a file that stands alone: no theme, no style sheet, no variables. */

import { type Colours } from './colours.ts';
import { type Drawn } from './drawn.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** PNG pixels per CSS pixel: sharp in print and on dense screens. */
const PNG_SCALE = 2;

/** SVG text with background, type and words of its own. */
export function svgText(drawn: Drawn, { background, foreground }: Colours): string {
  const copy = drawn.cloneNode(true) as Drawn; // a clone is what its original was
  copy.setAttribute('xmlns', SVG);
  copy.removeAttribute('class');
  copy.removeAttribute('style');
  copy.setAttribute('color', foreground);
  copy.setAttribute('font-family', 'system-ui, sans-serif');
  copy.prepend(titleOf(drawn), backdrop(drawn, background));
  return new XMLSerializer().serializeToString(copy);
}

function titleOf(drawn: Drawn): Element {
  const title = document.createElementNS(SVG, 'title');
  title.textContent = drawn.getAttribute('aria-label') ?? '';
  return title;
}

function backdrop(drawn: Drawn, colour: string): Element {
  const rect = document.createElementNS(SVG, 'rect');
  rect.setAttribute('width', String(drawn.width.baseVal.value));
  rect.setAttribute('height', String(drawn.height.baseVal.value));
  rect.setAttribute('fill', colour);
  return rect;
}

/** The same as a PNG in base64, without the prefix of a data URI. */
export async function pngBase64(drawn: Drawn, colours: Colours): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(drawn, colours))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = drawn.width.baseVal.value * PNG_SCALE;
  canvas.height = drawn.height.baseVal.value * PNG_SCALE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This view cannot draw pictures.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}
