/** A list of pairs of expressions: each gets its outcome, in its place, whatever happens to the others. */

import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { compareTexts } from '../core/math/compare/compareTexts.ts';
import { parseJson } from '../core/jsonText.ts';
import { type Result, failure, success } from '../core/result.ts';
import { type CommandIo, type ExitCode } from './command.ts';
import { type OutcomeJson, outcomeJson } from './outcomeJson.ts';

interface Settings {
  readonly declare: string;
  readonly where: readonly string[];
  readonly norm: 1 | 2;
  readonly seed: number;
}

type Pair = Settings & { readonly left: string; readonly right: string };

/** @param file `-` for the standard input */
export async function readPairs(file: string): Promise<readonly unknown[]> {
  const source = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  const name = file === '-' ? 'the standard input' : file;
  const list = parsed(source, name);
  if (Array.isArray(list)) return list as unknown[];
  throw new Error(`${name}: expected a JSON list of pairs, found ${kindOf(list)}`);
}

function parsed(source: string, name: string): unknown {
  const json = parseJson(source);
  if (json.ok) return json.value;
  throw new Error(`${name}: not valid JSON: ${json.error}`);
}

/** @param settings what pairs that do not say otherwise have in common */
export function comparePairs(
  entries: readonly unknown[],
  settings: Settings,
  io: CommandIo,
): ExitCode {
  const pairs = entries.map((entry) => pairOf(entry, settings));
  const outcomes = pairs.map((pair, place): OutcomeJson => {
    showProgress(place, pairs.length, io);
    return pair.ok ? outcomeOf(pair.value) : { verdict: 'invalid', reason: pair.error };
  });
  clearProgress(pairs.length, io);
  io.stdout(`${JSON.stringify(outcomes, undefined, 2)}\n`);
  return pairs.every(({ ok }) => ok) ? 0 : 1;
}

/** A fault of the comparer costs its own pair only. */
function outcomeOf(pair: Pair): OutcomeJson {
  try {
    return outcomeJson(compareTexts(pair));
  } catch (error) {
    return { verdict: 'undecided', reason: `The comparison failed: ${messageOf(error)}` };
  }
}

function pairOf(entry: unknown, settings: Settings): Result<Pair, string> {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    return failure(`expected {"declare", "left", "right"}, found ${kindOf(entry)}`);
  }
  // whoever writes null has nothing to say
  const said = Object.entries(entry).filter(([, value]) => value !== null);
  const given = { ...settings, ...Object.fromEntries<unknown>(said) };
  const problem = problemOf(given);
  return problem === undefined ? success(given as Pair) : failure(problem);
}

/** What keeps it from being a `Pair`. */
function problemOf(given: Readonly<Record<string, unknown>>): string | undefined {
  for (const field of ['declare', 'left', 'right']) {
    const found = given[field];
    if (found === undefined) return `${field} is missing`;
    if (typeof found !== 'string') return `${field}: expected a text, found ${kindOf(found)}`;
  }
  const { where, norm, seed } = given;
  if (!Array.isArray(where) || !where.every((line) => typeof line === 'string')) {
    return 'where: expected a list of texts';
  }
  if (norm !== 1 && norm !== 2) return 'norm: expected 1 or 2';
  return Number.isSafeInteger(seed) ? undefined : 'seed: expected a whole number';
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Shorter lists are done before anybody wonders. */
const LONG = 100;

function showProgress(done: number, all: number, io: CommandIo): void {
  if (io.interactive && all >= LONG && done % 10 === 0) io.stderr(`\r${done} of ${all} pairs`);
}

function clearProgress(all: number, io: CommandIo): void {
  if (io.interactive && all >= LONG) io.stderr('\r\u001b[K');
}
