/** What comes out of compiling, and how to run it. */
import { type Graph } from '../onnx/model.ts';

/** Names to feed and to fetch, in the program's order; `nextCarried` and `outputs` may share names. */
export interface ProgramNames {
  /** an int64 scalar to feed; undefined where the program is no loop and runs for one trip only */
  readonly trips: string | undefined;
  readonly carried: readonly string[];
  readonly externals: readonly string[];
  /** float32, shape [trips] */
  readonly schedules: readonly string[];
  readonly nextCarried: readonly string[];
  readonly outputs: readonly string[];
}

export interface CompiledProgram extends ProgramNames {
  readonly bytes: Uint8Array;
  /** how many nodes run in each iteration */
  readonly nodes: number;
}

/** What `loopGraph` and `plainGraph` make. */
export interface Assembled {
  readonly graph: Graph;
  readonly names: ProgramNames;
  readonly nodes: number;
}
