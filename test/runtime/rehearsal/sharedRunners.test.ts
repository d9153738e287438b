import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AttackOutcome } from '../../../src/runtime/attack/attack.ts';
import { type ModelServer, openModelServer } from '../../../src/runtime/attack/modelServer.ts';
import { sharedRunners } from '../../../src/runtime/rehearsal/sharedRunners.ts';
import { adversarial, entry } from '../../support/attackRun.ts';
import { builtPrograms } from '../../support/builtPrograms.ts';
import { attackModel } from '../../support/ortBackend.ts';

let dist = '';
let server: ModelServer;
beforeAll(async () => {
  dist = await builtPrograms();
  server = openModelServer(dist);
});
afterAll(() => {
  server.close();
});

const runners = sharedRunners();
afterAll(() => {
  runners.close();
});

const x = { shape: [1, 2], data: Float32Array.of(0.1, 0.9) };
const t = { shape: [1, 1], data: Float32Array.of(-1) };

async function run(body: string): Promise<AttackOutcome | undefined> {
  const outcomes = await runners.run({
    program: { files: { [entry.file]: adversarial(body) }, entry },
    model: { bytes: await attackModel('mlp2_relu') },
    inputs: [{ x, t }],
    provider: 'cpu',
    dist,
    server,
  });
  return outcomes[0];
}

/** Says in which process it runs. */
const WHERE = '  console.log(performance.timeOrigin); return x.mul(2);';

function outputOf(outcome: AttackOutcome | undefined): string | undefined {
  return outcome?.ok === true ? outcome.result.output : undefined;
}

describe('programs of one author', () => {
  it('follow each other in one process, with their own output and values', async () => {
    const first = await run(WHERE);
    const second = await run(WHERE.replace('mul(2)', 'mul(4)'));
    expect(outputOf(second)).toBe(outputOf(first));
    expect(second?.ok === true && [...second.result.z.data]).toEqual(
      [...x.data].map((each) => 4 * each),
    );
  });

  it.each([
    ['replaces a method of lists', 'Array.prototype.map = () => [];'],
    ['leaves a global', "Reflect.set(globalThis, 'left', 1);"],
    ['replaces a method of tensors', 'Object.getPrototypeOf(x).mul = () => x;'],
    ['leaves a timer', 'setTimeout(() => undefined, 60_000);'],
  ])('get another process after one that %s', async (_what, statement) => {
    const before = outputOf(await run(WHERE));
    await run(`  const z = x.mul(2).detach(); ${statement} return z;`);
    const after = await run(WHERE);
    expect(before).toBeDefined();
    expect(outputOf(after)).toBeDefined();
    expect(outputOf(after)).not.toBe(before);
    expect(after?.ok === true && [...after.result.z.data]).toEqual(
      [...x.data].map((each) => 2 * each),
    );
  });

  it('tell their own lines, whoever ran before', async () => {
    await run(WHERE);
    const outcome = await run('  throw new Error("no");');
    expect(outcome).toMatchObject({ ok: false, failure: { at: 'adversarial.ts:4' } });
    expect(outputOf(await run(WHERE))).toBeDefined();
  });
});
