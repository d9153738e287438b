/** Small signs drawn with the colour of the text around them; hidden from screen readers, for words stand beside them. */

import { type SVGTemplateResult, type TemplateResult, html, svg } from 'lit';

const stroke = (path: string): SVGTemplateResult =>
  svg`<path d=${path} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"></path>`;
const disc = svg`<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"></circle>`;

const icons = {
  check: svg`${disc}${stroke('M5 8.3 7.2 10.5 11 5.8')}`,
  cross: svg`${disc}${stroke('M5.7 5.7 10.3 10.3 M10.3 5.7 5.7 10.3')}`,
  half: svg`${disc}<path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor"></path>`,
  question: svg`${disc}${stroke('M6.3 6.2a1.7 1.7 0 1 1 2.4 1.6c-.5.3-.7.6-.7 1.2 M8 11.2v.05')}`,
  warning: svg`${stroke('M8 2 14.5 13.5H1.5z M8 6.5v3.2 M8 11.6v.05')}`,
  person: svg`${stroke('M8 8a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 8 8z M2.75 14c.4-2.6 2.4-4 5.25-4s4.85 1.4 5.25 4')}`,
  circle: disc,
  info: svg`${disc}${stroke('M8 7.3v3.6 M8 5v.05')}`,
  lock: svg`${stroke('M3.5 7.5h9v6h-9z M5.25 7.5V5a2.75 2.75 0 0 1 5.5 0v2.5')}`,
  saved: svg`${stroke('M3 8.5 6.3 11.8 13 4.8')}`,
  dot: svg`<circle cx="8" cy="8" r="3" fill="currentColor"></circle>`,
  back: svg`${stroke('M10 3 5 8l5 5')}`,
  forward: svg`${stroke('M6 3l5 5-5 5')}`,
  file: svg`${stroke('M4 1.75h5L12.5 5v9.25H4z M9 1.75V5h3.5')}`,
  play: svg`${stroke('M4.5 2.75 12.5 8l-8 5.25z')}`,
  reset: svg`${stroke('M3 3v3.5h3.5 M3.3 6.5A5.25 5.25 0 1 1 2.9 9')}`,
  up: svg`${stroke('M3 10l5-5 5 5')}`,
  down: svg`${stroke('M3 6l5 5 5-5')}`,
  remove: svg`${stroke('M3.5 3.5 12.5 12.5 M12.5 3.5 3.5 12.5')}`,
  undo: svg`${stroke('M6.5 3 3 6.5 6.5 10 M3 6.5h6a3.75 3.75 0 0 1 0 7.5H6')}`,
  redo: svg`${stroke('M9.5 3 13 6.5 9.5 10 M13 6.5H7a3.75 3.75 0 0 0 0 7.5h3')}`,
  plus: svg`${stroke('M8 3v10 M3 8h10')}`,
  minus: svg`${stroke('M3 8h10')}`,
  fit: svg`${stroke('M2.5 6V2.5H6 M10 2.5h3.5V6 M13.5 10v3.5H10 M6 13.5H2.5V10')}`,
  layers: svg`${stroke('M2 3h4v3.5H2z M2 9.5h4V13H2z M10 6.2h4v3.6h-4z M6 4.7 10 7.3 M6 11.2 10 8.7')}`,
  swap: svg`${stroke('M2.5 5.5h11l-3-3 M13.5 10.5h-11l3 3')}`,
  edit: svg`${stroke('M3 13l.8-3.2L10.9 2.7l2.4 2.4-7.1 7.1z M9.3 4.3l2.4 2.4')}`,
  insert: svg`${stroke('M2.5 4.5h11 M8 7.5v6 M5 10.5h6')}`,
  stop: svg`${stroke('M4 4h8v8H4z')}`,
} as const satisfies Readonly<Record<string, SVGTemplateResult>>;

export type IconName = keyof typeof icons;

export const icon = (name: IconName, slot = ''): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" slot=${slot}>${icons[name]}</svg>`;
