/** Whose fault it is that a run ended without a result: true for the program's. */
import { type RunFailure } from '../attack/attack.ts';

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
