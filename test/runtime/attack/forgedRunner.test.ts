import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AttackOutcome, type RunFailure } from '../../../src/runtime/attack/attack.ts';
import { type ModelServer, openModelServer } from '../../../src/runtime/attack/modelServer.ts';
import { attackWith } from '../../support/attackRun.ts';
import { builtPrograms } from '../../support/builtPrograms.ts';
import {
  distWithRunner,
  getsReady,
  hears,
  loads,
  sends,
  sendsBytes,
} from '../../support/fakeRunner.ts';

let server: ModelServer;

beforeAll(async () => {
  server = openModelServer(await builtPrograms(['modelServer']));
});
afterAll(() => {
  server.close();
});

const limits = { wallMs: 1500, memoryMiB: 300, outputBytes: 10_000, frameBytes: 100_000 };

async function outcomeOf(...statements: readonly string[]): Promise<AttackOutcome> {
  const dist = await distWithRunner(...statements);
  return await attackWith('', { dist, server, limits });
}

async function failureOf(...statements: readonly string[]): Promise<RunFailure> {
  const outcome = await outcomeOf(...statements);
  if (outcome.ok) throw new Error('the runner was believed');
  return outcome.failure;
}

const facts = { backwardCalls: 0, zeroGradCalls: 0, stepCalls: 0, inputRequiresGrad: false };
const z = { shape: [1, 2], data: Float32Array.of(1, 2) };
const result = (body: object, ...tensors: (typeof z)[]) => sends('result', { body, tensors });
const waits = 'for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);';

const add = { kind: 'operator', op: 'Add', inputs: [], attributes: {}, shape: [1, 2] };
const external = { from: 'external', index: 0 };
const graph = (node: object) => ({
  nodes: [{ ...add, ...node }],
  carried: [],
  externals: [[1, 2]],
  schedules: 0,
  outputs: [{ value: { from: 'node', index: 0 }, each: false }],
  stepsPerIteration: 0,
});
const runs = (program: object) =>
  sends('run', {
    body: { programId: 1, program, trips: 1, carried: 0, externals: 1 },
    tensors: [z],
  });

describe('a runner that', () => {
  it('keeps to the rules is believed, as far as its numbers go', async () => {
    expect(await outcomeOf(loads, result({ facts }, z), waits)).toMatchObject({
      ok: true,
      result: { z, iterations: 0, facts },
    });
  });

  it.each([
    ['sends garbage', [sendsBytes(Uint8Array.of(0, 0, 0, 0, 1, 2, 3))]],
    ['announces 4 GiB', [sendsBytes(Uint8Array.of(255, 255, 255, 255))]],
    ['sends an unknown kind', [sendsBytes(Uint8Array.of(5, 0, 0, 0, 99, 0, 0, 0, 0))]],
    ['is ready twice', [getsReady, getsReady]],
    ['has a result before it was called', [getsReady, hears, result({ facts }, z)]],
    ['claims that it passed', [loads, result({ facts, passed: true }, z)]],
    ['gives no facts', [loads, result({}, z)]],
    ['gives no z', [loads, result({ facts })]],
    ['gives two results in one', [loads, result({ facts }, z, z)]],
    ['gives a z of another shape', [loads, result({ facts }, { ...z, shape: [2, 1] })]],
    ['asks before it was called', [getsReady, hears, runs(graph({ inputs: [] }))]],
    ['asks without waiting', [loads, ...Array.from({ length: 3 }, () => runs(graph({})))]],
    ['asks for another model', [loads, sends('shape', { body: { model: 'x', input: [1] } })]],
    [
      'runs a node that is not there',
      [loads, runs(graph({ inputs: [{ from: 'node', index: 4 }] }))],
    ],
    [
      'runs an unknown program',
      [loads, sends('run', { body: { programId: 9, trips: 1, carried: 0, externals: 0 } })],
    ],
    [
      'sends more than a frame may have',
      [loads, sends('text', { body: { text: 'x'.repeat(200_000) } })],
    ],
  ])('%s is ended for it', async (_name, statements) => {
    expect(await failureOf(...statements, waits)).toMatchObject({ cause: 'protocol' });
  });

  it.each([
    ['an operator that no rule knows', { op: 'Loop' }, 'the operator Loop is not supported'],
    ['a shape that is a lie', { inputs: [external, external], shape: [4, 4] }, 'the program says'],
    ['an operator without its inputs', { inputs: [] }, 'Add'],
  ])('asks for %s hears why not', async (_name, node, message) => {
    const tells =
      'const b = Buffer.alloc(1 << 20); say({ text: String(b.subarray(0, fs.readSync(3, b))) });';
    const outcome = await outcomeOf(loads, runs(graph(node)), tells, result({ facts }, z), waits);
    expect(outcome.ok ? outcome.result.output : outcome.failure).toContain(message);
  });

  it.each([
    ['ends without a word', ['process.exit(0);'], 'internal', 'did not start: exit code 0'],
    [
      'ends with a word',
      ["process.stderr.write('no such thing\\n'); process.exitCode = 1;"],
      'internal',
      'did not start: exit code 1: no such thing',
    ],
    ['ends when it is called', [loads, 'process.exit(0);'], 'exit', 'exit code 0'],
    [
      'kills itself',
      [loads, "process.kill(process.pid, 'SIGKILL');"],
      'exit',
      'ended without a result',
    ],
    ['says nothing', [waits], 'internal', 'did not get ready within 10 s'],
    ['never answers', [loads, waits], 'timeout', 'still running after 1.5 s'],
    [
      'cannot be interrupted',
      [loads, "process.on('SIGINT', () => 0);", 'for (;;);'],
      'timeout',
      'still running',
    ],
    [
      'floods stdout',
      [loads, "for (;;) fs.writeSync(1, 'x'.repeat(10_000));"],
      'output',
      '10000 bytes',
    ],
    [
      'floods its console',
      [loads, `for (;;) { ${sends('text', { body: { text: 'x'.repeat(5000) } })} }`],
      'output',
      '10000 bytes',
    ],
    [
      'takes memory',
      [loads, 'const a = []; for (;;) a.push(new Uint8Array(1e7).fill(1));'],
      'memory',
      '300 MiB',
    ],
  ] as const)('%s ends with a clear message', async (_name, statements, cause, message) => {
    const failure = await failureOf(...statements);
    expect(failure.cause).toBe(cause);
    expect(failure.message).toContain(message);
  });
});
