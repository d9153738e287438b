/** The VS Code that is installed on this machine. */
import { findProgram } from '../findProgram.ts';
import { capture, Failure } from '../progress.mjs';
import { root } from '../project.ts';

/** As the manifest's `engines.vscode`. */
const OLDEST: readonly [number, number] = [1, 101];

/** Why the desktop editor cannot be used, or undefined when it can. */
export async function desktopTrouble(): Promise<string | undefined> {
  if (findCode() === undefined) return 'there is no `code` on the PATH';
  if (process.getuid?.() === 0) return 'the desktop VS Code does not run as root';
  const { DISPLAY: display, WAYLAND_DISPLAY: wayland } = process.env;
  if (process.platform === 'linux' && display === undefined && wayland === undefined) {
    return 'there is no screen';
  }
  return await versionTrouble();
}

const windows = process.platform === 'win32';
const findCode = (): string | undefined => findProgram(windows ? 'code.cmd' : 'code');

async function versionTrouble(): Promise<string | undefined> {
  const { code, output } = await capture('code', ['--version'], { shell: windows });
  const version = output.split('\n').at(0) ?? '';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (code !== 0 || Number.isNaN(major)) return '`code --version` fails';
  const recent = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  return recent ? undefined : `VS Code ${version} is older than ${OLDEST.join('.')}`;
}

/** Opens a window of its own with the extension from the working tree; the command returns at once. */
export async function openDesktop(folder: string): Promise<void> {
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder];
  const { code, output } = await capture('code', args, { shell: windows });
  if (code === 0) return;
  throw new Failure(
    `VS Code could not be opened: ${output.trim()}`,
    'Try the VS Code in the browser: npm start -- --editor web',
  );
}
