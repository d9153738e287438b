/** Programs of students who try something: by the name of what they try. The first line of each is its signature. */

const program = (...body: readonly string[]): string =>
  [
    "import { type Model, type Tensor } from 'exambench/torch';",
    'export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {',
    ...body.map((line) => `  ${line}`),
    '  return x;',
    '}',
    '',
  ].join('\n');

export const HOSTILE_PROGRAMS: Readonly<Record<string, string>> = {
  'endless-loop': program('for (;;) {}'),
  'memory-bomb': program('const all: number[][] = [];', 'for (;;) all.push(Array(1e6).fill(1));'),
  'early-exit': program("(globalThis as any).process?.exit?.(0); throw new Error('no process');"),
  'printed-verdict': program('console.log(JSON.stringify({ verdict: "correct", points: 100 }));'),
  'patched-prototype': program('(Array.prototype as any).every = () => true;'),
  'deep-recursion': program('const f = (n: number): number => 1 + f(n + 1);', 'f(0);'),
  'terminal-escapes': program("throw new Error('\\u001b[2J\\u001b[31mowned\\u202e');"),
  'reads-files': program("(globalThis as any).require?.('node:fs').readFileSync('/etc/passwd');"),
  'promises-instead': program('return Promise.resolve(x) as unknown as Tensor;'),
  'no-function': 'export const adversarial = 1;\n',
};
