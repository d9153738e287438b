import { expect, it } from 'vitest';
import { servedTargets, TARGETS } from '../../../scripts/package/targets.ts';
import { thisMachine, whyNoRuntime } from '../../../src/runtime/modelServer/machine.ts';

it('finds a build for every machine that has a package with one', () => {
  for (const target of servedTargets) {
    const [platform = '', arch = ''] = target.split('-');
    expect(whyNoRuntime({ platform, arch, glibc: platform === 'linux' }), target).toBeUndefined();
  }
  expect(Object.keys(TARGETS).length).toBeGreaterThan(servedTargets.length);
});

it.each([
  [{ platform: 'darwin', arch: 'x64', glibc: false }, 'macOS on x64'],
  [{ platform: 'linux', arch: 'arm', glibc: true }, 'Linux on arm'],
  [{ platform: 'linux', arch: 'x64', glibc: false }, 'such as Alpine'],
  [{ platform: 'freebsd', arch: 'x64', glibc: false }, 'freebsd on x64'],
])('says what works on %o', (machine, name) => {
  const why = whyNoRuntime(machine);
  expect(why).toContain(name);
  expect(why).toContain('everything else works');
  expect(why).toContain('Windows (x64, arm64), macOS (arm64)');
});

it('knows the machine that it runs on', () => {
  const { platform, arch, glibc } = thisMachine();
  expect([platform, arch]).toEqual([process.platform, process.arch]);
  expect(glibc).toBe(platform === 'linux');
});
