/** Where the cursor is in a YAML text that is being typed, and which value lies under a place that is pointed at. */
import { type Step, type Steps } from './expected.ts';
import { type Entry, type Sketch } from './sketch.ts';
import { sketchOf } from './sketchOf.ts';

/** Stands for the cursor: a character that nobody types. */
const CURSOR = '\uE0C5';

export interface Spot {
  /** `key`: a name is being typed, in the map at `steps`; `value`: the value at `steps`; `item`: an entry without its dash */
  readonly role: 'key' | 'value' | 'item';
  readonly steps: Steps;
  /** the map around it, or the value that is typed */
  readonly sketch: Sketch;
  /** what stands before the cursor, without a quote */
  readonly typed: string;
  /** offset where that begins, with its quote */
  readonly start: number;
  /** the quote that it begins with */
  readonly quote: '' | '"' | "'";
  /** a name is followed by its colon already */
  readonly marked: boolean;
  /** whether a field could begin here: nothing but the indentation or dashes stand before it */
  readonly fresh: boolean;
  /** the sketch of the whole text, with the cursor in it */
  readonly root: Sketch;
  /** a colon stands right before the cursor */
  readonly tight: boolean;
  /** where what is typed begins in its line, from 0 */
  readonly column: number;
}

/** Undefined where nothing is completed: in comments and in longer texts. */
export function spotAt(text: string, offset: number): Spot | undefined {
  const tight = text.charAt(offset - 1) === ':';
  const marked = `${text.slice(0, offset)}${tight ? ' ' : ''}${CURSOR}${text.slice(offset)}`;
  const root = sketchOf(marked);
  const found = search(root, []);
  if (found === undefined) return undefined;
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  const start = tight ? offset : found.start;
  const typed = before.slice(start);
  const first = typed.charAt(0);
  const quote = first === '"' || first === "'" ? first : '';
  const about = { ...found, root, tight, quote, column: start - lineStart } as const;
  return { ...about, start, typed: typed.slice(quote.length) };
}

type Found = Pick<Spot, 'role' | 'steps' | 'sketch' | 'marked' | 'fresh' | 'start'>;

function search(within: Sketch, steps: Steps): Found | undefined {
  if (within.kind === 'scalar') return ofScalar(within, steps);
  for (const entry of within.entries) {
    const here: Steps = [...steps, { within, key: entry.key }];
    const found = ofKey(entry, within, steps) ?? search(entry.value, here);
    if (found === undefined) continue;
    const isDashless = !entry.marked && within.kind === 'list';
    return isDashless ? { ...found, role: 'item' } : found;
  }
  return undefined;
}

function ofKey({ key, start, marked }: Entry, within: Sketch, steps: Steps): Found | undefined {
  if (typeof key !== 'string' || !key.includes(CURSOR)) return undefined;
  return { role: 'key', steps, sketch: within, start, marked, fresh: true };
}

function ofScalar(sketch: Sketch, steps: Steps): Found | undefined {
  const { text, style, start } = sketch;
  if (style === 'block' || !text.includes(CURSOR)) return undefined;
  return { role: 'value', steps, sketch, start, marked: false, fresh: style === 'word' };
}

export interface Pointed {
  readonly root: Sketch;
  readonly steps: Steps;
  readonly part: 'key' | 'value';
  readonly value: Sketch;
  readonly start: number;
  readonly end: number;
}

/** The name or the scalar under this place. */
export function pointedAt(text: string, offset: number): Pointed | undefined {
  const root = sketchOf(text);
  let within = root;
  const steps: Step[] = [];
  for (;;) {
    const entry = within.entries.findLast(({ start }) => start <= offset);
    if (entry === undefined || offset > Math.max(entry.end, entry.value.end)) return undefined;
    const { key, start, end, value } = entry;
    steps.push({ within, key });
    if (typeof key === 'string' && offset <= end)
      return { root, steps, part: 'key', value, start, end };
    if (value.kind === 'scalar' && offset >= value.start)
      return { root, steps, part: 'value', value, start: value.start, end: value.end };
    within = value;
  }
}
