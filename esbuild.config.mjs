/**
 * Builds everything that ships into dist/: one bundle per process, the webviews with their lazily loaded parts, and the
 * types that students see. `--watch` rebuilds on change; `.cache/build/` keeps what each bundle is made of.
 */
import {
  chmod,
  copyFile,
  mkdir,
  readFile,
  readdir,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import * as esbuild from 'esbuild';

const watch = process.argv.includes('--watch');

const shared = {
  bundle: true,
  minify: !watch,
  sourcemap: watch ? 'linked' : false,
  legalComments: 'linked',
  metafile: true,
  logLevel: 'warning',
  // The native runtime is a package of its own beside dist/, one per operating system.
  external: ['vscode', 'onnxruntime-node'],
};

const node = { ...shared, platform: 'node', target: 'node22' };

/** CommonJS packages inside an ES module bundle still call `require`. */
const requireBanner =
  "import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);";

const program = (entry, name, firstLine = '') => ({
  ...node,
  entryPoints: [entry],
  outfile: `dist/${name}.mjs`,
  format: 'esm',
  banner: { js: `${firstLine}${requireBanner}` },
});

/** KaTeX offers each font three times for old browsers; the editor's reads woff2. */
const woff2Only = {
  name: 'woff2-only',
  setup(build) {
    build.onLoad({ filter: /katex(\.min)?\.css$/ }, async ({ path }) => {
      const css = await readFile(path, 'utf8');
      return {
        contents: css.replaceAll(/,\s*url\([^)]*\.(woff|ttf)\)\s*format\([^)]*\)/g, ''),
        loader: 'css',
      };
    });
  },
};

/** CommonJS bundles cannot be split by esbuild: what is imported on demand is a bundle that this one names. */
const partsApart = {
  name: 'parts-apart',
  setup(build) {
    const parts = /\/(assessment|gradebook|inspector|packing|submitting)\.ts$/;
    build.onResolve({ filter: parts }, ({ path }) => ({
      path: `./${path.slice(path.lastIndexOf('/') + 1, -3)}.cjs`,
      external: true,
    }));
  },
};

/** Of vsce only what makes a package in memory: nothing that signs, publishes, asks the registry or reads secrets. */
const vsceInMemory = {
  name: 'vsce-in-memory',
  setup(build) {
    const packages = /^(@vscode\/vsce-sign|azure-devops-node-api\/.*|hosted-git-info|read)$/;
    const parts = /^\.\/(npm|publicgalleryapi|secretLint)$/;
    const absent = ({ path }) => ({ path, namespace: 'absent' });
    build.onResolve({ filter: packages }, absent);
    build.onResolve({ filter: parts }, (found) =>
      found.resolveDir.includes('/vsce/') || found.resolveDir.includes('\\vsce\\')
        ? absent(found)
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'absent' }, ({ path }) => ({
      contents: `const absent = () => { throw new Error('${path} is not part of this program'); };
        module.exports = new Proxy(absent, { get: (_, name) => typeof name === 'string' && name !== '__esModule' ? absent : undefined });`,
    }));
  },
};

const host = (entry, name) => ({
  ...node,
  entryPoints: [entry],
  outfile: `dist/${name}.cjs`,
  format: 'cjs',
});

const webview = {
  ...shared,
  platform: 'browser',
  target: 'chrome134', // the browser of VS Code 1.101, the oldest supported
  format: 'esm',
  splitting: true,
  entryPoints: {
    task: 'webview/task.ts',
    attack: 'webview/attack.ts',
    grading: 'webview/grading.ts',
  },
  outdir: 'dist/webview',
  chunkNames: 'chunks/[name]-[hash]',
  assetNames: 'fonts/[name]',
  loader: { '.woff2': 'file' },
  plugins: [woff2Only],
};

/** What only one command needs is loaded with it. All parts lie in dist/ itself, where they find the other programs. */
const cli = {
  ...node,
  entryPoints: { cli: 'src/cli/main.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  chunkNames: 'cli-[name]-[hash]',
  splitting: true,
  format: 'esm',
  banner: { js: `#!/usr/bin/env node\n${requireBanner}` },
  plugins: [partsApart],
};

const bundles = {
  extension: { ...host('src/extension.ts', 'extension'), plugins: [partsApart] },
  assessment: host('src/vscode/assessment.ts', 'assessment'),
  gradebook: host('src/vscode/gradingView/gradebook.ts', 'gradebook'),
  inspector: host('src/vscode/authoring/inspector.ts', 'inspector'),
  submitting: host('src/vscode/submitting.ts', 'submitting'),
  packing: {
    ...host('src/runtime/pack/packing.ts', 'packing'),
    // jsonc-parser's main file cannot be bundled
    mainFields: ['module', 'main'],
    plugins: [vsceInMemory],
  },
  modelServer: program('src/runtime/modelServer/main.ts', 'modelServer'),
  studentRunner: program('src/runtime/studentRunner/main.ts', 'studentRunner'),
  gradingWorker: program('src/runtime/grading/worker/main.ts', 'gradingWorker'),
  cli,
  webview,
};

/** `npx exambench` finds the command beside the other tools, without a detour over npm's cache. */
async function linkCommand() {
  await chmod('dist/cli.mjs', 0o755);
  if (process.platform === 'win32') return;
  await rm('node_modules/.bin/exambench', { force: true });
  await symlink('../../dist/cli.mjs', 'node_modules/.bin/exambench');
}

async function build(name, options) {
  const { metafile } = await esbuild.build(options);
  await writeFile(`.cache/build/${name}.json`, JSON.stringify(metafile));
}

/** What students' editors know of `exambench/torch`: written by hand, held against the module by its type check. */
async function copyTypes() {
  await mkdir('dist/torch', { recursive: true });
  await copyFile('src/torch/torch.d.ts', 'dist/torch/index.d.ts');
}

/** Pages of results carry KaTeX's style and the fonts that they use in themselves. */
async function copyMathsMaterial() {
  const source = 'node_modules/katex/dist';
  await mkdir('dist/report', { recursive: true });
  await copyFile(`${source}/katex.min.css`, 'dist/report/katex.min.css');
  const names = (await readdir(`${source}/fonts`)).filter((name) => name.endsWith('.woff2'));
  await Promise.all(
    names.map((name) => copyFile(`${source}/fonts/${name}`, `dist/report/${name}`)),
  );
}

/** Of an earlier build. */
async function removeChunks() {
  const names = await readdir('dist').catch(() => []);
  const chunks = names.filter((name) => name.startsWith('cli-'));
  await Promise.all(chunks.map((name) => rm(`dist/${name}`, { force: true })));
}

/** Every bundle is tried; esbuild itself says what is wrong with one. */
async function buildAll() {
  await rm('dist/webview/chunks', { recursive: true, force: true });
  await removeChunks();
  await mkdir('.cache/build', { recursive: true });
  const wanted = Object.entries(bundles);
  const results = await Promise.allSettled(wanted.map(([name, options]) => build(name, options)));
  if (results.some(({ status }) => status === 'rejected')) process.exit(1);
  await copyTypes();
  await copyMathsMaterial();
  await linkCommand();
}

async function watchAll() {
  const contexts = await Promise.all(
    Object.values(bundles).map((options) => esbuild.context(options)),
  );
  await Promise.all(contexts.map((context) => context.watch()));
  console.log('Watching; Ctrl+C ends.');
}

await (watch ? watchAll() : buildAll());
