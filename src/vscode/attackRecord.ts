/** What is known of one attack while it goes on: collects progress, and puts it as the result view shows it. */
import {
  type AttackRow,
  type AttackStatus,
  type AttackViewState,
  type FieldPicture,
} from '../protocol/messages.ts';
import { type AttackOutcome, type AttackResult, type Progress } from '../runtime/attack/attack.ts';
import { type ExampleInput } from '../core/taskset/taskSet.ts';

/** Row-major values, the last axis the coordinates. */
interface Values {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

export class AttackRecord {
  readonly #input: ExampleInput;
  readonly #startedAt: number;
  #status: AttackStatus = 'preparing';
  #iterations = 0;
  #runningMs = 0;
  readonly #loss: number[] = [];
  /** per row of x: z after each iteration */
  #paths: number[][][];
  #outputs: readonly (readonly number[])[] | undefined;
  #result: AttackResult | undefined;
  #failure: AttackViewState['failure'];
  #output = '';
  #field: FieldPicture | undefined;

  /** `now` in ms, like the other methods' */
  constructor(input: ExampleInput, now: number) {
    this.#input = input;
    this.#startedAt = now;
    this.#paths = input.x.map(() => []);
  }

  get inputs(): readonly (readonly number[])[] {
    return this.#input.x;
  }

  progress({ iterations, loss, path }: Progress, now: number): void {
    this.#status = 'running';
    this.#iterations = iterations;
    this.#runningMs = now - this.#startedAt;
    for (const value of loss) this.#loss.push(value);
    if (path !== undefined) this.#appendPath(path);
  }

  /** The picture behind the path. */
  paint(field: FieldPicture): void {
    this.#field = field;
  }

  end(outcome: AttackOutcome): void {
    this.#output = outcome.ok ? outcome.result.output : outcome.output;
    if (!outcome.ok) {
      const { cause, message, at } = outcome.failure;
      this.#status = cause === 'cancelled' ? 'cancelled' : 'failed';
      this.#failure = { message, at };
      return;
    }
    this.#status = 'done';
    this.#result = outcome.result;
    this.#iterations = outcome.result.iterations;
    this.#loss.splice(0, Infinity, ...outcome.result.loss);
    if (outcome.result.path === undefined) return;
    this.#paths = this.#input.x.map(() => []);
    this.#appendPath(outcome.result.path);
  }

  /** Every point of every path in one batch, rows one after the other; where no path is known, z alone. */
  get pointsToEvaluate(): readonly (readonly number[])[] {
    return this.#input.x.flatMap((_, row) => this.#pointsOf(row));
  }

  /** f at `pointsToEvaluate`, in that order. */
  evaluated(outputs: readonly number[]): void {
    let next = 0;
    this.#outputs = this.#input.x.map((_, row) => {
      const from = next;
      next += this.#pointsOf(row).length;
      return outputs.slice(from, next);
    });
  }

  /** The state as the view shows it; numbers that JSON has no word for are left out of sight. */
  get state(): AttackViewState {
    const ms = this.#result?.ms ?? this.#runningMs;
    return {
      status: this.#status,
      failure: this.#failure,
      provider: this.#result?.provider.name,
      providerNote: this.#result?.provider.note,
      output: this.#output === '' ? undefined : this.#output,
      iterations: this.#iterations,
      iterationsPerSecond:
        this.#iterations > 0 && ms > 0 ? (this.#iterations / ms) * 1000 : undefined,
      ms: this.#result?.ms,
      loss: this.#loss,
      rows: this.#input.x.map((x, row) => this.#rowState(x, row)),
      field: this.#field,
    };
  }

  #rowState(x: readonly number[], row: number): AttackRow {
    const t = this.#input.t[row]?.[0] ?? 1;
    const points = this.#pointsOf(row);
    const output = this.#outputs?.[row];
    const last = output?.at(-1);
    return {
      x,
      t,
      path: (this.#paths[row]?.length ?? 0) > 0 ? points : undefined,
      z: this.#result === undefined ? undefined : rowOf(this.#result.z, row),
      output,
      distance: points.length > 0 ? points.map((point) => distanceBetween(x, point)) : undefined,
      success: last === undefined ? undefined : t * last <= 0,
    };
  }

  #pointsOf(row: number): readonly (readonly number[])[] {
    const path = this.#paths[row] ?? [];
    if (path.length > 0 || this.#result === undefined) return path;
    return [rowOf(this.#result.z, row)];
  }

  /** `[k, n, d]`: k iterations of n rows */
  #appendPath({ shape, data }: Values): void {
    const rows = this.#paths.length;
    const size = shape.at(-1) ?? 0;
    const iterations = size === 0 ? 0 : data.length / (rows * size);
    for (let k = 0; k < iterations; k += 1) {
      this.#paths.forEach((path, row) => {
        const start = (k * rows + row) * size;
        path.push([...data.subarray(start, start + size)]);
      });
    }
  }
}

function rowOf({ shape, data }: Values, row: number): number[] {
  const size = shape.at(-1) ?? 0;
  return [...data.subarray(row * size, (row + 1) * size)];
}

function distanceBetween(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, i) => value - (b[i] ?? 0)));
}
