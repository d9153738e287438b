import { describe, expect, it } from 'vitest';
import { type CodeRuns, cannotRun } from '../../../src/core/grade/codeRun.ts';
import { rehearse } from '../../../src/core/grade/rehearse.ts';
import { type Rehearsal } from '../../../src/core/grade/rehearsal.ts';
import { type KnownVerdicts } from '../../../src/core/grade/rehearsing.ts';
import { type Verdict } from '../../../src/core/grade/verdict.ts';
import { repeatsOf } from '../../../src/core/grade/rehearseAgain.ts';
import { rehearsalsOfQuestion } from '../../../src/core/grade/rehearsalsOf.ts';
import { questionsOf } from '../../../src/core/taskset/taskSet.ts';
import { smallSet, spoiled } from '../../support/taskSet.ts';

const set = smallSet();
const nothing = cannotRun('not here');

/** Passes every check; the slow example says that its steps are too large. */
function passing(
  onRun: () => Promise<unknown>,
  verdictOf: (run: number) => boolean = () => true,
): CodeRuns {
  let count = 0;
  return {
    ...nothing,
    code: async ({ checks }, { files }) => {
      count += 1;
      const run = count;
      await onRun();
      const isSlow = Object.values(files).some((text) => text.includes('slow'));
      const isRight = !Object.values(files).some((text) => text.includes('skeleton'));
      return {
        ran: true,
        checks: checks.map(({ check }) => ({
          check,
          passed: isRight && verdictOf(run) && !(isSlow && check === 'iterations'),
          message: '',
        })),
        ...(isSlow ? { mistake: 'step-too-large' } : {}),
      };
    },
  };
}

describe('rehearsing a task set', () => {
  it('tells how far it is, up to the last answer', async () => {
    const told: [number, number][] = [];
    await rehearse([set], nothing, { onProgress: (done, of) => told.push([done, of]) });
    expect(told.map(([done]) => done)).toEqual(told.map((_, index) => index + 1));
    expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1]);
  });

  it('runs as many programs side by side as it may, and no more', async () => {
    let now = 0;
    let most = 0;
    const run = passing(async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
    });
    expect((await rehearse([set], run, { concurrency: 2 })).problems).toEqual([]);
    expect(most).toBe(2);
  });

  it('judges nothing that is known, and keeps what nobody complained of', async () => {
    const kept = new Map<string, Verdict>();
    const nameOf = ({ name }: Rehearsal, round: string) => `${round} ${name}`;
    const known: KnownVerdicts = {
      find: (rehearsal, round) => kept.get(nameOf(rehearsal, round)),
      keep: (rehearsal, round, verdict) => kept.set(nameOf(rehearsal, round), verdict),
    };
    const repeat = { seed: 1, what: 'some' } as const;
    const first = await rehearse(
      [set],
      passing(
        () => Promise.resolve(),
        () => false,
      ),
      { known, repeat },
    );
    expect(first.remembered).toBe(0);
    expect(first.problems).not.toEqual([]);
    const names = [...kept.keys()];
    expect(names).not.toEqual([]);
    for (const { message } of first.problems) {
      expect(names.filter((name) => message.startsWith(`${name.slice(6)} `))).toEqual([]);
    }
    let runs = 0;
    const run = passing(() => Promise.resolve(++runs));
    const second = await rehearse([set], run, { known, repeat });
    expect(second).toMatchObject({ problems: [], remembered: names.length });
    const third = await rehearse([set], nothing, { known, repeat });
    expect(third).toMatchObject({ problems: [], notRun: [], cancelled: false });
    expect(runs).toBeGreaterThan(0);
  });

  it('stops where it is cancelled, and says so', async () => {
    const controller = new AbortController();
    const onProgress = (done: number): void => {
      if (done === 3) controller.abort();
    };
    const stopped = await rehearse([set], nothing, { signal: controller.signal, onProgress });
    expect(stopped.cancelled).toBe(true);
    expect((await rehearse([set], nothing)).cancelled).toBe(false);
  });

  it('names a verdict that depends on the order', async () => {
    const repeat = { seed: 1, what: 'all' } as const;
    const steady = passing(() => Promise.resolve());
    expect((await rehearse([set], steady, { repeat })).problems).toEqual([]);
    const fickle = passing(
      () => Promise.resolve(),
      (run) => run <= 3,
    );
    const { problems } = await rehearse([set], fickle, { repeat });
    expect(problems.map(({ message }) => message).join()).toContain('judged twice and not alike');
  });

  it('repeats some answers of every question, in another order', () => {
    const all = questionsOf(set).flatMap((question) => rehearsalsOfQuestion(question));
    const some = repeatsOf(all, { seed: 1, what: 'some' });
    expect(new Set(some.map(({ question }) => question.id)).size).toBe(questionsOf(set).length);
    const again = repeatsOf(all, { seed: 1, what: 'all' });
    expect(new Set(again)).toEqual(new Set(all));
    expect(again).not.toEqual(all);
  });

  it('tries a question that variants share once, and names the variant of the others', async () => {
    const other = { ...smallSet(spoiled('first/task.yaml', 'points: 2', 'points: 2')), variant: 2 };
    const [shared] = set.tasks;
    const tasks = shared === undefined ? [] : [shared, ...other.tasks.slice(1)];
    let count = 0;
    const onProgress = (): void => {
      count += 1;
    };
    await rehearse([set], nothing, { onProgress });
    const alone = count;
    count = 0;
    const { notRun } = await rehearse([set, { ...other, tasks }], nothing, { onProgress });
    expect(count).toBeLessThan(2 * alone);
    expect(notRun.some(({ name }) => name.endsWith('(variant 2)'))).toBe(true);
  });

  it('tries every option of a choice', () => {
    const [choice] = questionsOf(set);
    const rehearsals = choice === undefined ? [] : rehearsalsOfQuestion(choice);
    const [, first] = rehearsals;
    const verdict = { verdict: 'correct', points: 2, maxPoints: 2, feedback: [] } as const;
    expect(first?.complaint(verdict)).toContain('does not show the feedback of its option');
    expect(rehearsals).toHaveLength(3);
  });
});
