/**
 * One loaded model on one provider: its shapes, its values, and the programs that were compiled around it. Programs are
 * known by their content, so that equal ones of different users are compiled once.
 */
import { type ProgramNames } from '../../engine/compile/assembled.ts';
import { compileProgram } from '../../engine/compile/compile.ts';
import { type LoadedModel } from '../../engine/compile/expand.ts';
import { readForeignModel } from '../../engine/onnx/guard.ts';
import { outputShape, signatureOf } from '../../engine/onnx/signature.ts';
import { type Shape, sizeOf, type TensorData } from '../../engine/tensor.ts';
import {
  type ModelSignature,
  type RunRequest,
  type RunResult,
  type StepProgram,
} from '../../engine/trace/program.ts';
import { exactNumbers } from '../frame/message.ts';
import { type ProviderInUse } from '../attack/attack.ts';
import { stacked } from './chunks.ts';
import { type OnnxSession, openSession } from './onnxSession.ts';

/** The only model that a program may call. */
export const modelId = 'model';

/** Fewer numbers than this are computed fastest by one thread. */
const manyNumbers = 2 ** 20;

/** What is kept compiled when nobody uses the model: most programs of a class, or of a task set, are few. */
const KEPT = { programs: 64, bytes: 32 * 2 ** 20 };

export interface ServedProgram {
  /** of the compiled graph, the model's numbers included */
  readonly bytes: number;
  readonly program: StepProgram;
  readonly names: ProgramNames;
  readonly session: OnnxSession;
}

export class ServedModel {
  readonly signature: ModelSignature;
  readonly #provider: ProviderInUse['name'];
  readonly #model: LoadedModel;
  readonly #session: OnnxSession;
  /** by content: every call of a function records its programs anew, mostly the same ones */
  readonly #compiled = new Map<string, Promise<ServedProgram>>();
  /** those that are compiled; the last used at the end */
  readonly #ready = new Map<string, ServedProgram>();

  private constructor(model: LoadedModel, session: OnnxSession, provider: ProviderInUse['name']) {
    this.#model = model;
    this.#session = session;
    this.#provider = provider;
    this.signature = signatureOf(modelId, model.model);
  }

  /** Throws when the bytes are no model that may be loaded, or the provider does not start. */
  static async load(bytes: Uint8Array, provider: ProviderInUse['name']): Promise<ServedModel> {
    const model = readForeignModel(bytes);
    return new ServedModel({ model }, await openSession(bytes, provider, 1), provider);
  }

  /** The output's shape for an input's shape; tried out where the signature does not tell. */
  async shape(input: Shape): Promise<Shape> {
    const known = outputShape(this.signature, input);
    if (known !== undefined) return known;
    const zeros = { shape: input, data: new Float32Array(sizeOf(input)) };
    return (await this.#evaluate(zeros)).shape;
  }

  /** f on rows; a model with a batch size of its own gets them batch by batch. */
  async evaluate(x: TensorData): Promise<TensorData> {
    const [batch] = this.signature.input.shape;
    const [rows = 0, ...inner] = x.shape;
    if (typeof batch !== 'number' || batch === rows || batch === 0) return this.#evaluate(x);
    const size = sizeOf(inner);
    const outputs: TensorData[] = [];
    for (let row = 0; row < rows; row += batch) {
      const data = new Float32Array(batch * size);
      data.set(x.data.subarray(row * size, (row + batch) * size));
      outputs.push(await this.#evaluate({ shape: [batch, ...inner], data }));
    }
    return firstRows(stacked(outputs), rows);
  }

  /** The program, compiled when it comes along for the first time. */
  compiled(program: StepProgram): Promise<ServedProgram> {
    const content = contentOf(program);
    const known = this.#compiled.get(content);
    const compiled = known ?? this.compile(program);
    this.#compiled.set(content, compiled);
    this.#settle(content, compiled);
    // a failure tells a line, which is another one here
    return known?.catch(() => this.compile(program)) ?? compiled;
  }

  #settle(content: string, compiled: Promise<ServedProgram>): void {
    compiled.then(
      (program) => {
        this.#ready.delete(content);
        this.#ready.set(content, program);
      },
      () => this.#compiled.delete(content),
    );
  }

  /** Lets go of what was compiled, but for the last few. To be called when nobody runs a program. */
  async tidy(): Promise<void> {
    let [programs, bytes] = [0, 0];
    const over = [...this.#ready].toReversed().filter(([, program]) => {
      programs += 1;
      bytes += program.bytes;
      return programs > KEPT.programs || bytes > KEPT.bytes;
    });
    for (const [content] of over) {
      this.#ready.delete(content);
      this.#compiled.delete(content);
    }
    await Promise.all(over.map(([, { session }]) => session.release()));
  }

  async release(): Promise<void> {
    await this.#session.release();
    for (const program of this.#compiled.values()) {
      await program.then(({ session }) => session.release()).catch(() => undefined);
    }
  }

  async #evaluate(x: TensorData): Promise<TensorData> {
    const { input, output } = this.signature;
    const [value] = await this.#session.run({ [input.name]: x }, [output.name]);
    if (value === undefined) throw new Error(`the model gave no ${output.name}`);
    return value;
  }

  /** Compiles without remembering. */
  async compile(program: StepProgram): Promise<ServedProgram> {
    const { bytes, ...names } = compileProgram(program, new Map([[modelId, this.#model]]));
    const numbers = program.nodes.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
    const session = await openSession(bytes, this.#provider, numbers < manyNumbers ? 1 : 0);
    return { program, names, session, bytes: bytes.byteLength };
  }
}

/** Where its lines are does not matter. */
function contentOf(program: StepProgram): string {
  const nodes = program.nodes.map((node) => ({ ...node, at: undefined }));
  return JSON.stringify({ ...program, nodes }, exactNumbers);
}

function firstRows({ shape: [, ...inner], data }: TensorData, rows: number): TensorData {
  return { shape: [rows, ...inner], data: data.subarray(0, rows * sizeOf(inner)) };
}

/** One run of a compiled program, all trips at once. */
export async function runOnce(
  { names, session }: Pick<ServedProgram, 'names' | 'session'>,
  request: RunRequest,
): Promise<RunResult> {
  const fetches = [...new Set([...names.nextCarried, ...names.outputs])];
  const found = await session.run(feedsOf(names, request), fetches);
  const valueOf = (name: string): TensorData => {
    const value = found[fetches.indexOf(name)];
    if (value === undefined) throw new Error(`the program gave no ${name}`);
    return value;
  };
  return { carried: names.nextCarried.map(valueOf), outputs: names.outputs.map(valueOf) };
}

function feedsOf(names: ProgramNames, request: RunRequest): Record<string, TensorData | bigint> {
  const { trips, carried, externals, schedules } = request;
  const tables = schedules.map((data): TensorData => ({ shape: [trips], data }));
  const values = [...carried, ...externals, ...tables];
  const feeds: Record<string, TensorData | bigint> = {};
  [...names.carried, ...names.externals, ...names.schedules].forEach((name, i) => {
    const value = values[i];
    if (value !== undefined) feeds[name] = value;
  });
  if (names.trips !== undefined) feeds[names.trips] = BigInt(trips);
  return feeds;
}
