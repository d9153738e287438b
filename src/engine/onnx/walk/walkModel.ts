/**
 * Walks over the bytes of a foreign model before anything else reads them, onnxruntime least of all. Its cost is bounded
 * whatever the bytes are, and so is that of reading what it lets pass: nothing is copied, everything is counted.
 */
import { FORMS, type FieldForm, type FormName } from './forms.ts';
import { FIXED32, FIXED64, LENGTH, VARINT, Wire, type WireField } from './wire.ts';

export const MOST_BYTES = 512 * 2 ** 20;

/** Of the whole model. */
const MOST: Readonly<Record<'fields' | 'nodes' | 'listed' | 'initializers', number>> = {
  fields: 500_000,
  nodes: 10_000,
  listed: 4_000_000,
  initializers: 20_000,
};
const LONGEST_TEXT = 2 ** 20;
const LARGEST_SIZE = 2 ** 31;
const MOST_AXES = 32;

/** Operators that hold graphs: they could run for ever. */
export const CONTROL_FLOW: ReadonlySet<string> = new Set(['Loop', 'Scan', 'If', 'SequenceMap']);

/** Throws a sentence on the first thing that is not accepted. */
export function walkModel(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new Error('not an ONNX model: the file is empty');
  if (bytes.length > MOST_BYTES) {
    throw new Error(`the model has ${bytes.length} bytes; at most ${MOST_BYTES} are accepted`);
  }
  new Walk(bytes).message('model', { start: 0, end: bytes.length });
}

type Range = Pick<WireField, 'start' | 'end'>;

const WIRES: Readonly<Record<Exclude<FieldForm['is'], 'numbers' | 'sizes'>, number | undefined>> = {
  message: LENGTH,
  text: LENGTH,
  operator: LENGTH,
  bytes: LENGTH,
  number: VARINT,
  refused: undefined,
};

class Walk {
  readonly #wire: Wire;
  readonly #left: Record<keyof typeof MOST, number> = { ...MOST };
  #node: Range | undefined;

  constructor(bytes: Uint8Array) {
    this.#wire = new Wire(bytes);
  }

  message(name: FormName, range: Range): void {
    if (name === 'node') this.#node = range;
    let axes = 0;
    for (const field of this.#wire.fields(range.start, range.end)) {
      this.#count('fields', 1);
      const form = FORMS[name][field.number];
      if (form?.is === 'sizes') axes += this.#sizes(field, range);
      else if (form !== undefined) this.#field({ form, field, range, name });
      if (axes > MOST_AXES)
        throw new Error(`${this.#tensor(range)} has more than ${MOST_AXES} axes`);
    }
  }

  #field({ form, field, range, name }: Met): void {
    if (form.is === 'refused') throw new Error(this.#worded(form.why, range));
    if (form.is === 'numbers') {
      this.#numbers(field, form.bytes, range);
      return;
    }
    if (form.is === 'sizes' || field.wire !== WIRES[form.is]) throw misplaced(name, field);
    if (form.is === 'message') this.#inner(form.form, name, field);
    else if (form.is === 'operator') this.#operator(field);
    else if (form.is === 'text' && field.end - field.start > LONGEST_TEXT) {
      throw new Error(`a text of the model is longer than ${LONGEST_TEXT} bytes`);
    } else if (name === 'tensor' && field.number === DATA_LOCATION && field.value !== 0) {
      throw new Error(this.#worded(ELSEWHERE, range));
    }
  }

  #inner(form: FormName, within: FormName, field: WireField): void {
    if (form === 'node') this.#count('nodes', 1);
    if (form === 'tensor' && within === 'graph') this.#count('initializers', 1);
    this.message(form, field);
  }

