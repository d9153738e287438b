import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunFailure } from '../../../src/runtime/attack/attack.ts';
import { type ModelServer, openModelServer } from '../../../src/runtime/attack/modelServer.ts';
import { adversarial, attackWith } from '../../support/attackRun.ts';
import { builtPrograms } from '../../support/builtPrograms.ts';

let dist: string;
let server: ModelServer;

beforeAll(async () => {
  dist = await builtPrograms();
  server = openModelServer(dist);
});
afterAll(() => {
  server.close();
});

interface Failed extends RunFailure {
  readonly output: string;
}

async function failureOf(source: string): Promise<Failed> {
  const limits = { wallMs: 1500, memoryMiB: 400, outputBytes: 10_000 };
  const outcome = await attackWith(source, { dist, server, limits });
  if (outcome.ok) throw new Error('the program was expected to fail');
  return { ...outcome.failure, output: outcome.output };
}

/** What the body does, its cause, a part of its message, and its line (the body begins at line 4). */
type Case = readonly [name: string, body: string, cause: RunFailure['cause'], message: string];

const stuck = 'the program was still running after 1.5 s';
const greedy = 'the program needed more than 400 MiB of memory';

const cases: readonly Case[] = [
  ['loops for ever', '  let i = 0;\n  for (;;) i++;', 'timeout', stuck],
  ['loops inside a try', '  void 0;\n  for (;;) try { for (;;); } catch {}', 'timeout', stuck],
  ['backtracks', '\n  return /^(a+)+$/.test("a".repeat(40) + "b") ? x : x;', 'timeout', stuck],
  ['fills the heap', '  const a = [];\n  for (;;) a.push([a.length, 2, 3]);', 'memory', greedy],
  [
    'fills buffers',
    '  const a = [];\n  for (;;) a.push(new Uint8Array(1e7).fill(1));',
    'memory',
    greedy,
  ],
  [
    'asks for too large a buffer',
    '\n  new ArrayBuffer(2 ** 40); return x;',
    'exception',
    'RangeError',
  ],
  ['prints without end', '\n  for (;;) console.log("flood");', 'output', 'more than 10000 bytes'],
  ['ends the process', '\n  process.exit(0);', 'exception', 'process is not there'],
  ['throws an error', '\n  throw new TypeError("no");', 'exception', 'TypeError: no'],
  ['throws null', '\n  throw null;', 'exception', 'null was thrown'],
  ['throws undefined', '\n  throw undefined;', 'exception', 'undefined was thrown'],
  [
    'throws what cannot be told',
    '\n  throw { toString() { throw 1; } };',
    'exception',
    'cannot be described',
  ],
  [
    'throws an error that lies',
    '\n  throw Object.assign(new Error(), { get message() { throw 1; } });',
    'exception',
    '',
  ],
  [
    'rejects',
    '\n  Promise.reject(new Error("later")); return x;',
    'exception',
    'nothing waits for it: later',
  ],
  ['rejects with null', '\n  Promise.reject(null); return x;', 'exception', 'nothing waits for it'],
  [
    'asks for too much at once',
    '\n  x.expand(5e11, 2).sum().item();',
    'exception',
    'at most 67108864 fit at once',
  ],
  ['recurses', '\n  const f = () => 1 + f(); return f();', 'exception', 'Maximum call stack size'],
  [
    'mixes shapes',
    '\n  return x.add(x.reshape(2, 1).reshape(1, 2).mul(x.sum()).reshape(3));',
    'exception',
    'reshape',
  ],
  ['calls the model wrongly', '\n  return model(x.reshape(2));', 'exception', 'expected [N,2]'],
];

describe('a program that', () => {
  it.each(cases)('%s ends in a message at its line', async (_name, body, cause, message) => {
    const failure = await failureOf(adversarial(body));
    expect(failure).toMatchObject({ cause, at: 'adversarial.ts:5' });
    expect(failure.message).toContain(message);
  });

  it('throws an object that cannot even be looked at is told so', async () => {
    const proxy = 'throw new Proxy({}, { getPrototypeOf() { throw 1; }, get() { throw 1; } });';
    const failure = await failureOf(adversarial(proxy));
    expect(failure).toMatchObject({ cause: 'exception' });
    expect(failure.message).toContain('cannot be described');
  });

  it.each([
    ['nothing', '', 'returned undefined; it must return a tensor'],
    ['null', '  return null;', 'returned null'],
    ['a number', '  return 3;', 'returned a number'],
    ['a list', '  return [[1, 2]];', 'returned an object'],
    ['another shape', '  return x.sum();', 'returned shape []; x has shape [1, 2]'],
  ])('returns %s is told at its function', async (_name, body, message) => {
    const failure = await failureOf(adversarial(body));
    expect(failure).toMatchObject({ cause: 'wrong-result', at: 'adversarial.ts:3' });
    expect(failure.message).toContain(message);
  });

  it('is async is told that it must not be', async () => {
    const failure = await failureOf(
      adversarial('  return x;').replace('function', 'async function'),
    );
    expect(failure).toMatchObject({ cause: 'wrong-result', at: 'adversarial.ts:3' });
    expect(failure.message).toContain('it must not be async');
  });

  it('returns NaN is told so', async () => {
    const failure = await failureOf(adversarial('  return x.sub(x).div(x.sub(x));'));
    expect(failure.cause).toBe('not-finite');
    expect(failure.message).toContain('z contains NaN (row 0)');
  });

  it('printed something before it failed keeps what it printed', async () => {
    const failure = await failureOf(adversarial('  console.error("so far"); throw 1;'));
    expect(failure.output).toBe('so far\n');
  });
});

describe('a file that', () => {
  it.each([
    ['is no TypeScript', 'const a: number = ;', 'adversarial.ts:1:19', 'Expression expected'],
    ['declares an enum', '\nenum A { B }', 'adversarial.ts:2:1', 'enum is not supported'],
    [
      'imports a file system',
      '\nimport fs from "node:fs";',
      'adversarial.ts:2',
      "'node:fs' cannot be imported",
    ],
    [
      'imports a package',
      '\n\nimport "lodash";',
      'adversarial.ts:3',
      "'lodash' cannot be imported",
    ],
    [
      'imports a file that is not there',
      'import "./other.ts";',
      'adversarial.ts:1',
      "'./other.ts' is none of your files",
    ],
    [
      'leaves its folder',
      'import "../../etc/passwd";',
      'adversarial.ts:1',
      'is none of your files',
    ],
  ])('%s is refused at its place', async (_name, source, at, message) => {
    const failure = await failureOf(source);
    expect(failure).toMatchObject({ cause: 'syntax', at });
    expect(failure.message).toContain(message);
  });

  it.each([
    ['throws', '\nthrow new Error("early");', 'exception', 'early'],
    ['imports what is not there', '\nimport { foo } from "exambench/torch";', 'exception', "'foo'"],
    ['loops', '\nfor (;;);', 'timeout', stuck],
  ])('%s while it is loaded is told at its line', async (_name, source, cause, message) => {
    const failure = await failureOf(source);
    expect(failure).toMatchObject({ cause, at: 'adversarial.ts:2' });
    expect(failure.message).toContain(message);
  });

  it('imports at run time what it may not is refused', async () => {
    const failure = await failureOf(adversarial('  import("node:fs");\n  return x;'));
    expect(failure.message).toContain("'node:fs' cannot be imported");
  });

  it('does not export the function is told its name', async () => {
    const failure = await failureOf('export const other = 1;');
    expect(failure.message).toBe('adversarial.ts must export a function named adversarial');
  });
});
