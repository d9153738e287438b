/**
 * What becomes of one field on the way into a student's copy and back: kept, kept in part, or withheld. A table that
 * has an entry for every field of a type makes the compiler ask about each new one.
 */

import type * as z from 'zod/mini';

/** `V` is what the loaded set holds. */
export interface Field<V> {
  /** of what the copy holds; undefined: nothing */
  readonly schema: z.ZodMiniType | undefined;
  /** what the copy holds; undefined: nothing */
  stored(value: V): unknown;
  /** what stands in its place where the copy is opened. Throws what `schema` complains of. */
  restored(stored: unknown): V;
}

/** Every field, those that may be absent too. */
export type Fields<T> = { readonly [F in keyof T]-?: Field<T[F]> };

/** The same with fields forgotten, for who goes over all of them. */
type AnyFields = Readonly<Record<string, Field<unknown>>>;

export function kept<V>(schema: z.ZodMiniType<V>): Field<V> {
  return { schema, stored: (value) => value, restored: (stored) => schema.parse(stored) };
}

export function keptInPart<V, S>(
  schema: z.ZodMiniType<S>,
  stored: (value: V) => S,
  restored: (stored: S) => V,
): Field<V> {
  return { schema, stored, restored: (found) => restored(schema.parse(found)) };
}

/** `empty` is what readers of the copy find in its place. */
export function withheld<V>(empty: V): Field<V> {
  return { schema: undefined, stored: () => undefined, restored: () => empty };
}

export function storedFields<T extends object>(
  fields: Fields<T>,
  value: T,
): Record<string, unknown> {
  const values = new Map<string, unknown>(Object.entries(value));
  const stored = Object.entries<Field<unknown>>(fields).map(
    ([name, field]) => [name, field.stored(values.get(name))] as const,
  );
  return Object.fromEntries(stored.filter(([, each]) => each !== undefined));
}

/** The fields that a copy holds: no others are accepted. */
export function shapeOf(fields: object): Record<string, z.ZodMiniType> {
  const known: AnyFields = { ...fields };
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, { schema }]) =>
      schema === undefined ? [] : [[name, schema] as const],
    ),
  );
}

/** @param stored as `shapeOf` accepts it: by that it is known to be a T */
export function restoredFields<T extends object>(
  fields: Fields<T>,
  stored: Readonly<Record<string, unknown>>,
): T {
  const restored = Object.entries<Field<unknown>>(fields).map(
    ([name, field]) => [name, field.restored(stored[name])] as const,
  );
  return Object.fromEntries(restored.filter(([, each]) => each !== undefined)) as T;
}
