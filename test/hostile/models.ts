/** Foreign models the whole way, in great number: every hand-made one, and as many damaged ones as are asked for. */

import { readFileSync } from 'node:fs';
import { BOUNDED } from '../support/hostileModels/bounded.ts';
import { mutated } from '../support/hostileModels/mutated.ts';
import { model } from '../support/hostileModels/onnx.ts';
import { REFUSED } from '../support/hostileModels/refused.ts';
import { MOST_MIB, ModelTrials, isSentence } from '../support/hostileModels/trials.ts';

const MOST_MS = 10_000;

export interface ModelsReport {
  readonly models: number;
  /** were loaded and run */
  readonly ran: number;
  readonly slowestMs: number;
  readonly largestMiB: number;
  /** what broke a promise, by name */
  readonly broken: readonly string[];
}

/** `dist`: folder of the built model server; `count`: of damaged models; `seed`: of the first one. */
export async function tryModels(dist: string, count: number, seed = 1): Promise<ModelsReport> {
  const trials = new ModelTrials(dist);
  const report = { models: 0, ran: 0, slowestMs: 0, largestMiB: 0, broken: [] as string[] };
  try {
    for (const { name, bytes } of modelsToTry(count, seed)) {
      const { said, ms, peakMiB } = await trials.try(bytes);
      report.models += 1;
      report.ran += said === undefined ? 1 : 0;
      report.slowestMs = Math.max(report.slowestMs, ms);
      report.largestMiB = Math.max(report.largestMiB, peakMiB);
      const isKept = ms <= MOST_MS && peakMiB <= MOST_MIB && isSentence(said ?? 'it ran');
      if (!isKept)
        report.broken.push(`${name}: ${Math.round(ms)} ms, ${peakMiB} MiB, ${said ?? ''}`);
    }
    return report;
  } finally {
    trials.close();
  }
}

interface Named {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function* modelsToTry(count: number, seed: number): Generator<Named> {
  yield* REFUSED;
  yield* BOUNDED;
  const exam = new URL('../../tasks/ml1/5-programming/model.onnx', import.meta.url);
  const models = [Uint8Array.from(readFileSync(exam)), model()];
  for (let each = seed; each < seed + count; each += 1) {
    yield { name: `damaged by seed ${each}`, bytes: mutated(models, each) };
  }
}
