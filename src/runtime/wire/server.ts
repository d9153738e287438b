/** What the controller and the model server say to each other. Both are ours; the models inside are not. */
import { type Shape } from '../../engine/tensor.ts';
import { type ModelSignature } from '../../engine/trace/program.ts';
import { type ProviderChoice, type ProviderInUse, type RunFailure } from '../attack/attack.ts';
import { type InspectedModel } from './inspected.ts';
import { type WireRun } from './runRequest.ts';

/** One model on one provider, with the programs that were compiled for it. */
export interface ToServer {
  /** brings the model's bytes */
  readonly open: { readonly sha256: string; readonly provider: ProviderChoice };
  /** brings the model's bytes; nothing of it is kept */
  readonly inspect: Record<string, never>;
  readonly shape: { readonly handle: number; readonly input: Shape };
  /** brings the carried values, externals and schedules; `path`: report where the moved tensor goes, if it is small */
  readonly run: { readonly handle: number; readonly run: WireRun; readonly path: boolean };
  /** brings the rows */
  readonly evaluate: { readonly handle: number };
  readonly providers: Record<string, never>;
  readonly close: { readonly handle: number };
  /** of the run with this sequence number; not answered */
  readonly cancel: { readonly seq: number };
}

export interface ProviderReport {
  readonly name: 'cpu' | 'cuda';
  readonly available: boolean;
  /** why it is not available, and what to do */
  readonly note?: string;
}

export interface FromServer {
  readonly ready: Record<string, never>;
  readonly opened: {
    readonly handle: number;
    readonly provider: ProviderInUse;
    readonly signature: ModelSignature;
  };
  readonly inspected: { readonly model: InspectedModel };
  readonly shaped: { readonly shape: Shape };
  /** trips since the last report; brings their losses (empty if there are none), then their path if it is recorded */
  readonly progress: { readonly trips: number };
  /** brings the carried values, then the outputs */
  readonly ran: { readonly carried: number };
  /** brings the model's output */
  readonly evaluated: Record<string, never>;
  readonly providers: { readonly providers: readonly ProviderReport[] };
  readonly closed: Record<string, never>;
  readonly failed: { readonly cause: RunFailure['cause']; readonly message: string };
}

export const toServerKinds = [
  'open',
  'inspect',
  'shape',
  'run',
  'evaluate',
  'providers',
  'close',
  'cancel',
] as const;
export const fromServerKinds = [
  'ready',
  'opened',
  'inspected',
  'shaped',
  'progress',
  'ran',
  'evaluated',
  'providers',
  'closed',
  'failed',
] as const;
