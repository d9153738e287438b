/** From arguments to an exit code: the table of commands, help, and the one place where failures become sentences. */

import { attack } from './attack.ts';
import { check } from './check.ts';
import { type Command, type CommandIo, type ExitCode, UsageError } from './command.ts';
import { expr } from './expr.ts';
import { grade } from './grade.ts';
import { keygen } from './keygen.ts';
import { model } from './model.ts';
import { newSet } from './new.ts';
import { pack } from './pack.ts';
import { providers } from './providers.ts';
import { publish } from './publish.ts';
import { submission } from './submission.ts';
import { validate } from './validate.ts';
import { worker } from './worker.ts';

const COMMANDS: readonly Command[] = [
  newSet,
  validate,
  model,
  publish,
  keygen,
  grade,
  worker,
  submission,
  check,
  expr,
  attack,
  providers,
  pack,
];

export async function runCommandLine(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.stdout(overview());
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((each) => each.name === name);
  if (command === undefined) {
    io.stderr(`exambench: there is no command '${name}'.\n\n${overview()}`);
    return 2;
  }
  return await run(command, rest, io);
}

async function run(command: Command, argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  if (beforeDashes(argv).some((argument) => argument === '--help' || argument === '-h')) {
    io.stdout(command.usage);
    return 0;
  }
  try {
    return await command.run(argv, io);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const hint = isUsage(error) ? `\nSee exambench ${command.name} --help.` : '';
    io.stderr(`exambench ${command.name}: ${sentence(error)}${hint}\n`);
    return 2;
  }
}

function beforeDashes(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--');
  return end === -1 ? argv : argv.slice(0, end);
}

/** The operating system's commonest complaint in words. */
function sentence(error: Error): string {
  const missing = 'code' in error && error.code === 'ENOENT' && 'path' in error;
  return missing ? `there is no file or folder ${String(error.path)}` : error.message;
}

/** Our own complaints, and those of `parseArgs`. */
function isUsage(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : '';
  return error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS');
}

function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'Usage: exambench <command> [options]',
    '',
    'Commands:',
    ...lines,
    '',
    'exambench <command> --help describes a command.',
    'Exit code: 0 done, 1 done and something is wrong, 2 could not do it.',
    '',
  ].join('\n');
}
