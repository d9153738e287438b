/** Problems of variants: one that all of them have is the template's, any other names the variants that have it. */

import { type Problem } from '../taskset/problem.ts';

/** A problem of one variant; `varies` when others may not have it. */
export interface Found {
  readonly problem: Problem;
  readonly varies: boolean;
}

/** @param variant the one that was read; undefined: there are none */
export function namedProblems(found: readonly Found[], variant: number | undefined): Problem[] {
  return found.map(({ problem, varies }) =>
    varies && variant !== undefined ? named(problem, [variant]) : problem,
  );
}

/** @param found of every variant, from the first */
export function mergedProblems(found: readonly (readonly Found[])[]): Problem[] {
  const met = new Map<string, { readonly problem: Problem; readonly variants: Set<number> }>();
  found.forEach((problems, place) => {
    for (const { problem } of problems) {
      const { file, line, column, message } = problem;
      const key = JSON.stringify([file, line, column, message]);
      const before = met.get(key) ?? { problem, variants: new Set() };
      before.variants.add(place + 1);
      met.set(key, before);
    }
  });
  return [...met.values()].map(({ problem, variants }) =>
    variants.size === found.length ? problem : named(problem, [...variants]),
  );
}

const MOST_NAMED = 3;

function named(problem: Problem, variants: readonly number[]): Problem {
  const shown = variants.slice(0, MOST_NAMED).join(', ');
  const others = variants.length - MOST_NAMED;
  const more = others > 0 ? ` and ${others} more` : '';
  const word = variants.length === 1 ? 'variant' : 'variants';
  return { ...problem, message: `${problem.message} (${word} ${shown}${more})` };
}
