import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { naturalAttack } from '../support/attackRun.ts';
import { builtPrograms } from '../support/builtPrograms.ts';
import { exambench } from '../support/commandLine.ts';
import { attackCase } from '../support/ortBackend.ts';

const dist = vi.hoisted(() => ({ folder: '' }));
vi.mock('../../src/cli/distFolder.ts', () => ({
  get distFolder() {
    return dist.folder;
  },
}));

const model = fileURLToPath(new URL('../fixtures/attack/models/mlp2_relu.onnx', import.meta.url));
let folder: string;

async function file(name: string, content: string): Promise<string> {
  const written = path.join(folder, name);
  await writeFile(written, content);
  return written;
}

beforeAll(async () => {
  dist.folder = await builtPrograms();
  folder = await mkdtemp(path.join(tmpdir(), 'exambench-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function attack(code: string, input: object | string, ...more: string[]) {
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  const files = [await file('attack.ts', code), await file('input.json', text)];
  const [codeFile = '', inputFile = ''] = files;
  const unsafe = '--unsafe-no-sandbox';
  const options = ['--model', model, '--code', codeFile, '--input', inputFile, unsafe, ...more];
  const said = await exambench('attack', ...options);
  const json: unknown = said.out === '' ? undefined : JSON.parse(said.out);
  return { ...said, json };
}

const identity = 'export const adversarial = (x) => x;';

describe('exambench attack', () => {
  it('prints per row what the attack achieved, and z as nested numbers', async () => {
    const { x, t, z } = await attackCase('mlp2_relu_1');
    const { code, json } = await attack(
      naturalAttack,
      { x: [[...x.data]], t: [[...t.data]] },
      '--provider',
      'cpu',
    );
    expect(code).toBe(0);
    expect(json).toEqual({
      objective: [expect.closeTo(0.1839, 4)],
      distance: [expect.closeTo(0.02554, 5)],
      output: [expect.closeTo(-0.18325, 4)],
      success: [false],
      iterations: 1000,
      ms: expect.any(Number) as number,
      provider: 'cpu',
      isolation: expect.stringMatching(/bubblewrap|permission/) as string,
      z: [[expect.closeTo(z[0] ?? 0, 5), expect.closeTo(z[1] ?? 0, 5)]],
    });
  });

  it('takes labels in any nesting, one per row', async () => {
    const { json } = await attack(identity, {
      x: [
        [0, 0],
        [1, 1],
      ],
      t: [-1, 1],
    });
    expect(json).toMatchObject({
      distance: [0, 0],
      z: [
        [0, 0],
        [1, 1],
      ],
    });
  });

  it('prints the failure of a program with its line, and ends with 1', async () => {
    const source = '\n\nexport function adversarial() { throw new Error("no"); }';
    const { code, json, err } = await attack(source, { x: [[0, 0]], t: 1 });
    expect(code).toBe(1);
    expect(json).toEqual({
      failure: { cause: 'exception', message: 'no', at: 'attack.ts:3' },
      printed: '',
    });
    expect(err).toBe('attack.ts:3: no\n');
  });

  it('calls the function it is told to', async () => {
    const source = 'export const other = (x) => x.add(1);';
    const { json } = await attack(source, { x: [[0, 0]], t: 1 }, '--function', 'other');
    expect(json).toMatchObject({ z: [[1, 1]] });
  });

  it.each([
    ['no object', '3', 'expected an object with x and t'],
    ['no JSON', '{', 'input.json: '],
    ['uneven rows', { x: [[0, 0], [1]], t: [1, 1] }, 'x[1] must be a list of 2'],
    ['text for numbers', { x: [['a', 0]], t: 1 }, 'x[0][0] must be a number'],
    [
      'too few labels',
      {
        x: [
          [0, 0],
          [1, 1],
        ],
        t: [1],
      },
      'one number for each of the 2 rows',
    ],
    ['three columns', { x: [[0, 0, 0]], t: 1 }, 'x: model: input of shape [1,3], expected [N,2]'],
  ])('refuses %s as input and ends with 2', async (_name, input, message) => {
    const { code, out, err } = await attack(identity, input);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  it.each([
    [['--provider', 'tpu'], "--provider must be auto, cpu, cuda; found 'tpu'"],
    [['--timeout', 'soon'], "found 'soon'"],
    [['--model', '/nowhere.onnx'], '/nowhere.onnx'],
    [['--model', fileURLToPath(import.meta.url)], 'not an ONNX model'],
    [['--nonsense'], '--nonsense'],
  ])('refuses %j and ends with 2', async (options, message) => {
    const { code, err } = await attack(identity, { x: [[0, 0]], t: 1 }, ...options);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it('says which option is missing', async () => {
    const { code, err } = await exambench('attack', '--model', model);
    expect(code).toBe(2);
    expect(err).toContain('--code is missing');
  });
});

describe('exambench providers', () => {
  it('lists every provider, and why one is not there', async () => {
    const { code, out } = await exambench('providers');
    expect(code).toBe(0);
    expect(out).toMatch(/^cpu {3}yes\ncuda {2}(yes|no: .*CUDA.*)\n$/);
  });

  it('lists them as JSON', async () => {
    const { out } = await exambench('providers', '--json');
    expect(JSON.parse(out)).toMatchObject({
      providers: [{ name: 'cpu', available: true }, { name: 'cuda' }],
    });
  });
});
