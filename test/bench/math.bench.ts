/** How long the comparison of an answer takes, over the corpus, beside a fixed piece of work in the same run. */
import { performance } from 'node:perf_hooks';
import { compareTexts } from '../../src/core/math/compare/compareTexts.ts';
import { type Figure } from '../support/figure.ts';
import { derivations } from '../support/mathematics/corpus.ts';

export const name = 'math';

/** Three million multiplications and additions, one after the other: some five milliseconds. */
function unitOfWork(): number {
  let sum = 0.5;
  for (let i = 0; i < 3e6; i++) sum = sum * 0.999999 + 1e-9;
  return sum;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Milliseconds of each answer, and of the unit between any two derivations. */
function measure(): { readonly answers: number[]; readonly units: number[] } {
  const answers: number[] = [];
  const units: number[] = [];
  for (const { declare, where, reference, right, wrong } of derivations()) {
    units.push(timed(unitOfWork));
    for (const left of [...right, ...wrong.map(({ answer }) => answer)]) {
      answers.push(timed(() => compareTexts({ declare, where, left, right: reference, seed: 1 })));
    }
  }
  return { answers, units };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function run(): Promise<Figure[]> {
  // the first ones compile the code
  measure();
  const { answers, units } = measure();
  const unit = quantile(units, 0.5);
  const figures = (title: string, ms: number, atMost: number): Figure[] => [
    { name: `${title}: units of work`, value: ms / unit, unit: '×', bound: { atMost } },
    { name: `${title}: time`, value: ms, unit: 'ms' },
  ];
  return Promise.resolve([
    { name: 'answers compared', value: answers.length, unit: '' },
    { name: 'a unit of work', value: unit, unit: 'ms' },
    ...figures('median', quantile(answers, 0.5), 2),
    ...figures('95 of 100 answers', quantile(answers, 0.95), 10),
    ...figures('the slowest', Math.max(...answers), 100),
  ]);
}
