import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exambench } from '../support/commandLine.ts';

const RBF = 'x: vector d; c: matrix d h; w: vector h; i: index d';

async function compared(...argv: string[]): Promise<{ code: number; json: unknown }> {
  const { code, out, err } = await exambench('expr', ...argv, '--json');
  expect(err).toBe('');
  return { code, json: JSON.parse(out) };
}

describe('exambench expr', () => {
  it('finds two spellings of a gradient equal', async () => {
    const left = String.raw`-\sum_j w_j e^{-\sum_k |x_k-c_{kj}|}\operatorname{sign}(x_i-c_{ij})`;
    const right = 'sum_l w_l exp(-sum_k abs(x_k - c_kl)) * sign(c_il - x_i)';
    expect(await exambench('expr', '--declare', RBF, left, right)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^equal/) as string,
    });
  });

  it('takes expressions that begin with a minus sign', async () => {
    expect(await compared('--declare', 'a: scalar', '-2a', '-a-a')).toEqual({
      code: 0,
      json: { verdict: 'equal' },
    });
  });

  it('takes options after the expressions, and texts that begin with a minus sign', async () => {
    const { code } = await exambench(
      'expr',
      'b',
      '--declare',
      'a, b: scalar',
      '-a',
      '--where',
      'b = -a',
    );
    expect(code).toBe(0);
  });

  it('shows where two expressions differ as a table', async () => {
    const { code, out } = await exambench('expr', '--declare', 'a: scalar', '2a', 'a^2');
    expect(code).toBe(1);
    expect(out).toMatch(
      /^different\n {2}a {6}-?[\d.]+\n {2}left {3}-?[\d.]+\n {2}right {2}-?[\d.]+\n$/,
    );
  });

  it('gives the counterexample as JSON', async () => {
    const { code, json } = await compared('--declare', 'a: scalar', '2a', '3a');
    expect(code).toBe(1);
    expect(json).toMatchObject({
      verdict: 'different',
      counterexample: { sizes: {}, indices: {}, values: { a: expect.any(Number) as number } },
    });
  });

  it('marks the place that cannot be read', async () => {
    const { code, out } = await exambench('expr', '--declare', 'a: scalar', 'a', '2 + b a');
    expect(code).toBe(1);
    const [head, line, carets] = out.split('\n');
    expect(head).toMatch(/^invalid: the second expression: .*b/);
    expect(line).toBe('  2 + b a');
    expect(carets).toBe('      ^');
  });

  it('marks the place in declarations of several lines', async () => {
    const { out } = await exambench('expr', '--declare', 'a: scalar\nb: sponge', 'a', 'b');
    const [head, line, carets = ''] = out.split('\n');
    expect(head).toMatch(/^invalid: the declarations: /);
    expect(line).toBe('  b: sponge');
    expect(carets.indexOf('^')).toBeGreaterThan(1);
  });

  it('names side, text and place in JSON', async () => {
    const { json } = await compared('--declare', 'a: scalar', '(a', 'a');
    expect(json).toMatchObject({
      verdict: 'invalid',
      side: 'left',
      source: '(a',
      reason: expect.any(String) as string,
      span: { start: expect.any(Number) as number, end: expect.any(Number) as number },
    });
  });

  it('knows definitions and the norm that is meant', async () => {
    const declare = 'v: vector 2; n: scalar';
    const where = ['--where', 'n = |v_1| + |v_2|'];
    const one = await exambench(
      'expr',
      '--declare',
      declare,
      ...where,
      '--norm',
      '1',
      '||v||',
      'n',
    );
    expect(one.code).toBe(0);
    const two = await exambench('expr', '--declare', declare, ...where, '||v||', 'n');
    expect(two.code).toBe(1);
  });

  it('says in plain words where equal expressions part', async () => {
    const { out } = await exambench('expr', '--declare', 'x: scalar', 'x/|x|', 'sign(x)');
    expect(out).toBe('equal: except where x = 0\n');
  });

  it('takes every letter for a number when nothing is declared', async () => {
    expect((await exambench('expr', '(a+b)^2', 'a^2+2ab+b^2')).code).toBe(0);
  });

  it.each([
    [['a'], 'expected two expressions, found 1'],
    [['a', 'b', 'c'], 'expected two expressions, found 3'],
    [['--norm', '3', 'a', 'a'], "--norm must be 1 or 2, found '3'"],
    [['--seed', 'x', 'a', 'a'], "--seed must be a whole number from 0, found 'x'"],
    [['--fast', 'a', 'a'], '--fast'],
    [['a', 'a', '--where'], '--where'],
    [['--pairs', 'none.json'], 'there is no file or folder none.json'],
    [['--pairs', 'none.json', 'a'], 'no expressions beside FILE'],
  ])('refuses %j', async (argv, reason) => {
    const { code, out, err } = await exambench('expr', ...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(reason);
  });
});

describe('exambench expr --pairs', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'exambench-pairs-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function pairs(text: string): Promise<{ code: number; out: string; err: string }> {
    const file = path.join(folder, 'pairs.json');
    await writeFile(file, text);
    return exambench('expr', '--pairs', file);
  }

  it('gives every pair its outcome, in its place', async () => {
    const { code, out } = await pairs(
      JSON.stringify([
        { declare: 'a: scalar', left: 'a+a', right: '2a' },
        { declare: 'a: scalar', left: 'a', right: '-a' },
        { declare: 'a: scalar', left: 'a +', right: 'a' },
        { declare: 'a, b: scalar', where: ['b = 3a'], left: 'b', right: '3a' },
      ]),
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { verdict: 'equal' },
      { verdict: 'different' },
      { verdict: 'invalid', side: 'left' },
      { verdict: 'equal' },
    ]);
  });

  it('says what is wrong with an entry, and goes on', async () => {
    const good = { declare: 'a: scalar', left: 'a', right: 'a' };
    const strange = [
      7,
      null,
      ['a'],
      {},
      { left: 'a' },
      { ...good, left: 3 },
      { ...good, where: 'b' },
    ];
    const { code, out } = await pairs(JSON.stringify([...strange, good]));
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual([
      { verdict: 'invalid', reason: 'expected {"declare", "left", "right"}, found a number' },
      { verdict: 'invalid', reason: 'expected {"declare", "left", "right"}, found null' },
      { verdict: 'invalid', reason: 'expected {"declare", "left", "right"}, found a list' },
      { verdict: 'invalid', reason: 'left is missing' },
      { verdict: 'invalid', reason: 'right is missing' },
      { verdict: 'invalid', reason: 'left: expected a text, found a number' },
      { verdict: 'invalid', reason: 'where: expected a list of texts' },
      { verdict: 'equal' },
    ]);
  });

  it.each([
    ['{"left": "a"}', 'expected a JSON list of pairs, found an object'],
    ['[', 'not valid JSON'],
  ])('cannot read %s', async (text, reason) => {
    const { code, out, err } = await pairs(text);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(reason);
  });

  it('reads the standard input', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['src/cli/main.ts', 'expr', '--pairs', '-'],
      { input: '[{"declare": "a: scalar", "left": "a", "right": "a"}]', encoding: 'utf8' },
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual([{ verdict: 'equal' }]);
  });
});
