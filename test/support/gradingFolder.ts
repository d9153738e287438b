/** The folder of a grading as `exambench grade` leaves it, of the bundled exam: made in a moment, of as many as wanted. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GradeRecord } from '../../src/core/gradebook/gradeRecord.ts';
import { type GradedSet, gradedFolder } from '../../src/runtime/grading/gradedSet.ts';
import {
  GradingFolder,
  type GradingHead,
  setPlace,
} from '../../src/runtime/grading/gradingFolder.ts';
import { EMPTY_RECORD, gradedClass } from './gradedRecords.ts';

const EXAM = join(import.meta.dirname, '../../tasks/ml1');

export interface GradedFolder {
  readonly path: string;
  readonly set: GradedSet;
  readonly head: GradingHead;
  /** in the order of the tables */
  readonly records: readonly GradeRecord[];
  readonly remove: () => Promise<void>;
}

/** So many are different; further ones are the same with other names. The last of them could not be read. */
const DIFFERENT = 9;

let made:
  Promise<{ readonly set: GradedSet; readonly records: readonly GradeRecord[] }> | undefined;

/** Once for all tests of a file: grading takes longer than all of them. */
async function gradedOnce() {
  const set = await gradedFolder(EXAM);
  const students = await gradedClass(set.set, DIFFERENT - 1, 2);
  const broken: GradeRecord = {
    ...{ ...EMPTY_RECORD, taskSet: set.set.id, cause: 'not-gradable' },
    reason: 'manifest.json: expected JSON, found the end of the file',
  };
  return { set, records: [...students.map(({ record }) => record), broken] };
}

/** Nobody has decided anything yet. */
export async function gradedExam(count: number): Promise<GradedFolder> {
  made ??= gradedOnce();
  const { set, records: different } = await made;
  const path = await mkdtemp(join(tmpdir(), 'graded-'));
  const records = Array.from({ length: count }, (_, index): GradeRecord => {
    const submission = `hopper-${String(index + 1).padStart(3, '0')}`;
    const student = { student: `Grace Hopper ${index + 1}` };
    const record = different[index % DIFFERENT] ?? EMPTY_RECORD;
    return { ...record, ...student, submission, content: set.content };
  });
  const { id: taskSet, version } = set.set;
  const head: GradingHead = {
    ...{ format: 1, taskSet, version, content: set.content, seed: '5eed'.repeat(8) },
    ...{ tool: 'exambench test', isolation: 'bubblewrap', started: '2026-06-01T09:00:00.000Z' },
    ...{ set: setPlace(path, EXAM), submissions: records.map(({ submission }) => submission) },
  };
  await new GradingFolder(path).writeHead(head);
  await mkdir(join(path, 'records'));
  for (const record of records) {
    await writeFile(join(path, 'records', `${record.submission}.json`), JSON.stringify(record));
  }
  const remove = (): Promise<void> => rm(path, { recursive: true, force: true });
  return { path, set, head, records, remove };
}
