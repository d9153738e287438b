/** What one run of a student's attack needs and gives: the face of `runtime` to the editor and the command line. */

import { type TensorData } from '../../engine/tensor.ts';
import { type Isolation } from '../sandbox/isolation.ts';

export type ProviderChoice = 'auto' | 'cpu' | 'cuda';

export interface Limits {
  /** wall clock of the student's function, per call */
  readonly wallMs: number;
  /** of the runner process */
  readonly memoryMiB: number;
  /** what the program may print */
  readonly outputBytes: number;
  /** of one message of the runner */
  readonly frameBytes: number;
}

export interface StudentProgram {
  /** file name → TypeScript source */
  readonly files: Readonly<Record<string, string>>;
  readonly entry: { readonly file: string; readonly function: string };
}

export interface ModelFile {
  readonly bytes: Uint8Array;
  /** refused when the bytes do not match */
  readonly sha256?: string | undefined;
}

/** Why a run ended without a result. `at` is the student's line, as in `adversarial.ts:9`. */
export interface RunFailure {
  readonly cause:
    | 'syntax'
    | 'exception'
    | 'wrong-result'
    | 'not-finite'
    | 'timeout'
    | 'memory'
    | 'output'
    | 'exit'
    | 'protocol'
    | 'cancelled'
    | 'model'
    | 'provider'
    /** no sandbox where one is required */
    | 'sandbox'
    | 'internal';
  readonly message: string;
  readonly at?: string | undefined;
}

export interface ProviderInUse {
  readonly name: 'cpu' | 'cuda';
  /** why it is not the one that was asked for */
  readonly note?: string | undefined;
}

export interface Progress {
  readonly iterations: number;
  /** losses since the last report */
  readonly loss: Float32Array;
  /** values of the moved tensor since the last report, one per iteration, if it is small */
  readonly path?: TensorData | undefined;
}

/** What the runner saw of the program; only good for wording a message, never for a verdict. */
export interface TraceFacts {
  readonly backwardCalls: number;
  readonly zeroGradCalls: number;
  readonly stepCalls: number;
  readonly inputRequiresGrad: boolean;
}

export interface AttackResult {
  readonly z: TensorData;
  /** optimizer steps whose gradients the model server computed */
  readonly iterations: number;
  readonly loss: Float32Array;
  /** z after every iteration, if it is small and somebody watches the progress */
  readonly path?: TensorData | undefined;
  /** the student's function, recording and compiling included, process start excluded */
  readonly ms: number;
  readonly provider: ProviderInUse;
  readonly isolation: Isolation;
  readonly facts: TraceFacts;
  /** what the program printed */
  readonly output: string;
}

export type AttackOutcome =
  | { readonly ok: true; readonly result: AttackResult }
  | { readonly ok: false; readonly failure: RunFailure; readonly output: string };
