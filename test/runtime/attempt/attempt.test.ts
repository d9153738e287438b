import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Verdict } from '../../../src/core/grade/verdict.ts';
import { readAnswer } from '../../../src/core/answer/readAnswer.ts';
import {
  type Attempt,
  type AttemptPlaces,
  openAttempt,
} from '../../../src/runtime/attempt/attempt.ts';
import { readMarker, writeMarker } from '../../../src/runtime/attempt/marker.ts';

const correct: Verdict = { verdict: 'correct', points: 2, maxPoints: 2, feedback: ['Right.'] };

let home: string;
let failures: unknown[];
let opened: Attempt[];
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'attempt-'));
  failures = [];
  opened = [];
});
afterEach(async () => {
  await Promise.all(opened.map((attempt) => attempt.close()));
  await rm(home, { recursive: true, force: true });
});

const open = async (fits?: AttemptPlaces['fits']) => {
  const result = await openAttempt({
    journalFolder: join(home, 'journal'),
    studentFolder: join(home, 'student'),
    taskSet: 'ml1',
    fits,
    onCopyFailed: (error) => failures.push(error),
    readAnswer: (_, copied) => {
      const parsed = readAnswer('choice', copied);
      return parsed.ok ? parsed.value : undefined;
    },
  });
  opened.push(result.attempt);
  return result;
};
const copyPath = () => join(home, 'student', '.exambench', 'answers.json');
const copy = async () => JSON.parse(await readFile(copyPath(), 'utf8')) as unknown;

