import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ModelServer, openModelServer } from '../../../src/runtime/attack/modelServer.ts';
import { adversarial, attackWith, naturalAttack } from '../../support/attackRun.ts';
import { builtPrograms } from '../../support/builtPrograms.ts';

let dist: string;
let server: ModelServer;

beforeAll(async () => {
  dist = await builtPrograms();
  // bubblewrap is looked for on the PATH, once per process
  process.env['PATH'] = '/nowhere';
  server = openModelServer(dist);
});
afterAll(() => {
  server.close();
});

const limits = { wallMs: 1500, memoryMiB: 400 };

describe('where bubblewrap is not installed', () => {
  it('attacks run under the permission model, and say so', async () => {
    const outcome = await attackWith(naturalAttack, { dist, server });
    expect(outcome).toMatchObject({
      ok: true,
      result: { isolation: 'permission', iterations: 1000 },
    });
  });

  it('a required sandbox is missed, with what to install', async () => {
    const outcome = await attackWith(naturalAttack, { dist, server, requireSandbox: true });
    expect(outcome).toMatchObject({ ok: false, failure: { cause: 'sandbox' } });
    expect(outcome.ok ? '' : outcome.failure.message).toMatch(/sandbox.*bubblewrap/);
  });

  it.each([
    ['loops', '\n  for (;;);', 'timeout'],
    ['fills buffers', '  const a = [];\n  for (;;) a.push(new Uint8Array(1e7).fill(1));', 'memory'],
    ['throws null', '\n  throw null;', 'exception'],
    ['ends the process', '\n  process.exit(0);', 'exception'],
  ])('a program that %s ends at its line all the same', async (_name, body, cause) => {
    const outcome = await attackWith(adversarial(body), { dist, server, limits });
    expect(outcome).toMatchObject({ ok: false, failure: { cause, at: 'adversarial.ts:5' } });
  });
});
