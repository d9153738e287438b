/** Why a run ended without a result, as grading takes it: whose fault it is, and by which cause it is recorded. */
import { type Cause } from '../../core/gradebook/gradeRecord.ts';
import { type RunFailure } from '../attack/attack.ts';

/** True for the program's. */
export const PROGRAMS_FAULT: Readonly<Record<RunFailure['cause'], boolean>> = {
  syntax: true,
  exception: true,
  'wrong-result': true,
  'not-finite': true,
  timeout: true,
  memory: true,
  output: true,
  exit: true,
  protocol: true,
  cancelled: false,
  model: false,
  provider: false,
  sandbox: false,
  internal: false,
};

/** A program that cannot be read, throws, or returns something else is wrong; the rest are ends of another kind. */
export const CAUSE_OF: Readonly<Record<RunFailure['cause'], Cause>> = {
  syntax: 'wrong',
  exception: 'wrong',
  'wrong-result': 'wrong',
  'not-finite': 'wrong',
  timeout: 'timeout',
  memory: 'memory',
  output: 'output',
  exit: 'crash',
  protocol: 'tampered',
  cancelled: 'internal',
  model: 'internal',
  provider: 'internal',
  sandbox: 'internal',
  internal: 'internal',
};
