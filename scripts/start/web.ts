/** The VS Code that comes from npm, in the browser, with this extension among its own. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installEditor } from '../editor/install.ts';
import { type EditorServer, freePort, startServer } from '../editor/server.ts';
import { calmSettings } from '../editor/settings.ts';
import { findProgram } from '../findProgram.ts';
import { capture, step } from '../progress.mjs';
import { at, root } from '../project.ts';

const data = at('.cache/vscode/start');
const extensions = join(data, 'extensions');

interface InstalledExtension {
  readonly identifier: { readonly id: string };
}

interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
}

async function readInstalled(file: string): Promise<InstalledExtension[]> {
  if (!existsSync(file)) return [];
  return JSON.parse(await readFile(file, 'utf8')) as InstalledExtension[];
}

/**
 * Enters the working tree into the editor's list of installed extensions, so that it behaves as for any user: no
 * development mode, and the question whether a folder is trusted is asked.
 */
async function installExtension(): Promise<void> {
  const { name, publisher, version } = JSON.parse(
    await readFile(at('package.json'), 'utf8'),
  ) as Manifest;
  const id = `${publisher}.${name}`;
  const file = join(extensions, 'extensions.json');
  await mkdir(extensions, { recursive: true });
  const others = (await readInstalled(file)).filter(({ identifier }) => identifier.id !== id);
  const { pathname: path } = pathToFileURL(root);
  const own = { identifier: { id }, version, location: { $mid: 1, path, scheme: 'file' } };
  await writeFile(file, JSON.stringify([...others, own]));
}

const openers: Partial<Record<NodeJS.Platform, string>> = { darwin: 'open', linux: 'xdg-open' };

/** Opens the address in the user's browser; false where there is none to open. */
async function openBrowser(url: string): Promise<boolean> {
  const { DISPLAY: display, WAYLAND_DISPLAY: wayland } = process.env;
  const screen = process.platform !== 'linux' || (display ?? wayland) !== undefined;
  const opener = openers[process.platform];
  if (!screen || opener === undefined || findProgram(opener) === undefined) return false;
  return (await capture(opener, [url])).code === 0;
}

/** Serves the folder until Ctrl+C. */
export async function serveWeb(folder: string, port: number, open: boolean): Promise<void> {
  await step('Installing VS Code from npm (half a minute the first time)', installEditor);
  const server = await step('Starting VS Code', async () => {
    await installExtension();
    return await startServer({
      data,
      extensions,
      port: await freePort(port),
      settings: calmSettings,
    });
  });
  const url = server.url(folder);
  const opened = open && (await openBrowser(url));
  console.log(
    `\n${opened ? 'VS Code is open in your browser' : 'Open VS Code in your browser'}:\n\n  ${url}\n`,
  );
  console.log('The address holds a key: whoever has it can use this VS Code. Ctrl+C ends it.');
  await untilStopped(server);
}

async function untilStopped(server: EditorServer): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => {
        resolve();
      });
  });
  await Promise.race([asked, server.ended]);
  await server.stop();
}
