import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectFile } from '../../src/runtime/modelFile/inspectFile.ts';
import { modelProblems } from '../../src/runtime/modelFile/modelProblems.ts';
import { modelJson, modelText, problemsOf } from '../../src/cli/modelText.ts';
import { builtPrograms } from '../support/builtPrograms.ts';
import { exambench } from '../support/commandLine.ts';
import { linear, model, node, value } from '../support/hostileModels/onnx.ts';
import { message } from '../support/hostileModels/protobuf.ts';

const EXAM = fileURLToPath(new URL('../../tasks/ml1/5-programming/model.onnx', import.meta.url));
const SHA256 = '6006aa71b57dc900784e341a918eb5f1af2d29fee887c125b6d2a5e0e55c1302';

let dist: string;
let folder: string;
beforeAll(async () => {
  dist = await builtPrograms(['modelServer']);
  folder = await mkdtemp(join(tmpdir(), 'model-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function inspected(bytes: Uint8Array) {
  const file = join(folder, 'm.onnx');
  await writeFile(file, bytes);
  return await inspectFile(file, dist);
}

describe('exambench model', () => {
  it('says what a model is, and what to write into task.yaml', async () => {
    const named = { given: EXAM, name: 'model.onnx' };
    const found = await inspectFile(EXAM, dist);
    const text = modelText(named, found);
    expect(text).toContain('input       x: float32 [n, 2]\noutput      f: float32 [n, 1]');
    expect(text).toContain('operators   Gemm ×3, Tanh ×2 (5 nodes)\nparameters  337\n');
    expect(text).toContain('gradient    yes');
    expect(text).toContain(`model:\n  file: model.onnx\n  sha256: ${SHA256}\n  source: `);
    const json: unknown = JSON.parse(modelJson(named, found));
    expect(json).toMatchObject({ size: 1634, sha256: SHA256, usable: true, problems: [] });
  });

  it('names the node that has no derivative', async () => {
    const scaled = model({ nodes: [linear('x', 'f'), node('Selu', ['f'], ['y'])] });
    expect(problemsOf(await inspected(scaled))).toEqual([
      'it cannot be differentiated: model node y: there is no derivative of Selu',
    ]);
  });

  it.each([
    ['rows of another rank', { inputs: [message(11, value('x', ['n', 2, 2]))] }, 'must be rows'],
    [
      'one number for all rows',
      { nodes: [node('MatMul', ['x', 'w'], ['f']), node('ReduceMax', ['f'], ['y'])] },
      'must be one number for each row',
    ],
    [
      'two inputs',
      { inputs: [message(11, value('x', ['n', 2])), message(11, value('z', [1]))] },
      'one input',
    ],
    [
      'an output that is not finite',
      { nodes: [linear('x', 'f'), node('Div', ['f', 'f'], ['y'])] },
      'not finite',
    ],
  ])('says that no task can use %s', async (_name, parts, why) => {
    const { model: found, refused } = await inspected(model(parts));
    const problems = found === undefined ? [refused] : modelProblems(found);
    expect(problems.join('\n')).toContain(why);
  });

  it('refuses what may not be loaded, without a trace of calls', async () => {
    const { code, out } = await exambench('model', fileURLToPath(import.meta.url));
    expect(code).toBe(1);
    expect(out).toContain('not accepted: not an ONNX model');
  });

  it('cannot look at a file that is not there', async () => {
    const { code, err } = await exambench('model', '/nowhere.onnx');
    expect([code, err]).toEqual([2, 'exambench model: there is no file or folder /nowhere.onnx\n']);
  });
});
