/** How long the comparison of an answer takes, over the corpus, beside a fixed piece of work in the same run. */
import { compareTexts } from '../../src/core/math/compare/compareTexts.ts';
import { type Figure } from '../support/figure.ts';
import { derivations } from '../support/mathematics/corpus.ts';
import { quantile, timed, unitOfWork } from './work.ts';

export const name = 'math';

interface Measured {
  readonly answers: readonly number[];
  readonly units: readonly number[];
}

/** Milliseconds of each answer, and of the unit between any two derivations. */
async function measure(): Promise<Measured> {
  const answers: number[] = [];
  const units: number[] = [];
  for (const { declare, where, reference, right, wrong } of derivations()) {
    units.push(await timed(unitOfWork));
    for (const left of [...right, ...wrong.map(({ answer }) => answer)]) {
      const given = { declare, where, left, right: reference, seed: 1 };
      answers.push(await timed(() => compareTexts(given)));
    }
  }
  return { answers, units };
}

export async function run(): Promise<Figure[]> {
  // the first ones compile the code
  await measure();
  const { answers, units } = await measure();
  const unit = quantile(units, 0.5);
  const figures = (title: string, ms: number, atMost: number): Figure[] => [
    { name: `${title}: units of work`, value: ms / unit, unit: '×', bound: { atMost } },
    { name: `${title}: time`, value: ms, unit: 'ms' },
  ];
  return [
    { name: 'answers compared', value: answers.length, unit: '' },
    { name: 'a unit of work', value: unit, unit: 'ms' },
    ...figures('median', quantile(answers, 0.5), 2),
    ...figures('95 of 100 answers', quantile(answers, 0.95), 10),
    ...figures('the slowest', Math.max(...answers), 100),
  ];
}
