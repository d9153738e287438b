/**
 * Run-time shapes of messages. A shape takes what arrived and gives a checked copy that holds the declared fields and
 * nothing else, or throws `Misshapen` with the place, what was expected and what was found. Written by hand: a page of
 * code, typed against the contract (a forgotten field does not compile), and free of `eval`, which webviews forbid.
 */

export type Shape<T> = (value: unknown, at: string) => T;

/** What arrived is not what the contract says; the message names the place. */
export class Misshapen extends Error {
  override readonly name = 'Misshapen';

  constructor(at: string, expected: string, found: unknown) {
    super(`${at}: expected ${expected}, found ${describe(found)}`);
  }
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

export const string: Shape<string> = (value, at) => {
  if (typeof value !== 'string') throw new Misshapen(at, 'a text', value);
  return value;
};

export const boolean: Shape<boolean> = (value, at) => {
  if (typeof value !== 'boolean') throw new Misshapen(at, 'true or false', value);
  return value;
};

/** Messages travel as JSON, which writes NaN and the infinities as null: they come back as NaN. */
export const number: Shape<number> = (value, at) => {
  if (value === null) return Number.NaN;
  if (typeof value !== 'number') throw new Misshapen(at, 'a number', value);
  return value;
};

export const count: Shape<number> = (value, at) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new Misshapen(at, 'a whole number from 0', value);
  }
  return value;
};

/** For the place of a result or a parameter that carries nothing. */
export const nothing: Shape<null> = (value, at) => {
  if (value !== null) throw new Misshapen(at, 'null', value);
  return value;
};

export const anything: Shape<unknown> = (value) => value;

export const oneOf =
  <const T extends string>(...words: readonly T[]): Shape<T> =>
  (value, at) => {
    const word = words.find((each) => each === value);
    if (word === undefined)
      throw new Misshapen(at, words.map((each) => `'${each}'`).join(' or '), value);
    return word;
  };

export const optional =
  <T>(shape: Shape<T>): Shape<T | undefined> =>
  (value, at) =>
    value === undefined ? undefined : shape(value, at);

export const nullable =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value, at) =>
    value === null ? null : shape(value, at);

export const list =
  <T>(item: Shape<T>): Shape<readonly T[]> =>
  (value, at) => {
    if (!Array.isArray(value)) throw new Misshapen(at, 'a list', value);
    return value.map((each, index) => item(each, `${at}[${index}]`));
  };

export const pair =
  <T>(item: Shape<T>): Shape<readonly [T, T]> =>
  (value, at) => {
    if (!Array.isArray(value) || value.length !== 2) throw new Misshapen(at, 'a pair', value);
    return [item(value[0], `${at}[0]`), item(value[1], `${at}[1]`)];
  };

function fieldsOf(value: unknown, at: string): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Misshapen(at, 'an object', value);
  }
  return new Map(Object.entries(value));
}

/** A table with free keys. */
export const table =
  <T>(item: Shape<T>): Shape<Readonly<Record<string, T>>> =>
  (value, at) =>
    Object.fromEntries(
      [...fieldsOf(value, at)].map(([key, each]) => [key, item(each, `${at}.${key}`)]),
    );

/** An object with the fields of T; what else arrives is left out. */
export const object =
  <T extends object>(fields: { readonly [K in keyof T]-?: Shape<T[K]> }): Shape<T> =>
  (value, at) => {
    const found = fieldsOf(value, at);
    const checked: Partial<T> = {};
    for (const key in fields) {
      const field = fields[key](found.get(key), `${at}.${key}`);
      if (field !== undefined) checked[key] = field;
    }
    return checked as T; // every field of T has just passed its shape
  };

/** The first shape that fits; with none, the complaint names what was asked for. */
export const anyOf =
  <T>(expected: string, shapes: readonly Shape<T>[]): Shape<T> =>
  (value, at) => {
    for (const shape of shapes) {
      try {
        return shape(value, at);
      } catch (error) {
        if (!(error instanceof Misshapen)) throw error;
      }
    }
    throw new Misshapen(at, expected, value);
  };

/** Objects told apart by the word in one of their fields. */
export const tagged =
  <Tag extends string, T extends { readonly [K in Tag]: string }>(
    tag: Tag,
    shapes: { readonly [W in T[Tag]]: Shape<Extract<T, { readonly [K in Tag]: W }>> },
  ): Shape<T> =>
  (value, at) => {
    const word = fieldsOf(value, at).get(tag);
    const known = Object.entries<Shape<T>>(shapes);
    const shape = known.find(([each]) => each === word)?.[1];
    if (!shape)
      throw new Misshapen(`${at}.${tag}`, known.map(([each]) => `'${each}'`).join(' or '), word);
    return shape(value, at);
  };
