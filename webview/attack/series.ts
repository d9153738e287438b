/** Numbers over iterations: made drawable, made short, put in words. Knows no drawing. */

export interface Series {
  /** what it is, as in `loss` */
  readonly name: string;
  /** iteration of the first value */
  readonly first: number;
  readonly values: readonly number[];
}

export interface Point {
  readonly iteration: number;
  readonly value: number;
}

/** At most about `most` points that keep the first, the last and the shape; where a value is no number, none. */
export function pointsOf({ first, values }: Series, most: number): readonly Point[] {
  const stride = Math.max(1, Math.ceil(values.length / most));
  return values
    .map((value, index) => ({ iteration: first + index, value }))
    .filter((_, index) => index % stride === 0 || index === values.length - 1)
    .filter(({ value }) => Number.isFinite(value));
}

/** A logarithmic axis helps when all is positive and spans more than this factor. */
const SPAN = 50;

export function wantsLog(values: readonly number[]): boolean {
  const finite = values.filter(Number.isFinite);
  const least = finite.reduce((a, b) => Math.min(a, b), Infinity);
  const most = finite.reduce((a, b) => Math.max(a, b), -Infinity);
  return least > 0 && most / least > SPAN;
}

const formatter = new Intl.NumberFormat('en', { maximumSignificantDigits: 4, useGrouping: false });
const powers = new Intl.NumberFormat('en', { notation: 'scientific', maximumSignificantDigits: 3 });

export function short(value: number): string {
  if (!Number.isFinite(value)) return 'not a number';
  const size = Math.abs(value);
  const format = size !== 0 && (size < 1e-4 || size >= 1e6) ? powers : formatter;
  return format.format(value).replace(/^-/, '−');
}

export const coordinates = (point: readonly number[]): string => `(${point.map(short).join(', ')})`;

/** `loss: from 3.2 (iteration 1) to 0.04 (iteration 1000); least 0.03 (iteration 981).` */
export function describe(series: Series): string {
  const points = pointsOf(series, Infinity);
  const [start, end] = [points[0], points.at(-1)];
  const { name } = series;
  if (!start || !end) return `${name}: no values yet.`;
  const least = points.reduce((a, b) => (b.value < a.value ? b : a));
  const lost = series.values.length - points.length;
  return [
    `${name}: from ${at(start)} to ${at(end)}`,
    least.value < Math.min(start.value, end.value) ? `; least ${at(least)}` : '',
    lostWords(lost),
    '.',
  ].join('');
}

const counter = new Intl.NumberFormat('en');

function lostWords(lost: number): string {
  if (lost === 0) return '';
  return lost === 1 ? '; 1 value is not a number' : `; ${counted(lost)} values are not numbers`;
}

export const counted = (count: number): string => counter.format(count);

const at = ({ iteration, value }: Point): string =>
  `${short(value)} (iteration ${counted(iteration)})`;
