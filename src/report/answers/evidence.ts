/** Reads plain data of which only part can be relied on: records are files, and other versions write them too. */

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** undefined where there is no such field of its own */
export const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

export type Point = readonly [number, number];

/** The first two of two numbers or more; other dimensions have no picture. */
export function pointOf(value: unknown): Point | undefined {
  const [x, y, ...others] = listOf(value).map(numberOf);
  return x === undefined || y === undefined || others.length > 0 ? undefined : [x, y];
}

/** Two points or more; anything else is left out. */
export function polylinesIn(value: unknown): readonly (readonly Point[])[] {
  return listOf(value)
    .map((line) => listOf(line).map(pointOf))
    .filter((line): line is Point[] => line.length > 1 && line.every((each) => each !== undefined));
}
