/** Goes over schemas and data side by side: which field holds which canaries. */

import * as z from 'zod/mini';
import { CANARY } from './canarySet.ts';

export interface CanaryField {
  readonly type: 'string' | 'number';
  readonly canaries: readonly string[];
}

export type CanaryFields = ReadonlyMap<string, CanaryField>;

interface Def {
  readonly type: string;
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly items?: readonly z.core.$ZodType[];
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
}

/** Every field that holds texts or numbers, by a path such as `choice.options[].feedback`. */
export function canaryFields(
  path: string,
  schema: z.core.$ZodType,
  values: readonly unknown[],
): CanaryFields {
  const found = new Map<string, CanaryField>();
  visit({ path, schema, values }, found);
  return found;
}

interface Spot {
  readonly path: string;
  readonly schema: z.core.$ZodType;
  /** all that the data have there */
  readonly values: readonly unknown[];
}

function visit({ path, schema, values }: Spot, found: Map<string, CanaryField>): void {
  const def: Def = { ...schema._zod.def };
  if (def.type === 'string' || def.type === 'number') note(path, def.type, values, found);
  for (const spot of inside(def, path, values)) visit(spot, found);
}

function note(
  path: string,
  type: 'string' | 'number',
  values: readonly unknown[],
  found: Map<string, CanaryField>,
): void {
  const before = found.get(path)?.canaries ?? [];
  found.set(path, { type, canaries: [...before, ...values.flatMap(canariesIn)] });
}

function inside(def: Def, path: string, values: readonly unknown[]): Spot[] {
  const { innerType, element, valueType, options = [], items = [], shape = {} } = def;
  const parts = values.flatMap((value) => (isObject(value) ? Object.values(value) : []));
  return [
    ...(innerType === undefined ? [] : [{ path, schema: innerType, values }]),
    ...(element === undefined ? [] : [{ path: `${path}[]`, schema: element, values: parts }]),
    ...(valueType === undefined ? [] : [{ path: `${path}{}`, schema: valueType, values: parts }]),
    ...options.map((schema) => ({ path, schema, values: values.filter((v) => fits(schema, v)) })),
    ...items.map((schema) => ({ path: `${path}[]`, schema, values: parts })),
    ...Object.entries(shape).map(([name, schema]) => ({
      path: `${path}.${name}`,
      schema,
      values: values.flatMap((value) => (isObject(value) && name in value ? [value[name]] : [])),
    })),
  ];
}

const fits = (schema: z.core.$ZodType, value: unknown): boolean =>
  z.core.safeParse(schema, value).success;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

export function canariesIn(value: unknown): string[] {
  return String(value).match(CANARY) ?? [];
}
