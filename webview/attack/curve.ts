/** One series over iterations as a line, with the value under the pointer. */

import * as Plot from '@observablehq/plot';
import { type Colours } from './colours.ts';
import { type Point, type Series, describe, pointsOf, short, wantsLog } from './series.ts';
import { type Drawn, freeOfStyles } from './drawn.ts';

/** More points than a panel has pixels only cost time. */
const MOST_POINTS = 1500;

export interface CurveOptions {
  readonly width: number;
  readonly colours: Colours;
  /** a level worth a line, such as the boundary f = 0 */
  readonly level?: number | undefined;
}

export function drawCurve(series: Series, { width, colours, level }: CurveOptions): Drawn {
  const data = pointsOf(series, MOST_POINTS);
  const isLog = wantsLog(series.values);
  const line = { x: 'iteration', y: 'value' } as const;
  const plot = Plot.plot({
    width,
    height: 200,
    marginLeft: 56,
    ariaLabel: describe(series),
    style: { background: 'transparent', color: colours.foreground },
    x: { label: 'iteration', domain: domainOf(series), tickSpacing: 80 },
    y: {
      label: isLog ? `${series.name} (log)` : series.name,
      type: isLog ? 'log' : 'linear',
      grid: true,
      nice: true,
      ...(isLog ? { ticks: 5, tickFormat: short } : {}),
    },
    marks: [
      level === undefined
        ? null
        : Plot.ruleY([level], { stroke: colours.quiet, strokeDasharray: '4 3' }),
      Plot.lineY(data, { ...line, stroke: colours.line, strokeWidth: 1.75 }),
      data.length === 1 ? Plot.dot(data, { ...line, fill: colours.line }) : null,
      Plot.ruleX(data, Plot.pointerX({ ...line, stroke: colours.quiet })),
      Plot.tip(
        data,
        Plot.pointerX({
          ...line,
          title: ({ iteration, value }: Point) =>
            `iteration ${iteration}\n${series.name} ${short(value)}`,
          fill: colours.background,
          stroke: colours.quiet,
        }),
      ),
    ],
  });
  return freeOfStyles(plot);
}

/** The axis does not shrink to one point while the first iteration is all there is. */
const domainOf = ({ first, values }: Series): [number, number] => [
  first,
  Math.max(first + 1, first + values.length - 1),
];
