/** Takes batches where typical mistakes lead, so that a student's can be named. */
import {
  type BatchEnd,
  type KnownCase,
  type MistakenEnd,
} from '../../core/grade/edits/evidence.ts';
import { mistakenBatches } from '../../core/grade/edits/mistakenBatch.ts';
import { type CheckedModel, Descents, USUAL_RATE } from './descents.ts';

/** Where a descent ends, by everything that it depends on beside the model; worked out where nobody knows yet. */
export type EndsKnown = (name: string, work: () => Promise<number[][]>) => Promise<number[][]>;

interface Making {
  readonly model: CheckedModel;
  /** what was worked out for other programs on the same model */
  readonly endsKnown: EndsKnown;
  readonly iterations: number;
  /** of the changed program */
  readonly text: string;
}

/** On the largest batch: labels and roles mix there, and means show. */
export async function mistakenEnds(
  { model, endsKnown, iterations, text }: Making,
  cases: readonly KnownCase[],
  batches: readonly BatchEnd[],
): Promise<MistakenEnd[]> {
  const place = largest(batches);
  const rows = (batches[place]?.cases ?? []).flatMap((index) => cases[index]?.case ?? []);
  const x = rows.map((row) => row.x);
  const weights = rows.map(({ t }) => t);
  const how = { weights, distance: 1, rate: USUAL_RATE, iterations };
  const made = mistakenBatches(text).map(async ({ mistake, distance, hinge }) => {
    const reductions = { distance, hinge };
    const work = () => new Descents(model, x, reductions).descend(x, how);
    const z = await endsKnown(JSON.stringify([reductions, x, how]), work);
    return { mistake, place, z };
  });
  return await Promise.all(made);
}

function largest(batches: readonly BatchEnd[]): number {
  const sizes = batches.map(({ rows }) => rows.length);
  return sizes.indexOf(Math.max(...sizes));
}
