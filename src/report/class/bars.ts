/** Bars: counts over equal parts of a range, and shares beside words. */

import { type Content, type Html, html } from '../html.ts';
import { pointsText } from '../words.ts';

interface Histogram {
  /** what is counted, for who does not see it */
  readonly label: string;
  readonly counts: readonly number[];
  /** what the last bar ends at */
  readonly most: number;
}

const SIZE = { width: 420, height: 120, base: 96, top: 16 } as const;

export function histogramPlot({ label, counts, most }: Histogram): Html {
  const step = SIZE.width / counts.length;
  const highest = Math.max(1, ...counts);
  const bars = counts.map((count, bin) => {
    const height = (count / highest) * (SIZE.base - SIZE.top);
    const [x, y] = [bin * step + 2, SIZE.base - height].map((each) => each.toFixed(1));
    const middle = ((bin + 0.5) * step).toFixed(1);
    return html`<rect
        class="bar"
        x="${x}"
        y="${y}"
        width="${(step - 4).toFixed(1)}"
        height="${height.toFixed(1)}"
        rx="1.5"
      />
      ${count > 0 && html`<text class="count" x="${middle}" y="${(SIZE.base - height - 4).toFixed(1)}" text-anchor="middle">${count}</text>`}`;
  });
  const ends = [0, most / 2, most].map((value, i) => {
    const anchor = ['start', 'middle', 'end'][i] ?? 'middle';
    return html`<text x="${(i * SIZE.width) / 2}" y="${SIZE.base + 16}" text-anchor="${anchor}"
      >${pointsText(value)}</text
    >`;
  });
  return html`<figure class="plot">
    <svg
      viewBox="0 0 ${SIZE.width} ${SIZE.height}"
      role="img"
      aria-label="${spoken({ label, counts, most })}"
    >
      ${bars}
      <path class="base" d="M0 ${SIZE.base}H${SIZE.width}" />
      ${ends}
    </svg>
  </figure>`;
}

function spoken({ label, counts, most }: Histogram): string {
  const edge = (bin: number): string => pointsText((most * bin) / counts.length);
  const parts = counts.flatMap((count, bin) =>
    count > 0 ? [`${edge(bin)} to ${edge(bin + 1)}: ${count}`] : [],
  );
  return `${label}: ${parts.length === 0 ? 'none' : parts.join('; ')}`;
}

interface Share {
  readonly name: Content;
  readonly count: number;
  readonly tone?: 'good' | 'bad' | undefined;
}

/** @param of what a full bar stands for */
export function shares(items: readonly Share[], of: number): Html {
  const rows = items.map(({ name, count, tone = '' }) => {
    const width = of > 0 ? Math.min(100, (100 * count) / of) : 0;
    return html`<li>
      <span>${name}</span
      ><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="bar ${tone}" width="${width.toFixed(1)}" height="10" /></svg
      ><span class="number">${count}</span>
    </li>`;
  });
  return html`<ul class="shares">
    ${rows}
  </ul>`;
}
