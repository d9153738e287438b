/**
 * Values of recorded sources. A generator that asks for runs and gets their results, so that the same code serves a
 * synchronous pipe (the student's program waits) and an asynchronous one (the controller does not).
 */
import { type Shape, sizeOf, type TensorData } from '../tensor.ts';
import { type RunRequest, type RunResult, type StepProgram } from './program.ts';
import { iterationProgram, loopProgram, lossPosition } from './segmentProgram.ts';
import { Data, nodeAt, type Segment, settled, type Slot, type Source, Node } from './source.ts';
import { neededLater, pendingChunks, straightProgram } from './straightProgram.ts';

export type Evaluation<T> = Generator<RunRequest, T, RunResult>;

/** Values of consecutive iterations. */
interface Stack {
  readonly from: number;
  readonly stack: Data;
}

/** How far a segment was run, and what is known of it. */
interface SegmentRun {
  readonly start: readonly Data[];
  readonly externals: readonly Data[];
  executed: number;
  state: readonly Data[];
  /** per position, values of iterations from 0 on, in order */
  readonly history: Map<number, Stack[]>;
}

type Ask = Omit<RunRequest, 'programId' | 'program'>;

export class Evaluator {
  readonly #runs = new Map<Segment, SegmentRun>();
  readonly #programIds = new Map<Segment, Map<string, number>>();
  #lastProgramId = 0;

  *value(of: Source): Evaluation<Data> {
    const source = settled(of);
    if (source instanceof Data) return source;
    return source instanceof Node ? yield* this.#nodeValue(source) : yield* this.#slotValue(source);
  }

  *values(of: readonly Source[]): Evaluation<Data[]> {
    const values: Data[] = [];
    for (const source of of) values.push(yield* this.value(source));
    return values;
  }

  *#nodeValue(wanted: Node): Evaluation<Data> {
    const chunks = pendingChunks([wanted]);
    const needed = neededLater(chunks, [wanted]);
    for (const chunk of chunks) {
      const { program, externals, results } = straightProgram(chunk, needed);
      const values = yield* this.values(externals);
      const programId = ++this.#lastProgramId;
      const ask = { trips: 1, carried: [], externals: values.map(tensorOf), schedules: [] };
      const { outputs } = yield { programId, program, ...ask };
      results.forEach((node, i) => {
        node.value = dataOf(outputs[i]);
      });
    }
    return known(wanted.value);
  }

  *#slotValue(slot: Slot): Evaluation<Data> {
    const { segment, iteration, position } = slot;
    const run = yield* this.#advance(segment);
    if (iteration >= segment.count || segment.carried.length === 0)
      return yield* this.#iterationValue(slot, run);
    const carried = segment.carried.findIndex((c) => c.position === position);
    if (carried >= 0 && iteration === run.executed - 1) return known(run.state[carried]);
    return fromHistory(run, slot) ?? (yield* this.#replay(slot, run));
  }

  /** Runs what was counted and not yet run, all at once. */
  *#advance(segment: Segment): Evaluation<SegmentRun> {
    const run = this.#runs.get(segment) ?? (yield* this.#begin(segment));
    const trips = segment.count - run.executed;
    if (trips === 0 || segment.carried.length === 0) return run;
    const loss = lossPosition(segment);
    const kept = loss === undefined ? [] : [loss];
    const result = yield* this.#runLoop(segment, run, {
      from: run.executed,
      trips,
      kept,
      steps: 1,
    });
    keep(run, kept, run.executed, result);
    run.state = result.carried.map(dataOf);
    run.executed = segment.count;
    return run;
  }

  *#begin(segment: Segment): Evaluation<SegmentRun> {
    const start = yield* this.values(segment.carried.map(({ initial }) => initial));
    const externals = yield* this.values(segment.externals);
    const run = {
      start,
      externals,
      executed: 0,
      state: start,
      history: new Map<number, Stack[]>(),
    };
    this.#runs.set(segment, run);
    return run;
  }

  /** A value of past iterations that nobody had asked for: the loop runs once more from its start. */
  *#replay(slot: Slot, run: SegmentRun): Evaluation<Data> {
    const { segment, position } = slot;
    const again = { ...run, state: run.start };
    const how = { from: 0, trips: run.executed, kept: [position], steps: 0 };
    const result = yield* this.#runLoop(segment, again, how);
    run.history.delete(position);
    keep(run, [position], 0, result);
    return known(fromHistory(run, slot));
  }

  *#runLoop(
    segment: Segment,
    run: SegmentRun,
    how: {
      readonly from: number;
      readonly trips: number;
      readonly kept: number[];
      readonly steps: number;
    },
  ): Evaluation<RunResult> {
    const { from, trips, kept, steps } = how;
    return yield this.#request(
      segment,
      `loop ${kept.join()} ${steps}`,
      () => loopProgram(segment, kept, steps),
      {
        trips,
        carried: run.state.map(tensorOf),
        externals: run.externals.map(tensorOf),
        schedules: segment.schedules.map((row) => Float32Array.from(row.slice(from, from + trips))),
      },
    );
  }

  /** A value of the iteration that is under way, computed from what was carried into it. */
  *#iterationValue({ segment, iteration, position }: Slot, run: SegmentRun): Evaluation<Data> {
    const scheduled = segment.schedules.map(
      (row) => new Data([], Float32Array.of(row[iteration] ?? 0)),
    );
    const { outputs } = yield this.#request(
      segment,
      `value ${position}`,
      () => iterationProgram(segment, position),
      {
        trips: 1,
        carried: [],
        externals: [...run.externals, ...run.state, ...scheduled].map(tensorOf),
        schedules: [],
      },
    );
    return dataOf(outputs[0]);
  }

  /** A program is sent along the first time. Schedules that were added since make another program. */
  #request(segment: Segment, name: string, program: () => StepProgram, ask: Ask): RunRequest {
    const ids = this.#programIds.get(segment) ?? new Map<string, number>();
    this.#programIds.set(segment, ids);
    const key = `${name} ${segment.schedules.length}`;
    const known = ids.get(key);
    if (known !== undefined) return { programId: known, ...ask };
    const programId = ++this.#lastProgramId;
    ids.set(key, programId);
    return { programId, program: program(), ...ask };
  }
}

