import { type AddressInfo, createServer, type Server } from 'node:net';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../src/runtime/attack/limits.ts';
import { RunnerProcess } from '../../../src/runtime/attack/runnerProcess.ts';
import { startRunner } from '../../../src/runtime/attack/startRunner.ts';
import { probeBubblewrap } from '../../../src/runtime/sandbox/bubblewrap.ts';
import { nodeLaunch } from '../../../src/runtime/sandbox/node.ts';
import { runnerLaunch } from '../../../src/runtime/sandbox/runnerLaunch.ts';
import { distWithRunner, getsReady } from '../../support/fakeRunner.ts';

const trace = `/tmp/exambench-isolation-${process.pid}`;

let listener: Server;
beforeAll(async () => {
  listener = createServer((socket) => socket.end());
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  listener.close();
});

/** What a program tries, each with a promise of what it got; the runner prints `name: got` or `name: refused`. */
function attempts(port: number): string {
  return `
    const attempts = {
      read: () => fs.readFileSync('/etc/passwd', 'utf8').length,
      list: () => fs.readdirSync('${process.cwd()}').length,
      write: () => fs.writeFileSync('${trace}', 'x'),
      spawn: async () => (await import('node:child_process')).execFileSync('/bin/sh', ['-c', 'echo hi']).length,
      addon: () => process.dlopen({ exports: {} }, '/nowhere.node'),
      worker: async () => new (await import('node:worker_threads')).Worker('0', { eval: true }).threadId,
      parent: () => process.kill(${process.pid}, 0),
      network: async () => {
        const { connect } = await import('node:net');
        return await new Promise((resolve, reject) => {
          connect(${port}, '127.0.0.1').on('connect', () => resolve(1)).on('error', reject);
        });
      },
    };
    const found = [];
    for (const [name, attempt] of Object.entries(attempts)) {
      try { await attempt(); found.push(name); } catch {}
    }
    const env = Object.keys(process.env).filter((name) => name !== 'PWD');
    say({ text: JSON.stringify({ found, env }) });
    ${getsReady}
    setInterval(() => 0, 1000);`;
}

/** What a runner that is ready has reached. */
function reached(runner: RunnerProcess): unknown {
  const found: unknown = JSON.parse(runner.output);
  runner.kill({ cause: 'cancelled', message: 'seen enough' });
  return found;
}

async function hostileDist(): Promise<string> {
  return await distWithRunner(attempts((listener.address() as AddressInfo).port));
}

describe('a program in the strongest sandbox of this machine', () => {
  it('reaches nothing that the level promises to keep from it', async () => {
    const dist = await hostileDist();
    const { runner, isolation } = await startRunner({
      dist,
      limits: defaultLimits,
      requireSandbox: false,
    });
    // the permission model knows no network before Node 25, and no signals
    const leaks = { bubblewrap: [], permission: ['parent', 'network'], none: undefined }[isolation];
    expect(reached(runner)).toEqual({ found: leaks, env: [] });
    expect(existsSync(trace)).toBe(false);
  });
});

describe('the permission model, where there is no bubblewrap', () => {
  it('keeps files, programs and addons away', async () => {
    const dist = await hostileDist();
    const launch = nodeLaunch(`${dist}/studentRunner.mjs`, 128, true);
    const runner = new RunnerProcess({ launch, isolation: 'permission' }, defaultLimits);
    await runner.ready();
    expect(reached(runner)).toEqual({ found: ['parent', 'network'], env: [] });
  });
});

describe('a sandbox that is required', () => {
  it('is there, or the program is not started', async () => {
    const probe = await probeBubblewrap();
    const dist = await distWithRunner(getsReady, 'setInterval(() => 0, 1000);');
    const starting = startRunner({ dist, limits: defaultLimits, requireSandbox: true });
    if (probe.works) {
      const { runner, isolation } = await starting;
      runner.kill({ cause: 'cancelled', message: 'seen enough' });
      expect(isolation).toBe('bubblewrap');
    } else await expect(starting).rejects.toThrow(probe.why);
  });

  it('is planned with the reason when it is not there', async () => {
    const { isolation, note } = await runnerLaunch('/nowhere/studentRunner.mjs', 256);
    expect(isolation === 'bubblewrap').toBe(note === undefined);
  });
});
