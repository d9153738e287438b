import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answer } from '../../../src/core/answer/answer.ts';
import { openAttempt } from '../../../src/runtime/attempt/attempt.ts';
import { gatherAttempt } from '../../../src/runtime/submission/gatherAttempt.ts';
import { packSubmission } from '../../../src/runtime/submission/packSubmission.ts';
import { readSubmission } from '../../../src/runtime/submission/readSubmission.ts';
import { repacked } from '../../support/brokenSubmissions.ts';
import { handingIn, journalOf } from '../../support/submissions.ts';
import { smallSet } from '../../support/taskSet.ts';

const ANSWERS: Readonly<Record<string, Answer>> = {
  '1': { selected: ['a'] },
  '3b': { files: { 'attack.ts': 'export const attack = 1;\n' } },
};
const set = smallSet();

describe('packing a submission', () => {
  it('keeps answers, programs and receipt', async () => {
    const { bytes, receipt, manifest } = await packSubmission(
      handingIn(set, ANSWERS, { student: 'Ada' }),
    );
    const read = await readSubmission(bytes);
    expect(read).toMatchObject({
      ok: true,
      value: { answers: ANSWERS, receipt, manifest, notes: [] },
    });
    expect(read.ok && read.value.code).toEqual({ 'attack.ts': 'export const attack = 1;\n' });
    expect(manifest).toMatchObject({ student: 'Ada', journal: { records: 4 } });
  });

  it('makes the same bytes of the same attempt', async () => {
    const [first, second] = await Promise.all([
      packSubmission(handingIn(set, ANSWERS)),
      packSubmission(handingIn(set, ANSWERS)),
    ]);
    expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
  });

  it('does without a journal, and says so', async () => {
    const { bytes } = await packSubmission(handingIn(set, ANSWERS, { journal: new Map() }));
    const read = await readSubmission(bytes);
    expect(read.ok && read.value.notes).toEqual([expect.stringContaining('no journal')]);
  });

  it('refuses to pack answers that its journal does not hold', async () => {
    const journal = new Map([['journal-a.ndj', journalOf({})]]);
    await expect(packSubmission(handingIn(set, ANSWERS, { journal }))).rejects.toThrow(
      /another answer to "1"/,
    );
  });

  it('shows when an answer was exchanged together with its hashes', async () => {
    const honest = await packSubmission(handingIn(set, ANSWERS));
    const other = await packSubmission(
      handingIn(set, { ...ANSWERS, '1': { selected: ['b'] } }, { journal: new Map() }),
    );
    const taken = await readSubmission(other.bytes);
    const forged = await repacked(honest.bytes, (files) => {
      const manifest: unknown = {
        ...honest.manifest,
        files: { ...honest.manifest.files, 'answers.json': other.manifest.files['answers.json'] },
      };
      const answers = { taskSet: set.id, answers: taken.ok ? taken.value.answers : {} };
      files.set('answers.json', Buffer.from(`${JSON.stringify(answers, undefined, 2)}\n`));
      files.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
    });
    const read = await readSubmission(forged);
    expect(read).toMatchObject({
      ok: false,
      error: {
        cause: 'tampered',
        reason: expect.stringContaining('another answer to "1"') as string,
      },
    });
    expect(!read.ok && read.error.submission?.receipt).not.toBe(honest.receipt);
  });
});

describe('gathering an attempt', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'attempt-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const opened = async () =>
    (
      await openAttempt({
        journalFolder: join(folder, 'journal'),
        studentFolder: folder,
        taskSet: set.id,
        onCopyFailed: () => undefined,
        readAnswer: () => undefined,
      })
    ).attempt;

  it('takes what several windows saved, the latest of each', async () => {
    const first = await opened();
    await first.saveAnswer('1', { selected: ['b'] });
    await first.saveAnswer('2', { selected: ['c'] });
    await first.close();
    const second = await opened();
    await second.saveAnswer('1', { selected: ['a'] });
    await second.saveAnswer('2', null);
    const gathered = await gatherAttempt({
      marker: { taskSet: set.id, version: set.version, attempt: 'small-1', variant: 0 },
      journalFolder: join(folder, 'journal'),
      variant: 0,
      handedIn: '2026-06-01T10:30:00.000Z',
      tool: 'exambench test',
    });
    await second.close();
    expect(gathered.answers).toEqual({ '1': { selected: ['a'] } });
    const { bytes, manifest } = await packSubmission(gathered);
    expect(manifest.journal.records).toBe(4);
    expect(await readSubmission(bytes)).toMatchObject({ ok: true, value: { notes: [] } });
  });
});
