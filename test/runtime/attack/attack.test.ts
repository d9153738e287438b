import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AttackResult, type Progress } from '../../../src/runtime/attack/attack.ts';
import { type ModelServer, openModelServer } from '../../../src/runtime/attack/modelServer.ts';
import { runProgram } from '../../../src/runtime/attack/runProgram.ts';
import { adversarial, attackWith, entry, naturalAttack } from '../../support/attackRun.ts';
import { builtPrograms } from '../../support/builtPrograms.ts';
import { attackCase, attackModel } from '../../support/ortBackend.ts';

let dist: string;
let server: ModelServer;

beforeAll(async () => {
  dist = await builtPrograms();
  server = openModelServer(dist);
});
afterAll(() => {
  server.close();
});

async function attacked(
  source: string,
  options: Partial<Parameters<typeof attackWith>[1]> = {},
): Promise<AttackResult> {
  const outcome = await attackWith(source, { dist, server, ...options });
  if (!outcome.ok) throw new Error(`${outcome.failure.cause}: ${outcome.failure.message}`);
  return outcome.result;
}

describe('an attack through the three processes', () => {
  it.each([
    ['mlp2_relu', [1, 4, 64]],
    ['mlp2_tanh', [1, 4, 64]],
    ['mlp256_relu', [1, 4]],
    ['cnn16', [1]],
  ] as const)('on %s ends where PyTorch ends', async (name, counts) => {
    for (const rows of counts) {
      const { x, t, z } = await attackCase(`${name}_${rows}`);
      const found = await attacked(naturalAttack, {
        model: { bytes: await attackModel(name) },
        x,
        t,
      });
      expect(found.z.shape).toEqual(x.shape);
      const error = Math.max(...found.z.data.map((value, i) => Math.abs(value - (z[i] ?? 0))));
      expect(error).toBeLessThan(5e-5);
      expect(found.iterations).toBe(1000);
    }
  });

  it('tells losses and path while it runs, all of them in the end', async () => {
    const reports: Progress[] = [];
    const found = await attacked(naturalAttack, { onProgress: (report) => reports.push(report) });
    expect(reports.at(-1)?.iterations).toBe(1000);
    expect(reports.flatMap(({ loss }) => [...loss])).toEqual([...found.loss]);
    expect(found.loss.length).toBe(1000);
    expect(found.path?.shape).toEqual([1000, 1, 2]);
    expect([...(found.path?.data.slice(-2) ?? [])]).toEqual([...found.z.data]);
    expect(found.loss.at(-1)).toBeLessThan(found.loss[0] ?? 0);
  });

  it('says what it ran on, how it was shut in, and what the program did', async () => {
    const found = await attacked(adversarial("  console.log('hello', [1, 2]);\n  return x;"));
    expect(found.provider).toEqual({ name: 'cpu' });
    expect(['bubblewrap', 'permission']).toContain(found.isolation);
    expect(found.output).toBe('hello [ 1, 2 ]\n');
    expect(found.iterations).toBe(0);
    expect(found.facts).toEqual({
      backwardCalls: 0,
      zeroGradCalls: 0,
      stepCalls: 0,
      inputRequiresGrad: false,
    });
  });

  it('gives the program numbers when it asks, and goes on', async () => {
    const source = adversarial(`  const z = x.clone().requiresGrad_();
  const sgd = new optim.SGD([z], { lr: 0.01 });
  for (let i = 0; i < 20; i++) {
    sgd.zeroGrad();
    const loss = x.sub(z).square().sum().add(t.mul(model(z)).relu().sum());
    loss.backward();
    if (i % 10 === 0) console.log(loss.item() > 0);
    sgd.step();
  }
  return z.detach();`);
    const found = await attacked(source);
    expect(found.output).toBe('true\ntrue\n');
    expect(found.iterations).toBe(20);
  });

  it('lets files import each other', async () => {
    const files = {
      [entry.file]: `import { half } from './deep/half.js';\nexport const adversarial = (x) => half(x);`,
      'deep/half.ts': `import { type Tensor } from 'exambench/torch';\nimport { factor } from '../factor';\nexport const half = (x: Tensor) => x.mul(factor);`,
      'factor.ts': 'export const factor = 0.5;',
    };
    const found = await attacked('', { program: { files, entry } });
    expect([...found.z.data]).toEqual([...Float32Array.of(0.05, 0.45)]);
  });

  it('calls one program for several inputs', async () => {
    const inputs = [1, 4, 64].map(async (rows) => await attackCase(`mlp2_relu_${rows}`));
    const cases = await Promise.all(inputs);
    const outcomes = await runProgram({
      program: { files: { [entry.file]: naturalAttack }, entry },
      model: { bytes: await attackModel('mlp2_relu') },
      inputs: cases,
      provider: 'auto',
      dist,
      server,
    });
    const results = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.result] : []));
    expect(results.map(({ iterations }) => iterations)).toEqual([1000, 1000, 1000]);
    expect(results.map(({ facts }) => facts.stepCalls)).toEqual([1000, 1000, 1000]);
    results.forEach(({ z }, i) => {
      const error = z.data.map((value, k) => Math.abs(value - (cases[i]?.z[k] ?? 0)));
      expect(Math.max(...error)).toBeLessThan(5e-5);
    });
  });
});

