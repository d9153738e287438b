import { beforeAll, describe, expect, it } from 'vitest';
import { type TaskSet } from '../../../src/core/taskset/taskSet.ts';
import { readSubmission } from '../../../src/runtime/submission/readSubmission.ts';
import { loadTaskSet } from '../../../src/runtime/taskSetFiles.ts';
import { BREAKAGES } from '../../support/brokenSubmissions.ts';
import { classOf, type Handed, submissionOf } from '../../support/submissions.ts';

let set: TaskSet;
let students: Handed[];
beforeAll(async () => {
  const loaded = await loadTaskSet('tasks/ml1');
  if (!loaded.ok) throw new Error('the exam must load');
  set = loaded.value;
  students = await classOf(set, 60);
});

async function causeOf(bytes: Uint8Array): Promise<string> {
  const read = await readSubmission(bytes);
  return read.ok ? 'ok' : read.error.cause;
}

describe('reading the submissions of a class', () => {
  it('says of every student what became of the file', async () => {
    const found = await Promise.all(students.map(({ bytes }) => causeOf(bytes)));
    expect(found).toEqual(students.map(({ cause }) => cause));
    expect(new Set(students.map(({ profile }) => profile)).size).toBe(5);
  });

  it('gives back what whole submissions hold', async () => {
    for (const { bytes, answers } of students.filter(({ cause }) => cause === 'ok')) {
      const read = await readSubmission(bytes);
      const meant: unknown = JSON.parse(JSON.stringify(answers));
      expect(read.ok && read.value.answers).toEqual(meant);
      expect(read.ok && read.value.notes).toEqual([]);
    }
  });

  it.each(Object.entries(BREAKAGES))('tells a submission that is broken: %s', async (_, broken) => {
    const whole = await submissionOf(
      set,
      students.find(({ profile }) => profile === 'right')?.answers ?? {},
    );
    const read = await readSubmission(await broken.of(whole));
    expect(read.ok ? 'ok' : read.error.cause).toBe(broken.cause);
    expect(read.ok ? '.' : read.error.reason).toMatch(/\.$/);
  });
});
