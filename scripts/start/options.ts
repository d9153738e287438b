/** What `npm start` can be told. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '../progress.mjs';

export const help = `npm start [-- options]   opens VS Code with the extension and an exam

  --folder PATH       where the exam is solved: new, empty,       (default ~/exambench/<task set>)
                      or begun before; a folder that holds
                      anything else, a task set of your own
                      or a grading, is opened as it is
  --task-set ID       the bundled task set to solve               (default ml1)
  --variant N         of a set with variants                      (default one by chance)
  --editor WHICH      desktop: the VS Code whose \`code\` is on the PATH
                      web:     the VS Code that comes from npm, in the browser
                      auto:    desktop where there is one         (default auto)
  --port N            of the VS Code in the browser               (default 8760, or a free one)
  --no-open           print the address, do not open a browser
  --help              this text`;

const editors = ['auto', 'desktop', 'web'] as const;
export type EditorChoice = (typeof editors)[number];

export interface StartOptions {
  readonly help: boolean;
  readonly folder: string;
  readonly taskSet: string;
  /** absent: by chance */
  readonly variant: number | undefined;
  readonly editor: EditorChoice;
  readonly port: number;
  readonly open: boolean;
}

const seeHelp = 'npm start -- --help lists what can be given.';

function parseEditor(text: string): EditorChoice {
  const editor = editors.find((name) => name === text);
  if (editor !== undefined) return editor;
  throw new Failure(`--editor must be one of ${editors.join(', ')}, found ${text}.`, seeHelp);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Failure(`--port must be a number from 1 to 65535, found ${text}.`, seeHelp);
}

function parseVariant(text: string): number {
  const variant = Number(text);
  if (Number.isInteger(variant) && variant > 0) return variant;
  throw new Failure(`--variant must be a whole number from 1, found ${text}.`, seeHelp);
}

function parseFlags(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowNegative: true,
    options: {
      folder: { type: 'string' },
      'task-set': { type: 'string', default: 'ml1' },
      variant: { type: 'string' },
      editor: { type: 'string', default: 'auto' },
      port: { type: 'string', default: '8760' },
      open: { type: 'boolean', default: true },
      help: { type: 'boolean', default: false },
    },
  }).values;
}

/** @throws {Failure} naming the option that cannot be read */
export function parseStartOptions(argv: readonly string[]): StartOptions {
  let flags: ReturnType<typeof parseFlags>;
  try {
    flags = parseFlags(argv);
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error), seeHelp);
  }
  const taskSet = flags['task-set'];
  return {
    help: flags.help,
    taskSet,
    folder: resolve(flags.folder ?? join(homedir(), 'exambench', taskSet)),
    variant: flags.variant === undefined ? undefined : parseVariant(flags.variant),
    editor: parseEditor(flags.editor),
    port: parsePort(flags.port),
    open: flags.open,
  };
}
