/** Judges many answers: programs several at a time, since they run elsewhere, and the others between them. */

import { type Rehearsal } from './rehearsal.ts';
import { type Rehearsing } from './rehearsing.ts';
import { type Verdict } from './verdict.ts';

export interface Judging {
  readonly trial: Pick<Rehearsal, 'question'>;
  /** what it came to before: it is not judged then */
  readonly known?: Verdict | undefined;
  readonly judge: () => Promise<Verdict>;
}

/** One verdict each, in order; undefined for what was not reached. */
export async function sideBySide(
  judgings: readonly Judging[],
  { concurrency = 1, onProgress, signal, pause = noPause }: Rehearsing,
): Promise<(Verdict | undefined)[]> {
  const verdicts = judgings.map(({ known }) => known);
  const places = judgings.flatMap(({ known }, place) => (known === undefined ? [place] : []));
  let done = judgings.length - places.length;
  const lane = async (queue: number[]): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      await pause();
      if (signal?.aborted === true) return;
      verdicts[next] = await judgings[next]?.judge();
      done += 1;
      onProgress?.(done, judgings.length);
    }
  };
  const programs = places.filter((place) => runsProgram(judgings[place]));
  const others = places.filter((place) => !runsProgram(judgings[place]));
  const lanes = Array.from({ length: concurrency }, () => lane(programs));
  await Promise.all([...lanes, lane(others)]);
  return verdicts;
}

const noPause = (): Promise<void> => Promise.resolve();

function runsProgram(judging: Judging | undefined): boolean {
  const kind = judging?.trial.question.kind;
  return kind === 'code' || kind === 'lines';
}
