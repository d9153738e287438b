/** `exambench attack`: runs a student's attack on a model and prints what it achieved, as JSON. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseJson } from '../core/jsonText.ts';
import { type TensorData } from '../engine/tensor.ts';
import { type AttackOutcome, type RunFailure } from '../runtime/attack/attack.ts';
import { measureAttack } from '../runtime/attack/measure.ts';
import { type ModelServer, openModelServer } from '../runtime/attack/modelServer.ts';
import { type AttackOptions, runAttack } from '../runtime/attack/runProgram.ts';
import { providerChoice, RUNNER_USAGE, runnerOptions } from './codeRunner.ts';
import { type Command, type CommandIo, type ExitCode, UsageError } from './command.ts';
import { distFolder } from './distFolder.ts';
import { nestedOf, tensorOf } from './nestedNumbers.ts';

const defaultFunction = 'adversarial';

const options = {
  ...runnerOptions,
  model: { type: 'string' },
  code: { type: 'string' },
  input: { type: 'string' },
  function: { type: 'string', default: defaultFunction },
  timeout: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const attack: Command = {
  name: 'attack',
  summary: "Runs a student's attack on a model.",
  usage: `Usage: exambench attack --model M.onnx --code FILE.ts --input X.json [options]

Calls the function that FILE.ts exports with x, t and the model, and prints JSON: per row objective, distance, output
and success; then iterations, ms, provider, isolation and z. X.json is {"x": nested numbers, "t": nested numbers}.

  --function NAME           The function to call; ${defaultFunction} unless stated.
  --timeout SECONDS         How long the function may take; 10 unless stated.
${RUNNER_USAGE}  --json                    Accepted for uniformity: the output is JSON always.

Exit code: 0 it ran, 1 the program failed (its failure is in the JSON), 2 it could not be run.
`,
  async run(argv, io) {
    const { values } = parseArgs({ args: [...argv], options });
    const server = openModelServer(distFolder);
    try {
      const request = await attackRequest(values, server);
      return await report(await runAttack(request), request, io);
    } finally {
      server.close();
    }
  },
};

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
type Request = AttackOptions & { readonly server: ModelServer };

async function attackRequest(values: Values, server: ModelServer): Promise<Request> {
  const code = required(values.code, '--code');
  const file = path.basename(code);
  const [bytes, source, input] = await Promise.all([
    readFile(required(values.model, '--model')),
    readFile(code, 'utf8'),
    readInput(required(values.input, '--input')),
  ]);
  return {
    program: { files: { [file]: source }, entry: { file, function: values.function } },
    model: { bytes },
    ...input,
    provider: providerChoice(values.provider),
    dist: distFolder,
    server,
    requireSandbox: values['unsafe-no-sandbox'] !== true,
    limits: { ...(values.timeout !== undefined && { wallMs: milliseconds(values.timeout) }) },
  };
}

function required(value: string | undefined, option: string): string {
  if (value === undefined) throw new UsageError(`${option} is missing`);
  return value;
}

function milliseconds(text: string): number {
  const seconds = Number(text);
  if (seconds > 0 && seconds <= 3600) return 1000 * seconds;
  throw new UsageError(`--timeout must be between 0 and 3600 seconds; found '${text}'`);
}

/** `t` may be one number per row in any nesting; it becomes n×1. */
async function readInput(file: string): Promise<Record<'x' | 't', TensorData>> {
  const text = await readFile(file, 'utf8');
  try {
    const json = parseJson(text);
    if (!json.ok) throw new Error(`not valid JSON: ${json.error}`);
    const parsed = json.value;
    if (typeof parsed !== 'object' || parsed === null || !('x' in parsed) || !('t' in parsed)) {
      throw new Error('expected an object with x and t');
    }
    const [x, t] = [tensorOf(parsed.x, 'x'), tensorOf(parsed.t, 't')];
    const [rows = 1] = x.shape;
    if (t.data.length === rows) return { x, t: { shape: [rows, 1], data: t.data } };
    throw new Error(`t must have one number for each of the ${rows} rows of x`);
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** Not the program's doing. */
const couldNotRun: ReadonlySet<RunFailure['cause']> = new Set([
  'model',
  'provider',
  'sandbox',
  'internal',
  'cancelled',
]);

async function report(outcome: AttackOutcome, request: Request, io: CommandIo): Promise<ExitCode> {
  if (outcome.ok) {
    io.stdout(`${JSON.stringify(await metrics(outcome.result, request))}\n`);
    return 0;
  }
  const { failure, output } = outcome;
  if (couldNotRun.has(failure.cause)) throw new Error(failure.message + sandboxHint(failure));
  io.stdout(`${JSON.stringify({ failure, printed: output })}\n`);
  io.stderr(`${failure.at === undefined ? '' : `${failure.at}: `}${failure.message}\n`);
  return 1;
}

function sandboxHint({ cause }: RunFailure): string {
  return cause === 'sandbox' ? '; --unsafe-no-sandbox runs it without' : '';
}

type Result = Extract<AttackOutcome, { ok: true }>['result'];

async function metrics(result: Result, { server, model, x, t }: Request): Promise<object> {
  const open = await server.open(model, result.provider.name);
  const measures = measureAttack({ x, t }, result.z, await open.evaluate(result.z));
  return {
    ...measures,
    iterations: result.iterations,
    ms: result.ms,
    provider: result.provider.name,
    ...(result.provider.note !== undefined && { providerNote: result.provider.note }),
    isolation: result.isolation,
    z: nestedOf(result.z),
    ...(result.output !== '' && { printed: result.output }),
  };
}
