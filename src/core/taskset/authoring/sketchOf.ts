/**
 * Sketches a YAML text by its indentation. Made for texts that are being typed, which are nearly always broken: a
 * half-typed line costs nothing but itself.
 */
import { readFlow } from './flowSketch.ts';
import { emptySketch, type Entry, type Sketch } from './sketch.ts';

export function sketchOf(text: string): Sketch {
  return new Sketcher(text).read();
}

const KEY =
  /("(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|(?:[^\s#[\]{},&*!|>'"%@`-]|-(?=\S))(?:(?! #)[^\n])*?)[ \t]*:(?=\s|$)/y;

interface Open {
  readonly column: number;
  readonly node: Sketch;
}

/** What a line is going to add to. */
type Addition = 'field' | 'item' | 'word';

class Sketcher {
  readonly #text: string;
  readonly #root = emptySketch(0);
  readonly #open: Open[] = [];
  /** the scalar that a deeper line continues, with the column of its field */
  #unfinished: Open | undefined;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Sketch {
    while (this.#at < this.#text.length) this.#line();
    finish(this.#root);
    return this.#root;
  }

  #line(): void {
    const lineStart = this.#at;
    const start = this.#skipSpaces(lineStart);
    const first = this.#text.charAt(start);
    const isIdle = /^[\r\n#]?$/.test(first) || /^---/.test(this.#rest(start));
    this.#at = this.#endOfLine(start) + 1;
    if (isIdle) return;
    if (!this.#continues(start, start - lineStart)) this.#content(start, start - lineStart);
  }

  #continues(start: number, column: number): boolean {
    const { node, column: owner } = this.#unfinished ?? { node: undefined, column: 0 };
    if (node === undefined || column <= owner) return false;
    if (node.style === 'word' && node.column === column && this.#key(start) !== undefined)
      return false;
    node.end = this.#endOfContent(start);
    node.text += ` ${this.#text.slice(start, node.end)}`;
    return true;
  }

  /** From `start` to the end of its line, and of what begins there. */
  #content(start: number, column: number): void {
    this.#unfinished = undefined;
    if (/^-(\s|$)/.test(this.#text.slice(start, start + 2))) {
      this.#item(start, column);
      return;
    }
    const key = this.#key(start);
    if (key === undefined) {
      this.#word(start, column);
      return;
    }
    const entry = this.#add('field', column, {
      key: unquoted(key),
      start,
      end: start + key.length,
    });
    const colon = this.#text.indexOf(':', start + key.length);
    if (entry === undefined) return;
    entry.value = emptySketch(colon + 1);
    this.#value(this.#skipSpaces(colon + 1), column, entry.value);
  }

  #item(start: number, column: number): void {
    const entry = this.#add('item', column, { key: '', start, end: start + 1 });
    const inner = this.#skipSpaces(start + 1);
    if (entry === undefined || inner >= this.#endOfContent(start)) return;
    const first = this.#text.charAt(inner);
    if (/[[{"'|>]/.test(first) && this.#key(inner) === undefined)
      this.#value(inner, column, entry.value);
    else this.#content(inner, column + inner - start);
  }

  /** Text without a colon: a field that is being typed, or a scalar. */
  #word(start: number, column: number): void {
    const end = this.#endOfContent(start);
    const found = this.#container(column, 'word');
    if (found === undefined) return;
    const written = { start, end, marked: false };
    if (found.kind === 'map') {
      const value = emptySketch(end);
      found.entries.push({ ...written, key: unquoted(this.#text.slice(start, end)), value });
      return;
    }
    let slot = found;
    if (found.kind === 'list') {
      slot = emptySketch(start);
      found.entries.push({ ...written, key: found.entries.length, value: slot });
    }
    if (/[[{"'|>]/.test(this.#text.charAt(start))) {
      this.#value(start, this.#open.at(-1)?.column ?? -1, slot);
      return;
    }
    this.#scalar(slot, { start, end, style: 'word' });
    slot.column = column;
    this.#unfinished = { node: slot, column: this.#open.at(-1)?.column ?? -1 };
  }

  /** What follows a colon or a dash; `owner` is the column that deeper lines are deeper than. */
  #value(start: number, owner: number, slot: Sketch): void {
    const first = this.#text.charAt(start);
    const end = this.#endOfContent(start);
    if (start >= end) return;
    const deeper = this.#endOfDeeper(start, owner);
    if (first === '|' || first === '>') {
      this.#scalar(slot, { start, end: this.#trimmed(deeper), style: 'block' });
      this.#at = deeper;
    } else if (/[[{"']/.test(first)) {
      const after = readFlow(this.#text.slice(0, deeper), start, slot);
      this.#at = Math.max(this.#at, Math.min(this.#endOfLine(after) + 1, deeper));
    } else {
      this.#scalar(slot, { start, end, style: 'plain' });
      this.#unfinished = { node: slot, column: owner };
    }
  }

  #scalar(slot: Sketch, about: Pick<Sketch, 'start' | 'end' | 'style'>): void {
    Object.assign(slot, about, { kind: 'scalar', text: this.#text.slice(about.start, about.end) });
  }

  #add(
    as: 'field' | 'item',
    column: number,
    { key, start, end }: Pick<Entry, 'key' | 'start' | 'end'>,
  ): Entry | undefined {
    const node = this.#container(column, as);
    if (node === undefined) return undefined;
    const name = as === 'item' ? node.entries.length : key;
    const entry = { key: name, start, end, marked: true, value: emptySketch(end) };
    node.entries.push(entry);
    return entry;
  }

  /** What a line in this column adds to; undefined: to nothing, since a scalar stands there. Of a word also its slot. */
  #container(column: number, as: Addition): Sketch | undefined {
    const top = this.#topAt(column, as);
    if (top?.column === column && (as !== 'item' || top.node.kind === 'list')) return top.node;
    const slot = top === undefined ? this.#root : (top.node.entries.at(-1)?.value ?? top.node);
    if (slot.kind === 'none') return as === 'word' ? slot : this.#opened(slot, column, as);
    if (slot.kind === 'scalar') return as === 'field' ? this.#promoted(slot, column) : undefined;
    if ((slot.kind === 'list') === (as === 'field') || slot.flow) return undefined;
    this.#open.push({ column, node: slot });
    return slot;
  }

  #topAt(column: number, as: Addition): Open | undefined {
    for (;;) {
      const top = this.#open.at(-1);
      const isPast =
        top !== undefined &&
        (top.column > column ||
          (top.column === column && top.node.kind === 'list' && as !== 'item'));
      if (!isPast) return top;
      this.#open.pop();
    }
  }

  #opened(slot: Sketch, column: number, as: Addition): Sketch {
    slot.kind = as === 'item' ? 'list' : 'map';
    slot.column = column;
    this.#open.push({ column, node: slot });
    return slot;
  }

  /** A word is a field's name after all, when a field follows in its column. */
  #promoted(slot: Sketch, column: number): Sketch | undefined {
    if (slot.style !== 'word' || slot.column !== column) return undefined;
    const { text, start, end } = slot;
    slot.entries.push({ key: text, start, end, marked: false, value: emptySketch(end) });
    slot.text = '';
    return this.#opened(slot, column, 'field');
  }

  #key(start: number): string | undefined {
    KEY.lastIndex = start;
    return KEY.exec(this.#text)?.[1];
  }

  #rest(start: number): string {
    return this.#text.slice(start, this.#endOfLine(start));
  }

  #skipSpaces(start: number): number {
    let at = start;
    while (this.#text.charAt(at) === ' ') at += 1;
    return at;
  }

  #endOfLine(start: number): number {
    const end = this.#text.indexOf('\n', start);
    return end === -1 ? this.#text.length : end;
  }

  /** Without a comment and the spaces before it. */
  #endOfContent(start: number): number {
    const line = this.#rest(start);
    const comment = /(^|\s)#/.exec(line)?.index ?? line.length;
    return start + line.slice(0, comment).trimEnd().length;
  }

  /** Where the first line begins that is no deeper than `owner`. */
  #endOfDeeper(start: number, owner: number): number {
    let at = this.#endOfLine(start) + 1;
    while (at < this.#text.length) {
      const inner = this.#skipSpaces(at);
      const first = this.#text.charAt(inner);
      if (!/[\r\n]/.test(first) && inner - at <= owner && !/[\]}]/.test(first)) return at;
      at = this.#endOfLine(inner) + 1;
    }
    return this.#text.length;
  }

  #trimmed(end: number): number {
    return this.#text.slice(0, end).trimEnd().length;
  }
}

function unquoted(key: string): string {
  return key.replace(/^(["'])(.*)\1$/, '$2');
}

/** Of maps and lists: as far as their last entry. */
function finish(node: Sketch): void {
  for (const { end, value } of node.entries) {
    finish(value);
    if (!node.flow) node.end = Math.max(node.end, end, value.end);
  }
  const first = node.entries[0];
  if (first !== undefined && !node.flow) node.start = first.start;
}
