/**
 * What is inserted for a field, an entry or a whole question: everything that is required, with something sensible in
 * place, as a snippet of the editor (`${1:x}` are the places to fill in).
 */
import { fieldsOf, type Field, formsOf, valuesOf } from './expected.ts';
import { isPath, type Schema } from './formatSchema.ts';
import { literal, written } from './written.ts';

/** Of fields whose name says what may stand there; YAML. Fields that are not here get their name. */
const TEXTS: Readonly<Record<string, string>> = {
  id: "'1a'",
  version: '1.0.0',
  language: 'en',
  title: 'Title',
  prompt: 'What is asked?',
  feedback: 'What this teaches',
  text: 'Text',
  sha256: `'${'0'.repeat(64)}'`,
  modelAnswer: 'A full answer',
  criterion: 'What has to be in the answer',
  answer: 'x',
  start: 'x',
  goal: 'x',
  latex: 'x',
  label: 'x',
  function: 'f',
  declare: "'x: scalar'",
  program: "'5a'",
  commitment: `'${'0'.repeat(64)}'`,
  given: 'given/program.ts',
};

const FILES: Readonly<Record<string, string>> = { model: 'model.onnx', prompt: 'prompt.md' };
const PROGRAM = 'program.ts';

const LISTS: Readonly<Record<string, string>> = {
  answers: "['x']",
  x: '[[0, 0]]',
  t: '[[1]]',
  low: '[-2, -2]',
  high: '[2, 2]',
  at: '[0, 0]',
  axes: "['x_1', 'x_2']",
  batches: '[2, 5]',
  points: '[[0, 0], [1, 1]]',
  integer: '[1, 9]',
  decimal: '[0, 1]',
};

/** name in the student's folder → file in the task's */
const RECORDS: Readonly<Record<string, string>> = {
  files: `{ ${PROGRAM}: student/${PROGRAM} }`,
  reference: `{ ${PROGRAM}: solution/${PROGRAM} }`,
  handout: '{ tsconfig.json: student/tsconfig.json }',
  parameters: '{ a: { integer: [1, 9] } }',
};

export interface Layout {
  /** of the fields of the map, from 0 */
  readonly column: number;
  /** on one line, in brackets */
  readonly flow: boolean;
}

/** Numbers the places to fill in. */
class Stops {
  #last = 0;

  text(shown: string): string {
    this.#last += 1;
    return `\${${this.#last}:${literal(shown)}}`;
  }

  choice(values: readonly string[]): string {
    this.#last += 1;
    return `\${${this.#last}|${values.map((value) => value.replaceAll(/[,|\\$}]/g, '\\$&')).join(',')}|}`;
  }
}

/** A field with its value. */
export function fieldSnippet({ name, schemas }: Field, layout: Layout): string {
  return `${name}:${valueAfter(name, schemas, layout, new Stops())}`;
}

/** All required fields of a map, but those that are `present`; the first line without indentation. */
export function mapSnippet(form: Schema, layout: Layout, present: readonly string[] = []): string {
  return mapOf(form, { ...layout, owner: '', stops: new Stops(), present });
}

/** The value of a field, from right after its colon. */
export function valueSnippet(name: string, forms: readonly Schema[], layout: Layout): string {
  return valueAfter(name, forms, layout, new Stops());
}

interface MapPlace extends Layout {
  /** the field whose value the map is */
  readonly owner: string;
  readonly stops: Stops;
  readonly present?: readonly string[];
}

function mapOf(form: Schema, { owner, stops, present = [], ...layout }: MapPlace): string {
  const fields = fieldsOf([form]).filter(
    ({ name, required }) => required && !present.includes(name),
  );
  const lines = fields.map(({ name, schemas }) => {
    const file = name === 'file' && schemas.some(isPath) ? FILES[owner] : undefined;
    const value =
      file === undefined ? valueAfter(name, schemas, layout, stops) : ` ${stops.text(file)}`;
    return `${name}:${value}`;
  });
  return layout.flow ? `{ ${lines.join(', ')} }` : lines.join(`\n${' '.repeat(layout.column)}`);
}

function valueAfter(
  name: string,
  schemas: readonly Schema[],
  { column, flow }: Layout,
  stops: Stops,
): string {
  const values = valuesOf(schemas).map((value) => written(value));
  if (values.length === 1) return ` ${values.join('')}`;
  if (values.length > 1) return ` ${stops.choice(values)}`;
  const [form = {}] = schemas;
  const inner = { column: column + 2, flow, owner: name, stops };
  if (form.type === 'array') return listOf(name, form, inner);
  if (form.properties !== undefined)
    return flow || isSmall(form)
      ? ` ${mapOf(form, { ...inner, flow: true })}`
      : `\n${' '.repeat(inner.column)}${mapOf(form, inner)}`;
  return ` ${stops.text(scalarFor(name, form))}`;
}

function listOf(name: string, form: Schema, place: MapPlace): string {
  const known = LISTS[name];
  if (known !== undefined) return ` ${place.stops.text(known)}`;
  const { items = {}, minItems = 1 } = form;
  const [item = {}] = formsOf('length' in items ? (items[0] ?? {}) : items);
  const values = valuesOf([item]).map((value) => written(value));
  if (item.properties === undefined) {
    const entries = Array.from({ length: minItems }, () =>
      values.length > 0 ? place.stops.choice(values) : place.stops.text(scalarFor(name, item)),
    );
    return ` [${entries.join(', ')}]`;
  }
  const inner = { ...place, column: place.column + 2 };
  const entries = Array.from({ length: Math.max(minItems, 1) }, () => mapOf(item, inner));
  const dash = `\n${' '.repeat(place.column)}- `;
  return place.flow ? ` [${entries.join(', ')}]` : entries.map((entry) => dash + entry).join('');
}

/** All on one line: what has few fields, none of them a map or a list of maps. */
function isSmall(form: Schema): boolean {
  const fields = fieldsOf([form]).filter(({ required }) => required);
  const isFlat = fields.every(({ name, schemas }) =>
    schemas.every(
      ({ type, properties }) => properties === undefined && (type !== 'array' || name in LISTS),
    ),
  );
  return isFlat && fields.length <= 2;
}

function scalarFor(name: string, form: Schema): string {
  if (form.type === 'number' || form.type === 'integer') return '1';
  if (form.type === 'object') return RECORDS[name] ?? '{}';
  if (isPath(form)) return TEXTS[name] ?? PROGRAM;
  return TEXTS[name] ?? name;
}
