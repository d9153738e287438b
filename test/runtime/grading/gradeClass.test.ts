import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../../src/core/result.ts';
import { type TaskSet } from '../../../src/core/taskset/taskSet.ts';
import { type ClassGrading, gradeClass } from '../../../src/runtime/grading/gradeClass.ts';
import { blankRecord } from '../../../src/runtime/grading/gradeSubmission.ts';
import { GradingFolder, type GradingHead } from '../../../src/runtime/grading/gradingFolder.ts';
import { type SubmissionJob } from '../../../src/runtime/grading/job.ts';
import { findSubmissions } from '../../../src/runtime/grading/submissionFiles.ts';
import { PoolClosed } from '../../../src/runtime/grading/workerPool.ts';
import { loadTaskSet } from '../../../src/runtime/taskSetFiles.ts';

const HEAD: GradingHead = {
  format: 1,
  taskSet: 'template',
  version: '1.0.0',
  content: 'c',
  seed: 'ab'.repeat(16),
  tool: 'test',
  isolation: 'none',
  started: '2026-06-01T09:00:00.000Z',
};

let root: string;
let folder: GradingFolder;
let set: TaskSet;
let asked: string[] = [];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'grade-class-'));
  folder = new GradingFolder(join(root, 'out'));
  asked = [];
  await mkdir(join(root, 'in'));
  for (const name of ['a', 'b', 'c']) await writeFile(join(root, 'in', `${name}.json`), name);
  const loaded = await loadTaskSet(join(import.meta.dirname, '../../../media/template'));
  if (!loaded.ok) throw new Error('the template has problems');
  set = loaded.value;
});
afterEach(() => rm(root, { recursive: true }));

const pool = {
  grade: (job: SubmissionJob) => {
    asked.push(job.submission);
    const why = { cause: 'ok', reason: 'Graded.' } as const;
    const record = blankRecord({ job, mark: HEAD, begun: 0 }, set, why);
    return Promise.resolve({ ok: true, record } as const);
  },
  close: () => undefined,
};

const submissions = () => findSubmissions(join(root, 'in'));

async function grade(
  found: Awaited<ReturnType<typeof submissions>>,
  by: ClassGrading['pool'] = pool,
): Promise<boolean> {
  const decrypt = () => Promise.resolve(failure('nothing is encrypted'));
  const grading = { set, head: HEAD, folder, pool: by, jobs: 2, again: {}, decrypt };
  return await gradeClass({ ...grading, submissions: found });
}

describe('grading a class', () => {
  it('leaves a file that went away for the next call, and goes on with the others', async () => {
    const found = await submissions();
    await rm(join(root, 'in', 'a.json'));
    expect(await grade(found)).toBe(true);
    expect(asked.toSorted()).toEqual(['b', 'c']);
    expect(await folder.record('a')).toMatchObject({ cause: 'internal', points: 0, questions: {} });
    await writeFile(join(root, 'in', 'a.json'), 'a');
    await grade(await submissions());
    expect(asked.at(-1)).toBe('a');
    expect(await folder.record('a')).toMatchObject({ cause: 'ok' });
  });

  it('keeps what was graded of a file that cannot be read any more', async () => {
    const found = await submissions();
    await grade(found);
    await rm(join(root, 'in', 'a.json'));
    await grade(found);
    expect(await folder.record('a')).toMatchObject({ cause: 'ok' });
    expect(asked).toHaveLength(3);
  });

  it('never reads a file of a size that no honest one has', async () => {
    await truncate(join(root, 'in', 'b.json'), 2 ** 40);
    expect(await grade(await submissions())).toBe(true);
    expect(await folder.record('b')).toMatchObject({ cause: 'not-gradable' });
    expect(asked.toSorted()).toEqual(['a', 'c']);
  });

  it('ends at once, with the reason and with what is still being graded, when the disk is full', async () => {
    class Full extends GradingFolder {
      override keep(): Promise<void> {
        return Promise.reject(new Error('ENOSPC: no space left on device'));
      }
    }
    folder = new Full(join(root, 'out'));
    const ended = new EventTarget();
    const slow = {
      grade: (job: SubmissionJob) => (job.submission === 'a' ? endless(ended) : pool.grade(job)),
      close: () => ended.dispatchEvent(new Event('closed')),
    };
    await expect(grade(await submissions(), slow)).rejects.toThrow('ENOSPC');
    expect(asked).toEqual(['b']);
  });
});

function endless(ended: EventTarget): Promise<never> {
  return new Promise((_, reject) => {
    ended.addEventListener('closed', () => {
      reject(new PoolClosed('the grading was ended'));
    });
  });
}