describe('an attempt', () => {
  it('gives back answers and verdicts after it was closed and opened', async () => {
    const { attempt } = await open();
    await attempt.saveAnswer('1.1', { selected: ['a'] });
    const { revision } = await attempt.saveAnswer('1.1', { selected: ['b'] });
    await attempt.saveVerdict('1.1', revision, correct);
    await attempt.close();

    const { attempt: again } = await open();
    expect(again.question('1.1')).toEqual({
      answer: { selected: ['b'] },
      revision: 2,
      verdict: correct,
    });
    await again.close();
  });

  it('is as good as closed when the process ends without closing it', async () => {
    const { attempt } = await open();
    await attempt.saveAnswer('3c', { text: 'smooth' });
    const { attempt: again } = await open();
    expect(again.question('3c').answer).toEqual({ text: 'smooth' });
  });

  it('sets aside what does not fit an exam that was changed, and loses none of it', async () => {
    const { attempt } = await open();
    await attempt.saveAnswer('1.1', { selected: ['a'] });
    await attempt.saveVerdict('1.1', 1, correct);
    await attempt.saveAnswer('3c', { text: 'smooth' });
    await attempt.close();

    const changed = await open((question) => question !== '1.1');
    expect(changed.setAside).toEqual(['1.1']);
    expect(changed.attempt.question('1.1')).toEqual({ revision: 1 });
    await changed.attempt.saveAnswer('3c', { text: 'rough' });
    await changed.attempt.close();
    const answers = { '1.1': { selected: ['a'] }, '3c': { text: 'rough' } };
    expect(await copy()).toMatchObject({ answers });

    const { attempt: again, setAside } = await open();
    expect(setAside).toEqual([]);
    expect(again.question('1.1')).toMatchObject({ answer: { selected: ['a'] }, verdict: correct });
  });

  it('drops a verdict when the answer has changed since', async () => {
    const { attempt } = await open();
    const { revision } = await attempt.saveAnswer('1.1', { selected: ['a'] });
    await attempt.saveAnswer('1.1', { selected: ['b'] });
    await attempt.saveVerdict('1.1', revision, correct);
    expect(attempt.question('1.1').verdict).toBeUndefined();
    await attempt.close();
  });

  it('keeps the verdict when the same answer is saved once more, also at the same time', async () => {
    const { attempt } = await open();
    const code = { files: { 'a.ts': 'text' } };
    const both = [attempt.saveIfChanged('5a', code), attempt.saveIfChanged('5a', { ...code })];
    const revisions = (await Promise.all(both)).map(({ revision }) => revision);
    expect(revisions).toEqual([1, 1]);
    await attempt.saveVerdict('5a', 1, correct);
    expect((await attempt.saveIfChanged('5a', code)).verdict).toEqual(correct);
    const changed = await attempt.saveIfChanged('5a', { files: { 'a.ts': 'other' } });
    expect(changed).toEqual({ revision: 2, answer: { files: { 'a.ts': 'other' } } });
  });

  it('forgets an answer that was taken back, also after reopening', async () => {
    const { attempt } = await open();
    await attempt.saveAnswer('1.1', { selected: ['a'] });
    await attempt.saveAnswer('1.1', null);
    await attempt.close();
    const { attempt: again } = await open();
    expect(again.question('1.1')).toEqual({ revision: 2 });
    expect(again.answers()).toEqual({});
  });

  it('numbers saves that were not awaited one after the other', async () => {
    const { attempt } = await open();
    const saves = Array.from({ length: 20 }, (_, i) => attempt.saveAnswer('3c', { text: `${i}` }));
    const revisions = (await Promise.all(saves)).map((saved) => saved.revision);
    expect(revisions).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    await attempt.close();
    expect(await copy()).toEqual({ taskSet: 'ml1', answers: { '3c': { text: '19' } } });
  });

  it('restores the answers from the copy when the journal is gone', async () => {
    const { attempt } = await open();
    await attempt.saveAnswer('1.1', { selected: ['a'] });
    await attempt.close();
    await rm(join(home, 'journal'), { recursive: true });

    const { attempt: again, restored } = await open();
    expect(restored).toBe(1);
    expect(again.question('1.1').answer).toEqual({ selected: ['a'] });
    await again.close();
    expect((await open()).restored).toBe(0);
  });

  it('restores what reads as an answer and names what does not', async () => {
    await writeMarker(join(home, 'student'), {
      taskSet: 'ml1',
      version: '1',
      attempt: 'a1',
      variant: 0,
    });
    const answers = { '1.1': { selected: ['a'] }, '1.2': { selected: 'a' }, '1.3': 7 };
    await writeFile(copyPath(), JSON.stringify({ taskSet: 'ml1', answers }));
    const { attempt, restored, unreadable } = await open();
    expect({ restored, unreadable }).toEqual({ restored: 1, unreadable: ['1.2', '1.3'] });
    expect(attempt.answers()).toEqual({ '1.1': { selected: ['a'] } });
  });

  it('refuses a copy that belongs to another task set', async () => {
    await writeMarker(join(home, 'student'), {
      taskSet: 'ml1',
      version: '1',
      attempt: 'a1',
      variant: 0,
    });
    await writeFile(copyPath(), '{"taskSet":"other","answers":{}}');
    await expect(open()).rejects.toThrow('"taskSet" must be "ml1", found "other"');
  });

  it('still saves when only the copy cannot be written, and says so', async () => {
    const { attempt } = await open();
    await writeFile(join(home, 'student'), 'a file in the way');
    await attempt.saveAnswer('1.1', { selected: ['a'] });
    await attempt.close();
    expect(failures).toHaveLength(1);
    await rm(join(home, 'student'));
    expect((await open()).attempt.question('1.1').answer).toEqual({ selected: ['a'] });
  });

  it('lets only the window that opened it last save', async () => {
    const { attempt: older } = await open();
    await older.saveAnswer('1.1', { selected: ['a'] });
    const { attempt: newer } = await open();
    await expect(older.saveAnswer('1.1', { selected: ['c'] })).rejects.toThrow('another window');
    await newer.saveAnswer('1.1', { selected: ['b'] });
    const { attempt: third } = await open();
    expect(third.question('1.1').answer).toEqual({ selected: ['b'] });
  });
});

describe('the marker of a student folder', () => {
  it('is read back as written', async () => {
    const marker = { taskSet: 'ml1', version: '1.0.0', attempt: 'ml1-4f2a', variant: 0 };
    await writeMarker(home, marker);
    expect(await readMarker(home)).toEqual(marker);
  });

  it('is absent from a folder without an exam', async () => {
    expect(await readMarker(home)).toBeUndefined();
  });

  it('cannot name a folder outside its place', async () => {
    await writeMarker(home, { taskSet: 'ml1', version: '1', attempt: '../../etc', variant: 0 });
    await expect(readMarker(home)).rejects.toThrow('"attempt" must match');
  });
});
