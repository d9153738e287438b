/** Which pictures a run has: the plane where there are two inputs, and what was measured over the iterations. */

import { type TemplateResult, html } from 'lit';
import { type AttackRow, type AttackViewState } from '../../src/protocol/messages.ts';
import { type AttackSession } from './attackSession.ts';
import { type Colours } from './colours.ts';
import { drawCurve } from './curve.ts';
import { planeTable, seriesTable } from './dataTable.ts';
import { figureView } from './figureView.ts';
import { drawPlane } from './plane.ts';
import { describePlane } from './planeWords.ts';
import { type Series, describe } from './series.ts';

export interface PictureProps {
  readonly session: AttackSession;
  readonly colours: Colours;
  /** of one picture, CSS pixels */
  readonly width: number;
}

interface Curve extends Series {
  readonly title: string;
  readonly file: string;
  readonly level?: number;
}

export function pictures(state: AttackViewState, row: AttackRow | undefined, props: PictureProps) {
  const plane = state.field && row ? [planeFigure(state.field, row, props)] : [];
  return [...plane, ...curvesOf(state, row).map((curve) => curveFigure(curve, props))];
}

function curvesOf({ loss }: AttackViewState, row: AttackRow | undefined): readonly Curve[] {
  // The path may start with z as it was before the first iteration.
  const first = (values: readonly number[]): number => (values.length > loss.length ? 0 : 1);
  const { output = [], distance = [] } = row ?? {};
  const curves: readonly Curve[] = [
    { title: 'Loss', name: 'loss', file: 'loss', first: 1, values: loss },
    {
      title: 'Output f(z)',
      name: 'f(z)',
      file: 'output',
      first: first(output),
      values: output,
      level: 0,
    },
    {
      title: 'Distance ‖x − z‖',
      name: '‖x − z‖',
      file: 'distance',
      first: first(distance),
      values: distance,
    },
  ];
  // One value is no curve.
  return curves.filter(({ values }) => values.length > 1);
}

function curveFigure(curve: Curve, { session, colours, width }: PictureProps): TemplateResult {
  return figureView({
    title: curve.title,
    name: curve.file,
    drawn: drawCurve(curve, { width, colours, level: curve.level }),
    summary: describe(curve),
    table: seriesTable(curve),
    session,
    colours,
  });
}

function planeFigure(
  field: NonNullable<AttackViewState['field']>,
  row: AttackRow,
  { session, colours, width }: PictureProps,
): TemplateResult {
  return figureView({
    title: 'The path of z',
    name: 'plane',
    drawn: drawPlane(field, row, { width, colours }),
    summary: describePlane(field, row),
    table: planeTable(row),
    legend,
    session,
    colours,
  });
}

const legend = html`<ul class="legend" aria-hidden="true">
  <li><span class="swatch swatch-negative"></span>f &lt; 0</li>
  <li><span class="swatch swatch-positive"></span>f &gt; 0</li>
  <li><span class="swatch swatch-boundary"></span>f = 0</li>
  <li><span class="swatch swatch-path"></span>path of z</li>
</ul>`;
