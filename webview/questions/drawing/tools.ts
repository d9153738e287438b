/** The tools of the board: what each is called, how it is used, how its button looks. */

import { type SVGTemplateResult, svg } from 'lit';
import { type DrawnType } from '../../../src/protocol/messages.ts';

export type Tool = 'select' | DrawnType | 'label';

interface ToolFace {
  readonly words: string;
  /** key on the board */
  readonly key: string;
  readonly how: string;
  readonly sign: SVGTemplateResult;
}

const stroke = (path: string): SVGTemplateResult =>
  svg`<path d=${path} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"></path>`;
const dot = (x: number, y: number): SVGTemplateResult =>
  svg`<circle cx=${x} cy=${y} r="1.9" fill="currentColor"></circle>`;

export const TOOLS: { readonly [T in Tool]: ToolFace } = {
  select: {
    words: 'Select and move',
    key: 'v',
    how: 'Drag an object, one of its points or a label. Drag the empty plane to move the view.',
    sign: stroke('M4 2.5 12.2 8.3 8.6 9.1 10.6 13 8.9 13.8 7 9.9 4.4 12.2z'),
  },
  line: {
    words: 'Line',
    key: 'l',
    how: 'Click two points; the line runs through both to the edge and beyond.',
    sign: svg`${stroke('M1.5 13 14.5 3')}${dot(5.4, 10)}${dot(10.6, 6)}`,
  },
  ray: {
    words: 'Ray',
    key: 'r',
    how: 'Click where the ray starts, then a point that it runs through.',
    sign: svg`${stroke('M3 12.5 14 3.5 M10.3 3.7 14 3.5 13.2 7')}${dot(3, 12.5)}`,
  },
  segment: {
    words: 'Segment',
    key: 's',
    how: 'Click both ends.',
    sign: svg`${stroke('M3 12.5 13 3.5')}${dot(3, 12.5)}${dot(13, 3.5)}`,
  },
  polyline: {
    words: 'Polyline',
    key: 'p',
    how: 'Click point after point; the last one twice, or Enter, ends it.',
    sign: svg`${stroke('M2 12 6 5 10 10.5 14 3.5')}${dot(2, 12)}${dot(6, 5)}${dot(10, 10.5)}${dot(14, 3.5)}`,
  },
  label: {
    words: 'Label',
    key: 't',
    how: 'Click where a formula belongs, and write it.',
    sign: stroke('M3.5 5V3.2h9V5 M8 3.2v9.6 M6.3 12.8h3.4'),
  },
};

export const DRAWN: readonly DrawnType[] = ['line', 'ray', 'segment', 'polyline'];

export const isDrawn = (tool: Tool): tool is DrawnType => tool !== 'select' && tool !== 'label';

/** Signs of what is no tool. */
export const SIGNS = {
  remove: stroke('M3 4.5h10 M6 4.5V2.8h4v1.7 M4.3 4.5l.6 9h6.2l.6-9 M6.8 7v4 M9.2 7v4'),
  snap: svg`${stroke('M5.3 2v12 M10.7 2v12 M2 5.3h12 M2 10.7h12')}<circle cx="10.7" cy="5.3" r="2.6" fill="currentColor"></circle>`,
} as const;
