/**
 * In which order the answers to one question are graded, and the numbers by which they are known without names: both look
 * random, are others for each question, and stay the same whoever opens the grading.
 */
import { createHash } from 'node:crypto';

export interface Placed {
  /** below 2^48 */
  readonly key: number;
  readonly submission: string;
}

/** @param seed of the grading */
export function gradingOrder(
  seed: string,
  question: string,
  submissions: readonly string[],
): readonly Placed[] {
  const taken = new Set<number>();
  const placed = submissions.toSorted().map((submission) => {
    let key = hashed(JSON.stringify([seed, question, submission]));
    while (taken.has(key)) key += 1;
    taken.add(key);
    return { key, submission };
  });
  return placed.toSorted((a, b) => a.key - b.key);
}

const hashed = (text: string): number =>
  createHash('sha256').update(text).digest().readUIntBE(0, 6);