  #operator(field: WireField): void {
    if (CONTROL_FLOW.has(this.#text(field))) {
      throw new Error(this.#worded('{node}: control flow inside a model is not accepted', field));
    }
  }

  /** How many there are. */
  #sizes(field: WireField, tensor: Range): number {
    const sizes = field.wire === VARINT ? [field.value] : packed(this.#wire.bytes, field);
    const wrong = sizes.find((size) => size > LARGEST_SIZE);
    if (wrong !== undefined) {
      const found = Number.isFinite(wrong) ? String(wrong) : 'a negative or enormous number';
      throw new Error(
        `${this.#tensor(tensor)}: expected sizes up to ${LARGEST_SIZE}, found ${found}`,
      );
    }
    return sizes.length;
  }

  #numbers(field: WireField, size: 4 | 8 | 'varint', range: Range): void {
    const { start, end, wire } = field;
    if (wire !== LENGTH) return;
    if (size !== 'varint') {
      this.#listed((end - start) / size, range);
      return;
    }
    if (end - start > VARINT_BYTES * this.#left.listed) this.#listed(Infinity, range);
    let count = 0;
    for (let at = start; at < end; at += 1) if ((this.#wire.bytes[at] ?? 0) < 128) count += 1;
    this.#listed(count, range);
  }

  #listed(count: number, range: Range): void {
    this.#left.listed -= count;
    if (this.#left.listed >= 0) return;
    const what = `${this.#tensor(range)} lists its numbers one by one`;
    throw new Error(`${what}; more than ${MOST.listed} are only accepted as raw data`);
  }

  #count(what: 'fields' | 'nodes' | 'initializers', count: number): void {
    this.#left[what] -= count;
    if (this.#left[what] < 0) throw new Error(`the model has more than ${MOST[what]} ${what}`);
  }

  #worded(why: string, range: Range): string {
    return why
      .replace('{node}', () => this.#described())
      .replace('{name}', () => this.#named(range, NAME_OF_TENSOR));
  }

  #tensor(range: Range): string {
    return `tensor ${this.#named(range, NAME_OF_TENSOR)}`;
  }

  #described(): string {
    const node = this.#node;
    if (node === undefined) return 'a node';
    const operator = this.#named(node, OPERATOR);
    return `node ${this.#named(node, NAME_OF_NODE)} (${operator})`;
  }

  /** The last text in a field of a message, as it is the one that counts. */
  #named({ start, end }: Range, number: number): string {
    let found = '?';
    for (const field of this.#wire.fields(start, end)) {
      if (field.number === number && field.wire === LENGTH) found = this.#text(field);
    }
    return found;
  }

  #text({ start, end }: Range): string {
    const shown = this.#wire.bytes.subarray(start, Math.min(end, start + LONGEST_NAME));
    return String.fromCharCode(...shown);
  }
}

interface Met {
  readonly form: FieldForm;
  readonly field: WireField;
  /** of the message around */
  readonly range: Range;
  readonly name: FormName;
}

const DATA_LOCATION = 14;
const NAME_OF_TENSOR = 8;
const NAME_OF_NODE = 3;
const OPERATOR = 4;
const LONGEST_NAME = 80;
const VARINT_BYTES = 10;
const ELSEWHERE = 'tensor {name} is kept in another file; save the model with its weights inside';

/** Sizes in one field; more than a tensor may have are not looked at. */
function packed(bytes: Uint8Array, { start, end, wire }: WireField): number[] {
  if (wire !== LENGTH || end - start > VARINT_BYTES * (MOST_AXES + 1)) return [Infinity];
  const sizes: number[] = [];
  let size = 0;
  let place = 0;
  for (const byte of bytes.subarray(start, end)) {
    size += (byte % 128) * 2 ** (7 * place);
    place += 1;
    if (byte < 128) {
      sizes.push(size);
      size = 0;
      place = 0;
    }
  }
  return sizes;
}

function misplaced(name: FormName, { number, wire }: WireField): Error {
  const found = [FIXED32, FIXED64].includes(wire) ? 'a fixed number' : `wire type ${wire}`;
  return new Error(`not an ONNX model: field ${number} of its ${name} is ${found}`);
}
