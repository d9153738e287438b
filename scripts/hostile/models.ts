/** Foreign models the whole way: every hand-made one, and damaged ones by seed. */
import { tryModels } from '../../test/hostile/models.ts';
import { at } from '../project.ts';
import { type HostileKind } from './trials.ts';

const DAMAGED_MODELS = 5000;
const MOST_MS = 10_000;
const MOST_MIB = 1024;

export const models: HostileKind = {
  name: 'models',
  least: DAMAGED_MODELS,
  of: 'damaged and hand-made models',
  run: async () => {
    const { models: tried, broken, ...most } = await tryModels(at('dist'), DAMAGED_MODELS);
    const figures = [
      {
        what: 'slowest model',
        goal: `≤ ${MOST_MS / 1000} s`,
        reached: `${(most.slowestMs / 1000).toFixed(1)} s`,
        isReached: most.slowestMs <= MOST_MS,
      },
      {
        what: 'largest model server',
        goal: `≤ ${MOST_MIB} MiB`,
        reached: `${most.largestMiB} MiB`,
        isReached: most.largestMiB <= MOST_MIB,
      },
    ];
    return { tried, broken, figures };
  },
};
