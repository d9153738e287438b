/**
 * Runs a module inside the extension host: in the desktop editor where one can be downloaded and shown, otherwise in
 * VS Code from npm through the launcher.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import * as esbuild from 'esbuild';
import { at, root } from '../project.ts';
import { ensureChromium } from './chromium.ts';
import { installEditor } from './install.ts';

export interface HostRun {
  /** built by `bundleForHost`; exports `run()` */
  readonly module: string;
  /** opened in the editor */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Bundles modules of the extension host one by one, keeping their places below `base`. Gives the folder they are in. */
export async function bundleForHost(base: string, files: readonly string[]): Promise<string> {
  const outdir = at('.cache', base);
  rmSync(outdir, { recursive: true, force: true });
  await esbuild.build({
    entryPoints: files.map((file) => join(base, file)),
    absWorkingDir: root,
    outbase: base,
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode', 'mocha', 'onnxruntime-node'],
    logLevel: 'warning',
  });
  return outdir;
}

/** The desktop editor comes from one host and needs a screen. */
async function desktopIsPossible(): Promise<boolean> {
  const { DISPLAY: display, WAYLAND_DISPLAY: wayland } = process.env;
  if (process.platform === 'linux' && (display ?? wayland) === undefined) return false;
  const versions = 'https://update.code.visualstudio.com/api/releases/stable';
  const answer = await fetch(versions, { signal: AbortSignal.timeout(5000) }).catch(
    () => undefined,
  );
  return answer?.ok === true;
}

async function executable(): Promise<{ vscodeExecutablePath?: string }> {
  if (await desktopIsPossible()) return {};
  await installEditor();
  await ensureChromium();
  return { vscodeExecutablePath: at('scripts/editor/launcher.ts') };
}

/** Rejects when the module's `run()` rejects, or the editor does not come up. */
export async function runInExtensionHost({ module, folder, env }: HostRun): Promise<void> {
  await runTests({
    ...(await executable()),
    extensionDevelopmentPath: root,
    extensionTestsPath: module,
    extensionTestsEnv: env,
    launchArgs: [folder],
  });
}
