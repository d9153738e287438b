/** What stands in brackets or quotes, for the sketch of a YAML text: `[a, { b: 'c' }]`. An end that is missing is the text's. */
import { emptySketch, type Sketch } from './sketch.ts';

/** Fills `slot` with what begins at `start`; returns the offset after it. */
export function readFlow(text: string, start: number, slot: Sketch): number {
  const reader = new FlowReader(text, start);
  reader.value(slot);
  return reader.at;
}

class FlowReader {
  readonly #text: string;
  at: number;

  constructor(text: string, start: number) {
    this.#text = text;
    this.at = start;
  }

  value(slot: Sketch): void {
    this.#skip();
    const first = this.#text.charAt(this.at);
    slot.start = this.at;
    slot.flow = true;
    if (first === '{') this.#map(slot);
    else if (first === '[') this.#list(slot);
    else this.#scalar(slot);
    slot.end = this.at;
  }

  #map(slot: Sketch): void {
    slot.kind = 'map';
    this.at += 1;
    while (this.#within('}')) {
      const key = none(this.at);
      this.#scalar(key);
      const { start, end, text } = key;
      this.#skip();
      const marked = this.#text.charAt(this.at) === ':';
      if (marked) this.at += 1;
      const value = none(this.at);
      if (marked) this.#after(value);
      if (marked || text !== '') slot.entries.push({ key: text, start, end, marked, value });
    }
  }

  #list(slot: Sketch): void {
    slot.kind = 'list';
    this.at += 1;
    while (this.#within(']')) {
      const { at } = this;
      const value = none(at);
      this.value(value);
      slot.entries.push({ key: slot.entries.length, start: at, end: at, marked: true, value });
      // a field without braces is a map of one
      if (this.#text.charAt(this.at) === ':') this.at += 1;
    }
  }

  /** Whether another entry begins here; takes the closing bracket if not. */
  #within(close: string): boolean {
    for (;;) {
      this.#skip();
      const next = this.#text.charAt(this.at);
      if (next === ',') {
        this.at += 1;
        continue;
      }
      if (next === close) this.at += 1;
      return next !== '' && !/[\]}]/.test(next);
    }
  }

  /** The value of a field, unless the next one begins. */
  #after(value: Sketch): void {
    this.#skip();
    if (!/^[,\]}]?$/.test(this.#text.charAt(this.at))) this.value(value);
  }

  #scalar(slot: Sketch): void {
    const quote = this.#text.charAt(this.at);
    const isQuoted = quote === '"' || quote === "'";
    const found = this.#read(isQuoted ? (quote === '"' ? DOUBLE : SINGLE) : PLAIN);
    // a bracket or colon in a wrong place is stepped over
    const written = found ?? quote;
    slot.start = this.at;
    this.at += Math.max(written.length, 1);
    slot.end = this.at;
    slot.kind = 'scalar';
    slot.flow = true;
    slot.style = isQuoted ? 'quoted' : 'plain';
    slot.text = isQuoted ? unquoted(written, quote) : (found ?? '').trimEnd();
    if (!isQuoted) slot.end = slot.start + slot.text.length;
  }

  #skip(): void {
    this.at += this.#read(SPACE)?.length ?? 0;
  }

  #read(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.#text)?.[0];
  }
}

const SPACE = /(?:\s|(?<=^|\s)#[^\n]*)*/y;
const DOUBLE = /"(?:[^"\\]|\\.)*"?/sy;
const SINGLE = /'(?:[^']|'')*'?/y;
const PLAIN = /(?:(?!:(?:[\s,\]}]|$))(?! #)[^,[\]{}\n])+/y;

function none(start: number): Sketch {
  return { ...emptySketch(start), flow: true };
}

function unquoted(written: string, quote: string): string {
  const inner = written.slice(1, written.length > 1 && written.endsWith(quote) ? -1 : undefined);
  return quote === "'" ? inner.replaceAll("''", "'") : inner;
}
