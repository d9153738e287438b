/** The outline of a YAML text: fields, entries and scalars with their places. */

export interface Sketch {
  kind: 'none' | 'scalar' | 'map' | 'list';
  /** offsets in the text; the end is after the last character */
  start: number;
  end: number;
  /** of a scalar, without its quotes */
  text: string;
  /** `word` stands alone where a field could begin */
  style: 'plain' | 'quoted' | 'block' | 'word';
  /** where its fields or dashes stand in their lines, from 0; that of a word */
  column: number;
  /** in brackets */
  flow: boolean;
  entries: Entry[];
}

export interface Entry {
  /** the name of a field, as written; of a list's entry its number from 0 */
  readonly key: string | number;
  /** of the name or the dash */
  readonly start: number;
  readonly end: number;
  /** false: a name without a colon, or an entry without its dash */
  readonly marked: boolean;
  value: Sketch;
}

export function emptySketch(start: number): Sketch {
  const none = { kind: 'none', text: '', style: 'plain', column: -1, flow: false } as const;
  return { ...none, start, end: start, entries: [] };
}
