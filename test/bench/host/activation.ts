/**
 * Runs in the extension host: how long the extension itself takes to load and to activate. The editor's own share, tens
 * of milliseconds of messages between its processes, is left out.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { extensions, type ExtensionContext } from 'vscode';

type Activate = (context: ExtensionContext) => void;

interface Loaded {
  readonly activate: Activate;
}

export interface ActivationTimes {
  readonly loadMs: number;
  readonly activateMs: number;
}

/** Calls it, and gives the milliseconds that the call takes. */
function timed(call: () => void): number {
  const start = performance.now();
  call();
  return performance.now() - start;
}

export async function run(): Promise<void> {
  const extension = extensions.getExtension('exambench.exambench');
  const file = process.env['EXAMBENCH_FIGURES'];
  if (extension === undefined || file === undefined) throw new Error('nothing to measure');
  if (extension.isActive) throw new Error('the extension is active before it was asked for');
  const path = join(extension.extensionPath, 'dist/extension.cjs');
  const load = createRequire(path);
  const loadMs = timed(() => void load(path));
  const module = load.cache[path];
  if (module === undefined) throw new Error('the extension was not loaded');
  const { activate } = module.exports as Loaded;
  let activateMs = Number.NaN;
  // The editor finds this in place of the module's own exports.
  module.exports = {
    activate: (context: ExtensionContext) => {
      activateMs = timed(() => {
        activate(context);
      });
    },
  };
  await extension.activate();
  writeFileSync(file, JSON.stringify({ loadMs, activateMs } satisfies ActivationTimes));
}