function keep(
  run: SegmentRun,
  kept: readonly number[],
  from: number,
  { outputs }: RunResult,
): void {
  kept.forEach((position, i) => {
    const past = run.history.get(position) ?? [];
    past.push({ from, stack: dataOf(outputs[i]) });
    run.history.set(position, past);
  });
}

function fromHistory(run: SegmentRun, { segment, iteration, position }: Slot): Data | undefined {
  const shape: Shape = nodeAt(segment, position).shape;
  const size = sizeOf(shape);
  const stacks = run.history.get(position) ?? [];
  const found = stacks.findLast(({ from }) => from <= iteration);
  if (found === undefined) return undefined;
  const at = (iteration - found.from) * size;
  if (at + size > found.stack.values.length) return undefined;
  return new Data(shape, found.stack.values.slice(at, at + size));
}

function tensorOf({ shape, values }: Data): TensorData {
  return { shape, data: values };
}

function dataOf(tensor: TensorData | undefined): Data {
  if (tensor === undefined) throw new Error('internal: a run returned too few values');
  return new Data(tensor.shape, tensor.data);
}

function known(data: Data | undefined): Data {
  if (data === undefined) throw new Error('internal: a value was not computed');
  return data;
}

/** Waits for every run. */
export function evaluateWith<T>(evaluation: Evaluation<T>, run: (r: RunRequest) => RunResult): T {
  let next = evaluation.next();
  while (next.done !== true) next = evaluation.next(run(next.value));
  return next.value;
}

/** Lets others work while a run goes on. */
export async function evaluateAsync<T>(
  evaluation: Evaluation<T>,
  run: (request: RunRequest) => Promise<RunResult>,
): Promise<T> {
  let next = evaluation.next();
  while (next.done !== true) next = evaluation.next(await run(next.value));
  return next.value;
}
