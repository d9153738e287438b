/** How a run stands, in sentences. */

import {
  type AttackRow,
  type AttackStatus,
  type AttackViewState,
} from '../../src/protocol/messages.ts';
import { type IconName } from '../controls/icon.ts';
import { counted, short } from './series.ts';

export interface RunWords {
  readonly icon: IconName | undefined;
  readonly tone: 'good' | 'bad' | 'mixed' | 'quiet';
  readonly sentence: (state: AttackViewState) => string;
}

export const runWords: { readonly [S in AttackStatus]: RunWords } = {
  preparing: { icon: undefined, tone: 'quiet', sentence: () => 'Preparing the run…' },
  running: {
    icon: undefined,
    tone: 'quiet',
    sentence: (state) => `Running${on(state)}: ${iterations(state)} so far.`,
  },
  done: {
    icon: 'check',
    tone: 'good',
    sentence: (state) => `Done: ${iterations(state)}${on(state)}${time(state)}.`,
  },
  failed: {
    icon: 'cross',
    tone: 'bad',
    sentence: ({ failure }) => failure?.message ?? 'The run failed without saying why.',
  },
  cancelled: {
    icon: 'circle',
    tone: 'mixed',
    sentence: (state) => `Cancelled after ${iterations(state)}.`,
  },
};

const providerNames = new Map([
  ['cpu', 'CPU'],
  ['cuda', 'CUDA'],
]);

export const providerName = (provider: string): string => providerNames.get(provider) ?? provider;

const iterations = ({ iterations: n }: AttackViewState): string =>
  `${counted(n)} ${n === 1 ? 'iteration' : 'iterations'}`;

const on = ({ provider }: AttackViewState): string =>
  provider === undefined ? '' : ` on ${providerName(provider)}`;

const time = ({ ms }: AttackViewState): string => (ms === undefined ? '' : ` in ${short(ms)} ms`);

export const speed = ({ iterationsPerSecond: n }: AttackViewState): string | undefined =>
  n === undefined ? undefined : `${counted(Math.round(n))} iterations/s`;

/** Whether z lies where the attack wants it. */
export function rowOutcome({ success }: AttackRow): string | undefined {
  if (success === undefined) return undefined;
  return success ? 'z lies on the boundary or across it' : 'z is still on the side of x';
}
