/** Installs packages into a folder of extensions, as VS Code from npm itself does it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture, Failure } from '../progress.mjs';
import { editorServer, installEditor } from './install.ts';

/** @throws {Failure} with what VS Code says when it refuses one */
export async function installExtensions(
  packages: readonly string[],
  extensions: string,
): Promise<void> {
  await installEditor();
  const data = await mkdtemp(join(tmpdir(), 'exambench-install-'));
  const wanted = packages.flatMap((file) => ['--install-extension', file]);
  const places = ['--server-data-dir', data, '--extensions-dir', extensions];
  const args = [editorServer, '--accept-server-license-terms', ...places, ...wanted];
  try {
    const { code, output } = await capture(process.execPath, args);
    if (code !== 0)
      throw new Failure(`VS Code does not install it:\n${output}`, 'Mend the package.');
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
