/**
 * Steps that say what happens, and failures that say what to do. Plain JavaScript, since the first steps run before
 * anything is installed.
 */
import { spawn } from 'node:child_process';

/** A failure that its reader can mend: `message` says what went wrong, `advice` what to do. */
export class Failure extends Error {
  /**
   * @param {string} message
   * @param {string} advice
   */
  constructor(message, advice) {
    super(message);
    this.name = 'Failure';
    this.advice = advice;
  }
}

/**
 * Runs one step between a line that names it and a line that says how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function step(title, action) {
  const start = Date.now();
  console.log(`• ${title} …`);
  const result = await action();
  console.log(`  done in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * Runs a program silently.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} its exit code, 127 if it cannot be started, and all it printed
 */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Ends the program with a failure's message and advice, or with the stack of what nobody expected.
 * @param {unknown} error
 * @returns {never}
 */
export function fail(error) {
  const known = error instanceof Failure;
  console.error(known ? `\n✗ ${error.message}\n  ${error.advice}` : error);
  process.exit(1);
}
