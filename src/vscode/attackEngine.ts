/** What running code needs of `runtime`, kept apart so that a window without a run starts no process. */
import { type Rows } from '../core/taskset/taskSet.ts';
import { type CodeRuns } from '../core/grade/codeRun.ts';
import { type FieldPicture } from '../protocol/messages.ts';
import {
  type AttackOutcome,
  type ModelFile,
  type Progress,
  type ProviderChoice,
  type StudentProgram,
} from '../runtime/attack/attack.ts';
import { type LoadedSet } from './loadedSet.ts';

export interface AttackRequest {
  readonly program: StudentProgram;
  readonly model: ModelFile;
  readonly x: Rows;
  readonly t: Rows;
  readonly provider: ProviderChoice;
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** The corners of a box in the space of inputs. */
export interface Box {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface CheckOptions {
  readonly model: LoadedSet['model'];
  readonly provider: ProviderChoice;
  readonly signal: AbortSignal;
}

export interface AttackEngine {
  run(request: AttackRequest): Promise<AttackOutcome>;
  /** f at each point */
  evaluate(model: ModelFile, points: Rows): Promise<readonly number[]>;
  /** undefined for models that have not two inputs */
  field(model: ModelFile, box: Box): Promise<FieldPicture | undefined>;
  /** what grading has programs run with */
  checks(options: CheckOptions): CodeRuns;
  dispose(): void;
}
