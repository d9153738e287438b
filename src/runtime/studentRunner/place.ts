/**
 * Where in the student's files something happened. The files are modules of a folder that does not exist, so that
 * stack traces name them and nothing on disk can be meant.
 */

const folder = 'exambench-student/';

/** Windows takes no file URL without a drive. */
const drive = `file:///${process.platform === 'win32' ? 'C:/' : ''}`;

/** Modules are remembered by their URL for as long as the process lives: a second program needs other ones. */
let programs = 1;
let root = drive + folder;

/** From here on, files are those of another program. */
export function nextProgram(): void {
  programs += 1;
  root = `${drive}${programs}/${folder}`;
}

export function urlOf(file: string): string {
  return root + file;
}

/** Of `exambench/torch`, as this program imports it. */
export function urlOfTorch(): string {
  return `exambench:torch/${programs}`;
}

/** The file name of a student's module; undefined for every other module. */
export function fileOf(url: string | undefined): string | undefined {
  return url?.startsWith(root) === true ? url.slice(root.length) : undefined;
}

const frame = new RegExp(`${folder}([^\\s:()]+):(\\d+)`);

/** The first of the student's lines in a stack trace, as in `adversarial.ts:9`. */
export function placeInStack(stack: unknown): string | undefined {
  if (typeof stack !== 'string') return undefined;
  const match = frame.exec(stack);
  return match === null ? undefined : `${match[1] ?? ''}:${match[2] ?? ''}`;
}

/** Where the program is right now. */
export function currentPlace(): string | undefined {
  return placeInStack(new Error().stack);
}

/** The first line that `pattern` matches, as in `adversarial.ts:9`. */
export function placeOf(file: string, source: string, pattern: RegExp): string | undefined {
  const line = source.split('\n').findIndex((text) => pattern.test(text));
  return line < 0 ? undefined : `${file}:${line + 1}`;
}

/** Where a name is declared: the place to look at when what it returns is wrong. */
export function placeOfDeclaration(file: string, source: string, name: string): string | undefined {
  return placeOf(file, source, new RegExp(`\\b(function|const|let|var|async)\\b.*\\b${name}\\b`));
}
