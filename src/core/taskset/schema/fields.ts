/** The words of the authored format: texts, ids, paths, points, and objects that know the names of their fields. */

import * as z from 'zod/mini';

/**
 * An object that refuses unknown fields. The issue's message lists the known names, so that whoever words the problem
 * can suggest the nearest one.
 */
export function fields<const S extends z.core.$ZodLooseShape>(shape: S) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined,
  });
}

/** Shown by editors while the author types. */
export function described<T extends z.core.$ZodType>(schema: T, description: string): T {
  z.globalRegistry.add(schema, { description });
  return schema;
}

const matching = (pattern: RegExp, expected: string) =>
  z.string().check(z.maxLength(200), z.regex(pattern, expected));

/** Safe as a folder name on every system and in URLs. */
export const id = () =>
  matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id of lower-case letters, digits and single dashes');

export const questionId = () =>
  matching(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/, "an id such as '1.1' or '3a'");

/** Relative, with slashes, inside the task's folder: no segment starts or ends with a dot. */
export const path = () =>
  matching(
    /^(?:[A-Za-z0-9_-]+(?:\.+[A-Za-z0-9_-]+)*(?:\/(?!$)|$))+$/,
    'a relative path inside the folder, of letters, digits, dots, dashes, underscores and slashes',
  );

export const sha256 = () =>
  matching(/^[0-9a-f]{64}$/, 'a SHA-256 of 64 lower-case hexadecimal digits');

export const line = () => z.string().check(z.minLength(1), z.maxLength(300));

export const longText = () => z.string().check(z.minLength(1));

/** Markdown with LaTeX, in place or in a file of its own. */
export const markdown = () =>
  z.union(
    [longText(), fields({ file: path() })],
    'Markdown text, or file: with the name of a Markdown file',
  );

export type Markdown = z.infer<ReturnType<typeof markdown>>;

export const points = () => z.number().check(z.positive(), z.maximum(1000));

export const finite = () => z.number().check(z.gte(-1e9), z.lte(1e9));
