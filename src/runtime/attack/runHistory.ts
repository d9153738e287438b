/** What the model server computed during one call of the program: the count that "1000 iterations" is held against. */
import { type TensorData } from '../../engine/tensor.ts';
import { type StepProgram } from '../../engine/trace/program.ts';
import { stacked } from '../modelServer/chunks.ts';
import { type Progress } from './attack.ts';

export interface Computed {
  readonly program: StepProgram;
  readonly trips: number;
  /** of each trip, or empty */
  readonly loss: Float32Array;
  /** of each trip, along the first axis */
  readonly path: TensorData | undefined;
}

export class RunHistory {
  #iterations = 0;
  readonly #loss: TensorData[] = [];
  readonly #path: TensorData[] = [];
  readonly #onProgress: ((progress: Progress) => void) | undefined;

  constructor(onProgress?: (progress: Progress) => void) {
    this.#onProgress = onProgress;
  }

  get isWatched(): boolean {
    return this.#onProgress !== undefined;
  }

  /** optimizer steps so far */
  get iterations(): number {
    return this.#iterations;
  }

  get loss(): Float32Array {
    return stacked(this.#loss).data;
  }

  /** undefined if nothing was recorded, or tensors of different shapes were moved */
  get path(): TensorData | undefined {
    const [first, ...others] = this.#path.map(({ shape }) => String(shape.slice(1)));
    const alike = first !== undefined && others.every((shape) => shape === first);
    return alike ? stacked(this.#path) : undefined;
  }

  add({ program, trips, loss, path }: Computed): void {
    this.#iterations += trips * program.stepsPerIteration;
    this.#loss.push({ shape: [loss.length], data: loss });
    if (path !== undefined) this.#path.push(path);
    this.#onProgress?.({ iterations: this.#iterations, loss, ...(path && { path }) });
  }
}
