/** Words what a schema found: where, what was expected, what was found, and the nearest right name. */

import type * as z from 'zod/mini';
import { nearest } from './nearest.ts';
import { type Rename } from './problem.ts';

type Issue = z.core.$ZodIssue;
type IssueOf<C extends Issue['code']> = Extract<Issue, { code: C }>;
type Path = readonly PropertyKey[];

/** One remark on the data; `atKey` when it is about the name of the field, not its value. */
export interface Remark {
  readonly path: Path;
  readonly message: string;
  readonly atKey: boolean;
  readonly rename?: Rename;
}

/** @param data what was checked, to say what was found */
export function explainIssue(issue: Issue, data: unknown): Remark[] {
  if (issue.code === 'unrecognized_keys') return unknownFields(issue);
  if (issue.code === 'invalid_key') return [wrongName(issue)];
  const found = valueAt(data, issue.path);
  if (found === undefined) return [missing(issue, data)];
  const message = `${place(issue.path)}expected ${expectedBy(issue)}, found ${describe(found)}`;
  return [{ path: issue.path, message: message + advice(issue, found), atKey: false }];
}

function unknownFields(issue: IssueOf<'unrecognized_keys'>): Remark[] {
  const known = issue.message.split(' ');
  return issue.keys.map((key) => {
    const near = nearest(key, known);
    const hint =
      near === undefined ? `; known fields are ${known.join(', ')}` : `; did you mean '${near}'?`;
    return {
      path: [...issue.path, key],
      message: `unknown field ${quoted(key)}${hint}`,
      atKey: true,
      ...(near === undefined ? {} : { rename: { from: key, to: near } }),
    };
  });
}

function wrongName({ path, issues }: IssueOf<'invalid_key'>): Remark {
  const expected = issues[0]?.message ?? 'another one';
  const message = `${place(path.slice(0, -1))}the name ${quoted(String(path.at(-1)))} is not allowed: expected ${expected}`;
  return { path, message, atKey: true };
}

function missing(issue: Issue, data: unknown): Remark {
  const name = issue.path.at(-1);
  const around = issue.path.slice(0, -1);
  const where = valueAt(data, around) === undefined ? issue.path : around;
  return {
    path: where,
    message: `${place(around)}'${String(name ?? 'the document')}' is missing: expected ${expectedBy(issue)}`,
    atKey: false,
  };
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of fields',
  record: 'a map of names',
};

/** The expectation in words, by the code of the issue; our own patterns bring theirs as the message. */
const EXPECTED: { readonly [C in Issue['code']]: (issue: IssueOf<C>) => string } = {
  invalid_type: ({ expected }) => TYPE_WORDS[expected] ?? expected,
  invalid_value: ({ values }) => oneOf(values),
  invalid_format: ({ message }) => message,
  too_small: ({ origin, minimum, inclusive }) =>
    bound(origin, inclusive ? 'at least' : 'more than', minimum),
  too_big: ({ origin, maximum, inclusive }) =>
    bound(origin, inclusive ? 'at most' : 'less than', maximum),
  not_multiple_of: ({ divisor }) => `a multiple of ${divisor}`,
  invalid_union: ({ message, ...issue }) =>
    'options' in issue && Array.isArray(issue.options) ? oneOf(issue.options) : message,
  invalid_key: ({ issues }) => issues[0]?.message ?? 'another name',
  invalid_element: ({ message }) => message,
  unrecognized_keys: ({ message }) => message,
  custom: ({ message }) => message,
};

function expectedBy<C extends Issue['code']>(issue: IssueOf<C>): string {
  return EXPECTED[issue.code](issue);
}

function bound(origin: string, comparison: string, limit: number | bigint): string {
  const unit = origin === 'string' ? ' characters' : origin === 'array' ? ' entries' : '';
  return `${comparison} ${String(limit)}${unit}`;
}

function oneOf(values: readonly unknown[]): string {
  return values
    .map((value) => (typeof value === 'string' ? `'${value}'` : JSON.stringify(value)))
    .join(' or ');
}

/** A number where a text is wanted is nearly always a question's number without its quotes. */
function advice(issue: Issue, found: unknown): string {
  const unquoted =
    issue.code === 'invalid_type' && issue.expected === 'string' && typeof found === 'number';
  return unquoted ? `: put it in quotes` : '';
}

/** `questions[2].options[0].text: ` */
function place(path: Path): string {
  const text = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('');
  return text === '' ? '' : `${text.replace(/^\./, '')}: `;
}

function describe(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value))
    return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'string') return value === '' ? 'an empty text' : quoted(value);
  if (typeof value === 'object') return 'a map of fields';
  return typeof value === 'number' ? `the number ${value}` : JSON.stringify(value);
}

function quoted(text: string): string {
  return text.length <= 40 ? JSON.stringify(text) : `${JSON.stringify(text.slice(0, 40))}…`;
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