describe('an attack that cannot run', () => {
  it('is refused when the model file is another one', async () => {
    const bytes = await attackModel('mlp2_relu');
    const sha256 = createHash('sha256').update('another').digest('hex');
    const outcome = await attackWith(naturalAttack, { dist, server, model: { bytes, sha256 } });
    expect(outcome).toMatchObject({ ok: false, failure: { cause: 'model' } });
    expect(outcome.ok ? '' : outcome.failure.message).toContain(`expected ${sha256}`);
  });

  it('accepts the hash that belongs to the file, in either case', async () => {
    const bytes = await attackModel('mlp2_relu');
    const sha256 = createHash('sha256').update(bytes).digest('hex').toUpperCase();
    await attacked(adversarial('  return x;'), { model: { bytes, sha256 } });
  });

  it.each([
    ['no model at all', new TextEncoder().encode('not a model'), 'not an ONNX model'],
    ['an empty file', new Uint8Array(), 'not an ONNX model'],
  ])('says so for %s', async (_name, bytes, message) => {
    const outcome = await attackWith(naturalAttack, { dist, server, model: { bytes } });
    expect(outcome).toMatchObject({ ok: false, failure: { cause: 'model' } });
    expect(outcome.ok ? '' : outcome.failure.message).toContain(message);
  });

  it('names the sizes when x does not fit the model', async () => {
    const x = { shape: [1, 3], data: new Float32Array(3) };
    const outcome = await attackWith(naturalAttack, { dist, server, x });
    expect(outcome).toMatchObject({
      ok: false,
      failure: { cause: 'model', message: 'x: model: input of shape [1,3], expected [N,2]' },
    });
  });

  it('says what CUDA needs where it is not there, and auto falls back', async () => {
    const reports = await server.providers();
    const cuda = reports.find(({ name }) => name === 'cuda');
    if (cuda?.available === true) {
      const found = await attacked(naturalAttack, { provider: 'cuda' });
      expect(found.provider.name).toBe('cuda');
      return;
    }
    expect(cuda?.note).toMatch(/CUDA/);
    const outcome = await attackWith(naturalAttack, { dist, server, provider: 'cuda' });
    expect(outcome).toMatchObject({
      ok: false,
      failure: { cause: 'provider', message: cuda?.note },
    });
    const found = await attacked(adversarial('  return x;'), { provider: 'auto' });
    expect(found.provider).toEqual({ name: 'cpu', note: cuda?.note });
  });
});

const endless = adversarial(`  const z = x.clone().requiresGrad_();
  const sgd = new optim.SGD([z], { lr: 1e-6 });
  for (let i = 0; i < 1_000_000; i++) {
    sgd.zeroGrad();
    x.sub(z).square().sum().add(t.mul(model(z)).relu().sum()).backward();
    sgd.step();
  }
  return z.detach();`);

describe('an attack under way', () => {
  it('can be cancelled, and the next one runs', async () => {
    const cancel = new AbortController();
    const outcome = await attackWith(endless, {
      dist,
      server,
      signal: cancel.signal,
      onProgress: () => {
        cancel.abort();
      },
    });
    expect(outcome).toMatchObject({ ok: false, failure: { cause: 'cancelled' } });
    await attacked(adversarial('  return x;'));
  });

  it('can be cancelled before it began', async () => {
    const outcome = await attackWith(endless, { dist, server, signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ ok: false, failure: { cause: 'cancelled' } });
  });

  it('ends at its time limit while the model computes, at the line that waits', async () => {
    const outcome = await attackWith(endless, { dist, server, limits: { wallMs: 2500 } });
    expect(outcome).toMatchObject({
      ok: false,
      failure: { cause: 'timeout', message: 'the program was still running after 2.5 s' },
    });
    await attacked(adversarial('  return x;'));
  });

  it('ends at its time limit while one operation takes long, and the next run is not ended with it', async () => {
    const busy = adversarial(`  let product = model(x).expand(1500, 1500).add(0.001);
  for (;;) {
    product = product.matmul(product).mul(1e-3);
    product.sum().item();
  }`);
    const outcome = await attackWith(busy, { dist, server, limits: { wallMs: 2500 } });
    expect(outcome).toMatchObject({ ok: false, failure: { cause: 'timeout' } });
    await attacked(adversarial('  return x;'));
  });

  it('ends with one clear message when the model server is killed; the next run starts it again', async () => {
    const before = server.pid;
    const outcome = await attackWith(endless, {
      dist,
      server,
      onProgress: () => {
        if (before !== undefined && server.pid === before) process.kill(before, 'SIGKILL');
      },
    });
    expect(outcome).toMatchObject({
      ok: false,
      failure: {
        cause: 'model',
        message: 'the model server ended unexpectedly (SIGKILL); the next run starts it again',
      },
    });
    await attacked(adversarial('  return x;'));
    expect(server.pid).not.toBe(before);
  });
});
