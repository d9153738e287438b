/** What the format expects at a place of a sketch. */
import { type Schema } from './formatSchema.ts';
import { type Entry, type Sketch } from './sketch.ts';

/** One step inwards: the map or list, and which of its fields or entries. */
export interface Step {
  readonly within: Sketch;
  readonly key: string | number;
}

export type Steps = readonly Step[];

export interface Field {
  readonly name: string;
  /** one for each form that the map may have */
  readonly schemas: readonly Schema[];
  readonly required: boolean;
}

/** The forms that the value at these steps may have. */
export function formsAt(root: Schema, steps: Steps): readonly Schema[] {
  let forms: readonly Schema[] = formsOf(root);
  for (const { within, key } of steps) {
    forms = fitting(forms, within).flatMap((form) => inner(form, key).flatMap(formsOf));
  }
  return forms;
}

export function formsOf(schema: Schema): readonly Schema[] {
  const { anyOf, oneOf, description } = schema;
  const forms = anyOf ?? oneOf;
  if (forms === undefined) return [schema];
  // what is said of the field holds of each form
  return forms.flatMap((form) =>
    formsOf(description === undefined ? form : { ...form, description }),
  );
}

function inner(form: Schema, key: string | number): readonly Schema[] {
  if (typeof key === 'string') {
    const { properties, additionalProperties: others } = form;
    const found = properties?.[key] ?? (typeof others === 'object' ? others : undefined);
    return found === undefined ? [] : [found];
  }
  const { items } = form;
  if (items === undefined) return [];
  if (!isTuple(items)) return [items];
  const found = items[key];
  return found === undefined ? [] : [found];
}

function isTuple(items: Schema | readonly Schema[]): items is readonly Schema[] {
  return Array.isArray(items);
}

/** Of several forms of a map those that its `kind` admits; all while that is not known. */
export function fitting(forms: readonly Schema[], { kind, entries }: Sketch): readonly Schema[] {
  if (kind !== 'map') return forms;
  const maps = forms.filter(({ type }) => type === 'object');
  const alike = maps.filter(({ properties = {} }) =>
    entries.some(({ key, value }) => properties[key]?.const === value.text && value.text !== ''),
  );
  return alike.length > 0 ? alike : maps;
}

/** Fields that a map of any of these forms has: those that tell the forms apart first. */
export function fieldsOf(forms: readonly Schema[]): readonly Field[] {
  const [first, ...others] = forms.filter(({ properties }) => properties !== undefined);
  const names = Object.keys(first?.properties ?? {}).filter((name) =>
    others.every(({ properties }) => properties?.[name] !== undefined),
  );
  const fields = names.map((name) => ({
    name,
    schemas: forms.flatMap(({ properties }) => formsOf(properties?.[name] ?? {})),
    required: forms.every(({ required }) => required?.includes(name)),
  }));
  return fields.toSorted((a, b) => rank(a) - rank(b));
}

function rank({ schemas, required }: Field): number {
  if (schemas.length > 1 && schemas.every((schema) => schema.const !== undefined)) return 0;
  return required ? 1 : 2;
}

/** All values that may stand there, when they are few; empty otherwise. */
export function valuesOf(forms: readonly Schema[]): readonly (string | number | boolean)[] {
  const values = forms.flatMap((form): readonly (string | number | boolean)[] => {
    if (form.const !== undefined) return [form.const];
    return form.type === 'boolean' ? [true, false] : (form.enum ?? []);
  });
  return [...new Set(values)];
}

/** The scalar of a field; undefined without one. */
export function textOf(map: Sketch | undefined, name: string): string | undefined {
  const value = fieldIn(map, name)?.value;
  return value?.kind === 'scalar' ? value.text : undefined;
}

export function fieldIn(map: Sketch | undefined, name: string): Entry | undefined {
  return map?.kind === 'map' ? map.entries.find(({ key }) => key === name) : undefined;
}

/** The entries of a field that is a list, or a map; none without it. */
export function entriesIn(map: Sketch | undefined, name: string): readonly Entry[] {
  return fieldIn(map, name)?.value.entries ?? [];
}
