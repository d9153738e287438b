/** What is in a package of Exambench: only what is named here, by the build, or in the folders of `media` and exams. */
import { globSync, readFileSync } from 'node:fs';
import { problemText } from '../../src/core/taskset/problem.ts';
import { contributionOf } from '../../src/runtime/pack/contribution.ts';
import { packable } from '../../src/runtime/pack/packable.ts';
import { type ExtensionFiles } from '../../src/runtime/pack/vsix.ts';
import { Failure } from '../progress.mjs';
import { at } from '../project.ts';
import { shippedBundles } from './bundles.ts';
import { noticesOf } from './notices.ts';
import { type Runtime, type Target, TARGETS } from './targets.ts';

const AS_THEY_ARE = ['package.nls.json', 'CHANGELOG.md', 'LICENSE', 'dist/torch/index.d.ts'];

/** Of `package.json`: for those who build, not for those who use. */
const FOR_BUILDERS = ['bin', 'devDependencies', 'dependencies', 'private', 'scripts'];

const BINDING = 'node_modules/onnxruntime-node';
const COMMON = 'node_modules/onnxruntime-common';

/** Throws Failure when the build is missing. */
export async function productFiles(target: Target): Promise<ExtensionFiles> {
  const { runtime } = TARGETS[target];
  const bundles = shippedBundles();
  const native = runtime === undefined ? [] : runtimePaths(runtime);
  const packages = runtime === undefined ? [] : [BINDING, COMMON];
  const made = [...filesIn('media'), ...filesIn('dist/report')];
  const paths = [...AS_THEY_ARE, ...made, ...bundles.files, ...native];
  return new Map([
    ...paths.map((path) => [path, readFileSync(at(path))] as const),
    ['package.json', text(manifest())],
    // what the Extensions view shows; the project's own README is for its folder
    ['README.md', readFileSync(at('scripts/package/README.md'))],
    ['ThirdPartyNotices.txt', text(noticesOf([...bundles.packages, ...packages].sort()))],
    ...(await exams()),
  ]);
}

function filesIn(folder: string): string[] {
  return globSync(`${folder}/**/*.*`, { cwd: at() }).map((path) => path.replaceAll('\\', '/'));
}

function runtimePaths({ folder, files }: Runtime): string[] {
  const scripts = [`${BINDING}/dist/*.js`, `${COMMON}/dist/cjs/*.js`, `${COMMON}/dist/cjs/*.json`];
  return [
    `${BINDING}/package.json`,
    `${COMMON}/package.json`,
    ...globSync(scripts, { cwd: at() }).map((path) => path.replaceAll('\\', '/')),
    ...files.map((name) => `${BINDING}/bin/napi-v6/${folder}/${name}`),
  ];
}

function manifest(): string {
  const whole = Object.entries(JSON.parse(readFileSync(at('package.json'), 'utf8')) as object);
  const kept = whole.filter(([field]) => !FOR_BUILDERS.includes(field));
  return `${JSON.stringify(Object.fromEntries(kept), undefined, 2)}\n`;
}

/** The exams that `package.json` offers, as students get them. */
async function exams(): Promise<[string, Uint8Array][]> {
  const { sets } = contributionOf(JSON.parse(readFileSync(at('package.json'), 'utf8')));
  return (await Promise.all(sets.map(({ path }) => exam(path)))).flat();
}

async function exam(path: string): Promise<[string, Uint8Array][]> {
  const found = await packable(at(path));
  if (!found.ok) {
    throw new Failure(
      `${path} has problems:\n${found.error.map(problemText).join('\n')}`,
      'Mend them, then try again.',
    );
  }
  return [...found.value.files].map(([name, bytes]) => [`${path}/${name}`, bytes]);
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}
