/** Runs step programs in this process with onnxruntime-node: for tests of the engine and of the student's module. */
import { readFile } from 'node:fs/promises';
import { InferenceSession, type OnnxValue, Tensor } from 'onnxruntime-node';
import { type CompiledProgram } from '../../src/engine/compile/assembled.ts';
import { compileProgram } from '../../src/engine/compile/compile.ts';
import { type LoadedModel } from '../../src/engine/compile/expand.ts';
import { guardModel } from '../../src/engine/onnx/guard.ts';
import { readModel } from '../../src/engine/onnx/read.ts';
import { outputShape, signatureOf } from '../../src/engine/onnx/signature.ts';
import { type Shape, type TensorData } from '../../src/engine/tensor.ts';
import { type RunRequest, type RunResult } from '../../src/engine/trace/program.ts';

interface Loaded {
  readonly compiled: CompiledProgram;
  readonly session: InferenceSession;
}

export class OrtBackend {
  /** steps that were run: trips times steps per iteration */
  steps = 0;
  /** programs that were compiled */
  programs = 0;
  runs = 0;
  readonly #models = new Map<string, LoadedModel>();
  readonly #loaded = new Map<number, Loaded>();
  readonly #steps = new Map<number, number>();

  /** `models`: id → bytes of the .onnx file */
  constructor(models: Readonly<Record<string, Uint8Array>> = {}) {
    for (const [id, bytes] of Object.entries(models))
      this.#models.set(id, { model: guardModel(readModel(bytes)) });
  }

  modelShape(id: string, input: Shape): Shape {
    const loaded = this.#models.get(id);
    const shape = loaded && outputShape(signatureOf(id, loaded.model), input);
    if (shape === undefined) throw new Error(`the output shape of ${id} is not known`);
    return shape;
  }

  async run(request: RunRequest): Promise<RunResult> {
    const { compiled, session } = await this.#load(request);
    this.steps += request.trips * (this.#steps.get(request.programId) ?? 0);
    this.runs++;
    const fetches = [...new Set([...compiled.nextCarried, ...compiled.outputs])];
    const found = await session.run(feedsOf(compiled, request), fetches);
    const value = (name: string): TensorData => floatsOf(name, found[name]);
    return { carried: compiled.nextCarried.map(value), outputs: compiled.outputs.map(value) };
  }

  async #load({ programId, program }: RunRequest): Promise<Loaded> {
    const known = this.#loaded.get(programId);
    if (known !== undefined) return known;
    if (program === undefined) throw new Error(`program ${programId} was never sent`);
    const compiled = compileProgram(program, this.#models);
    const session = await openSession(compiled.bytes);
    this.programs++;
    this.#loaded.set(programId, { compiled, session });
    this.#steps.set(programId, program.stepsPerIteration);
    return { compiled, session };
  }
}

function openSession(bytes: Uint8Array): Promise<InferenceSession> {
  return InferenceSession.create(bytes, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    logSeverityLevel: 2,
  });
}

function floatsOf(name: string, value: OnnxValue | undefined): TensorData {
  if (value === undefined || !('data' in value)) throw new Error(`${name} is missing`);
  const { data, dims } = value;
  if (!(data instanceof Float32Array)) throw new Error(`${name} is ${value.type}, not float32`);
  return { shape: dims, data };
}

function feedsOf(compiled: CompiledProgram, request: RunRequest): Record<string, Tensor> {
  const { trips, carried, externals, schedules } = compiled;
  const feeds: Record<string, Tensor> = {};
  const feed = (names: readonly string[], values: readonly TensorData[]): void => {
    names.forEach((name, i) => {
      const value = values[i];
      if (value !== undefined) feeds[name] = new Tensor('float32', value.data, value.shape);
    });
  };
  feed(carried, request.carried);
  feed(externals, request.externals);
  feed(
    schedules,
    request.schedules.map((data) => ({ shape: [data.length], data })),
  );
  if (trips !== undefined) feeds[trips] = new Tensor('int64', [BigInt(request.trips)], []);
  return feeds;
}

const fixtures = new URL('../fixtures/attack/', import.meta.url);

export type AttackModel = 'mlp2_relu' | 'mlp2_tanh' | 'mlp256_relu' | 'cnn16';

/** Bytes of one of the checked-in models. */
export async function attackModel(name: AttackModel): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL(`models/${name}.onnx`, fixtures)));
}

/** An attack that PyTorch ran: its input, and where z ended. */
export interface AttackCase {
  readonly x: TensorData;
  readonly t: TensorData;
  readonly z: Float32Array;
  readonly iterations: number;
  readonly lr: number;
}

export async function attackCase(name: string): Promise<AttackCase> {
  // Written by PyTorch; the form is that of the checked-in files.
  const found = JSON.parse(await readFile(new URL(`cases/${name}.json`, fixtures), 'utf8')) as {
    shape: number[];
    x: number[];
    t: number[];
    z: number[];
    iterations: number;
    lr: number;
  };
  return {
    x: { shape: found.shape, data: Float32Array.from(found.x) },
    t: { shape: [found.t.length, 1], data: Float32Array.from(found.t) },
    z: Float32Array.from(found.z),
    iterations: found.iterations,
    lr: found.lr,
  };
}
