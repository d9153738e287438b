/** `exambench expr`: are two expressions equal? */

import { parseArgs } from 'node:util';
import { compareTexts } from '../core/math/compare/compareTexts.ts';
import { type Command, type CommandIo, type ExitCode, UsageError } from './command.ts';
import { comparisonText } from './comparisonText.ts';
import { comparePairs, readPairs } from './expressionPairs.ts';
import { outcomeJson } from './outcomeJson.ts';

const options = {
  declare: { type: 'string', default: '' },
  where: { type: 'string', multiple: true, default: [] as string[] },
  norm: { type: 'string', default: '2' },
  seed: { type: 'string', default: '1' },
  pairs: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const expr: Command = {
  name: 'expr',
  summary: 'Says whether two expressions are equal.',
  usage: `Usage: exambench expr [--declare TEXT] [--where TEXT]… [options] LEFT RIGHT
       exambench expr --pairs FILE [options]

Compares two expressions, in LaTeX or plain text, and prints equal, different with a point where they differ,
undecided, or invalid with the place that cannot be read.

  --declare TEXT  What the letters are: 'x: vector d; c: matrix d h; w: vector h; i: index d'. Without it every letter
                  is a real number.
  --where TEXT    A definition, as in 'a_j = \\exp(-\\sum_i |x_i - c_{ij}|)'; may be repeated.
  --norm 1|2      Which norm ‖v‖ is; 2 unless stated.
  --seed N        Where the samples start; the same seed gives the same outcome. 1 unless stated.
  --pairs FILE    A JSON list of {"declare", "left", "right", "where"?: […], "norm"?}; prints a JSON list of outcomes in
                  the same order. FILE may be - for the standard input.
  --json          Print the outcome as JSON.

Exit code: 0 equal, 1 different, undecided or invalid, 2 bad arguments. With --pairs: 0 every pair has its outcome,
1 an entry of the list is no pair, 2 the list cannot be read.
`,
  async run(argv, io) {
    const { values, positionals } = parseArgs({
      args: separated(argv),
      allowPositionals: true,
      options,
    });
    const { declare, where } = values;
    const settings = { norm: normOf(values.norm), seed: seedOf(values.seed) };
    if (values.pairs !== undefined) {
      if (positionals.length > 0) throw new UsageError('--pairs takes no expressions beside FILE');
      return comparePairs(await readPairs(values.pairs), { declare, where, ...settings }, io);
    }
    const [left, right, ...others] = positionals;
    if (left === undefined || right === undefined || others.length > 0) {
      throw new UsageError(`expected two expressions, found ${positionals.length}`);
    }
    const outcome = compareTexts({ declare, where, left, right, ...settings });
    return report(outcome, values.json === true, io);
  },
};

function report(outcome: ReturnType<typeof compareTexts>, json: boolean, io: CommandIo): ExitCode {
  io.stdout(
    json ? `${JSON.stringify(outcomeJson(outcome), undefined, 2)}\n` : comparisonText(outcome),
  );
  return outcome.verdict === 'equal' ? 0 : 1;
}

/** Expressions may begin with a minus sign: only two of them begin an option. */
function separated(argv: readonly string[]): string[] {
  const given: string[] = [];
  const expressions: string[] = [];
  const rest = [...argv];
  for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
    if (next === '--') expressions.push(...rest.splice(0));
    else if (!next.startsWith('--')) expressions.push(next);
    else given.push(takesNext(next) && rest.length > 0 ? `${next}=${rest.shift() ?? ''}` : next);
  }
  return [...given, '--', ...expressions];
}

function takesNext(argument: string): boolean {
  return Object.entries(options).some(
    ([name, { type }]) => type === 'string' && argument === `--${name}`,
  );
}

function normOf(text: string): 1 | 2 {
  if (text === '1') return 1;
  if (text === '2') return 2;
  throw new UsageError(`--norm must be 1 or 2, found '${text}'`);
}

function seedOf(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(seed)) return seed;
  throw new UsageError(`--seed must be a whole number from 0, found '${text}'`);
}
