import { readdirSync, readFileSync, statSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedBundles } from '../../scripts/package/bundles.ts';
import { LARGEST_MB } from '../../scripts/package/package.ts';
import { productFiles } from '../../scripts/package/productFiles.ts';
import { limitationOf, type Target, TARGETS } from '../../scripts/package/targets.ts';
import { at, root } from '../../scripts/project.ts';
import { type ArchiveFiles } from '../../src/runtime/archive/readArchive.ts';
import { contributionOf } from '../../src/runtime/pack/contribution.ts';
import { type ExtensionFiles } from '../../src/runtime/pack/vsix.ts';
import { nativeCodeIn } from '../support/nativeCode.ts';
import { openPackage, PackageFolder } from '../support/packages.ts';

const FORMATS: Readonly<Record<string, string>> = { linux: 'elf', win32: 'pe', darwin: 'mach-o' };
const served: readonly Target[] = [
  'linux-x64',
  'linux-arm64',
  'win32-x64',
  'win32-arm64',
  'darwin-arm64',
];

const text = (files: ExtensionFiles, path: string) => new TextDecoder().decode(files.get(path));
const nativeIn = (files: ExtensionFiles) =>
  [...files].flatMap(([path, bytes]) => {
    const code = nativeCodeIn(bytes);
    return code === undefined ? [] : [{ path, name: path.replace(/^.*\//, ''), ...code }];
  });

describe.each(served)('the package for %s', (target) => {
  const [platform = '', arch = ''] = target.split('-');
  let files: ExtensionFiles;

  beforeAll(async () => {
    files = await productFiles(target);
  });

  it('has native code for that machine alone, all that it loads and nothing more', () => {
    const found = nativeIn(files);
    for (const { path, ...code } of found) {
      expect(code, path).toMatchObject({ format: FORMATS[platform], arch });
    }
    const { runtime } = TARGETS[target];
    const offered = readdirSync(
      at('node_modules/onnxruntime-node/bin/napi-v6', runtime?.folder ?? ''),
    );
    const loaded = found.flatMap(({ imports }) => imports).filter((name) => offered.includes(name));
    const expected = new Set(['onnxruntime_binding.node', ...loaded]);
    expect(new Set(found.map(({ name }) => name))).toEqual(expected);
  });

  it(`has at most ${LARGEST_MB} MB`, () => {
    // the fastest compression: the package itself is smaller
    const sizes = [...files.values()].map((bytes) => deflateRawSync(bytes, { level: 1 }).length);
    expect(sizes.reduce((sum, size) => sum + size, 0) / 1e6).toBeLessThan(LARGEST_MB);
  });
});

describe('what is in every package', () => {
  let files: ExtensionFiles;

  beforeAll(async () => {
    files = await productFiles('darwin-x64');
  });

  it('names everyone whose work is in it', () => {
    const notices = text(files, 'ThirdPartyNotices.txt');
    const { packages } = shippedBundles();
    expect(packages.length).toBeGreaterThan(20);
    for (const folder of packages) {
      const { name, version } = JSON.parse(readFileSync(at(folder, 'package.json'), 'utf8')) as {
        name: string;
        version: string;
      };
      expect(notices).toContain(`\n\n${name} ${version} (`);
    }
    expect(notices).not.toContain('undefined');
  });

  it('is only what users need', () => {
    const unwanted =
      /\.(map|ts|tsbuildinfo|env|pem|key|age|log|vsix)$|(^|\/)(test|tests|scripts|src|bench|\.[^/]+)(\/|$)/;
    const found = [...files.keys()].filter(
      (path) => unwanted.test(path) && !/^(dist\/torch|tasks|media\/template)\//.test(path),
    );
    expect(found).toEqual([]);
    expect([...files.keys()].filter((path) => path.startsWith('dist/cli'))).toEqual([]);
  });

  it('says nothing of the machine that made it', () => {
    for (const [path, bytes] of files) {
      const content = Buffer.from(bytes).toString('latin1');
      expect(content.includes(root), path).toBe(false);
      expect(/sourceMappingURL=\S+\.map/.test(content), path).toBe(false);
    }
  });

  it('has every bundle that another one loads', () => {
    for (const path of [...files.keys()].filter((name) => /^dist\/[^/]+\.(cjs|mjs)$/.test(name))) {
      const named = text(files, path).matchAll(/["'`]\.\/([\w-]+\.cjs)["'`]/g);
      for (const [, name] of named)
        expect(files.has(`dist/${name ?? ''}`), `${path}: ${name ?? ''}`).toBe(true);
    }
  });

  it('offers the bundled exam, and all that package.json names', () => {
    const manifest: unknown = JSON.parse(text(files, 'package.json'));
    expect(manifest).toMatchObject({ name: 'exambench', main: './dist/extension.cjs' });
    for (const key of ['scripts', 'devDependencies', 'dependencies', 'private', 'bin']) {
      expect(manifest).not.toHaveProperty(key);
    }
    for (const { path } of contributionOf(manifest).sets) {
      expect(
        [...files.keys()].some((file) => file.startsWith(`${path}/`)),
        path,
      ).toBe(true);
    }
    expect(files.has('dist/extension.cjs')).toBe(true);
    expect(files.has('media/icon.png')).toBe(true);
  });

  it('explains itself without links and pictures that only the project has', () => {
    const readme = text(files, 'README.md');
    expect(readme).toMatch(/^# Exambench\n/);
    expect(readme).toContain('## For students');
    expect(readme).not.toMatch(/!\[|\]\((?!https?:)|npm start/);
  });
});

describe('platforms that onnxruntime has no build for', () => {
  it.each(['darwin-x64', 'alpine-x64', 'alpine-arm64', 'linux-armhf'] as const)(
    '%s get everything else, and are told',
    async (target) => {
      expect(nativeIn(await productFiles(target))).toEqual([]);
      expect(limitationOf(target)).toContain('all other checks work');
    },
  );
});

describe('the linux-x64 file', () => {
  let folder: PackageFolder;
  let file: string;
  let files: ArchiveFiles;

  beforeAll(async () => {
    folder = await PackageFolder.create();
    file = await folder.product('linux-x64');
    files = await openPackage(file);
  });

  afterAll(() => folder.remove());

  it('opens, and is what was put in', async () => {
    const expected = await productFiles('linux-x64');
    // vsce gives three texts the names that VS Code looks for
    const names: Record<string, string> = {
      'README.md': 'readme.md',
      'CHANGELOG.md': 'changelog.md',
      LICENSE: 'LICENSE.txt',
    };
    for (const [path, bytes] of expected) {
      const found = files.get(`extension/${names[path] ?? path}`);
      expect(found !== undefined && Buffer.from(found).equals(bytes), path).toBe(true);
    }
    expect(files.size).toBe(expected.size + 2);
    expect(text(files, 'extension.vsixmanifest')).toContain('TargetPlatform="linux-x64"');
  });

  it(`has at most ${LARGEST_MB} MB`, () => {
    expect(statSync(file).size / 1e6).toBeLessThan(LARGEST_MB);
  });
});
