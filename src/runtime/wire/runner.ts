/**
 * What the controller and the student runner say to each other. The runner can only send numbers, step graphs and
 * text: it has no word for "passed".
 */
import { type Shape } from '../../engine/tensor.ts';
import { type ModelSignature } from '../../engine/trace/program.ts';
import { type RunFailure, type StudentProgram, type TraceFacts } from '../attack/attack.ts';
import { type WireRun } from './runRequest.ts';

/** Bodies by kind; `call` brings the tensors x and t, the reply to `run` the carried values and the outputs. */
export interface ToRunner {
  readonly load: {
    readonly program: StudentProgram;
    readonly model: ModelSignature;
    readonly outputBytes: number;
    readonly wallMs: number;
    /** another program of the same author may follow in this process */
    readonly mayFollow: boolean;
  };
  /** there is no further call: another program may follow, if the answer is that the world is clean */
  readonly leave: Record<string, never>;
  readonly call: Record<string, never>;
  readonly shaped: { readonly shape: Shape };
  readonly ran: { readonly carried: number };
  /** the request before could not be done; thrown at the student's line */
  readonly refused: { readonly message: string };
}

/** What a student's program may be told to have done wrong by the process it runs in. */
export type RunnerCause = Extract<
  RunFailure['cause'],
  'syntax' | 'exception' | 'wrong-result' | 'output'
>;

export interface FromRunner {
  /** before any foreign code is there; `permission`: Node's permission model is in force */
  readonly ready: { readonly permission: boolean };
  readonly loaded: Record<string, never>;
  readonly shape: { readonly model: string; readonly input: Shape };
  readonly run: WireRun;
  readonly text: { readonly text: string };
  /** brings the tensor z */
  readonly result: { readonly facts: TraceFacts };
  readonly failure: {
    readonly cause: RunnerCause;
    readonly message: string;
    readonly at?: string;
  };
  /** where the program was when its time was over or the controller stopped it */
  readonly interrupted: { readonly at?: string };
  /** `clean`: the program is gone, and everything in the process is as it was before */
  readonly left: { readonly clean: boolean };
}

export const toRunnerKinds = ['load', 'call', 'shaped', 'ran', 'refused', 'leave'] as const;
export const fromRunnerKinds = [
  'ready',
  'loaded',
  'shape',
  'run',
  'text',
  'result',
  'failure',
  'interrupted',
  'left',
] as const;
