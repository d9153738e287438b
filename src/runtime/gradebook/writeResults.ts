/**
 * Writes what tells of a graded class: a page and data for each student, tables and statistics for all. The command line
 * and the editor write by the same code, so that it makes no difference who wrote last.
 */

import { changesBetween, type GradeChange } from '../../core/gradebook/changes.ts';
import { type FinalGrade, finalGrade, type Graded } from '../../core/gradebook/finalGrade.ts';
import { type GradeRecord } from '../../core/gradebook/gradeRecord.ts';
import { classFiles, studentFiles } from '../../report/reportFiles.ts';
import { type ReportMaterial } from '../../report/results.ts';
import { type GradedSet } from '../grading/gradedSet.ts';
import { type GradingFolder } from '../grading/gradingFolder.ts';
import { type Pictures, picturesOf } from '../grading/setPictures.ts';
import { readMathsMaterial } from '../reportMaterial.ts';

export interface ClassResults {
  readonly grades: readonly FinalGrade[];
  /** since before the task set was changed; undefined where nothing was graded twice */
  readonly changes: readonly GradeChange[] | undefined;
}

export interface Writing {
  readonly folder: GradingFolder;
  readonly set: GradedSet;
  /** in the order of the tables */
  readonly records: readonly GradeRecord[];
  /** folder of the build */
  readonly dist: string;
}

/** Throws when decisions cannot be read, or a file not be written. */
export async function writeResults(writing: Writing): Promise<ClassResults> {
  const { folder, set, records, dist } = writing;
  const asOf = Date.now();
  const graded: readonly Graded[] = await Promise.all(
    records.map(async (record) => ({
      record,
      decisions: await folder.decisions(record.submission),
    })),
  );
  const pictures = await classPictures(set, records);
  const material = { ...(await readMathsMaterial(dist)), pictures };
  const grades = graded.map((each) => finalGrade(each, set.setOf(each.record.variant)));
  for (const grade of grades) await writeStudent(folder, grade, { set, material, asOf });
  const changes = await changesIn(folder, graded, set);
  for (const { path, content } of classFiles(grades, { set: set.set, changes, material })) {
    await folder.writeReport(path, content, asOf);
  }
  return { grades, changes };
}

interface Made {
  readonly set: GradedSet;
  readonly material: ReportMaterial;
  readonly asOf: number;
}

/** Only where something is newer than the page: typesetting a page takes as long as grading most answers. */
async function writeStudent(
  folder: GradingFolder,
  grade: FinalGrade,
  { set, material, asOf }: Made,
): Promise<void> {
  const { submission, record } = grade;
  const [page, ...sources] = await Promise.all([
    folder.writtenAt(`students/${submission}.html`),
    folder.writtenAt(`records/${submission}.json`),
    folder.writtenAt(`decisions/${submission}.json`),
  ]);
  if (sources.every((time) => time < page)) return;
  for (const { path, content } of studentFiles({
    grade,
    set: set.setOf(record.variant),
    material,
  })) {
    await folder.writeReport(path, content, asOf);
  }
}

/** Of all variants that were had. */
export async function classPictures(
  set: GradedSet,
  records: readonly GradeRecord[],
): Promise<NonNullable<ReportMaterial['pictures']>> {
  const pictures = new Map<number, ReadonlyMap<string, Pictures>>();
  for (const variant of new Set(records.map((record) => record.variant))) {
    pictures.set(variant, await picturesOf(set, set.setOf(variant)));
  }
  return (task, variant) => pictures.get(variant)?.get(task) ?? {};
}

/** What persons decided counts on both sides. */
async function changesIn(
  folder: GradingFolder,
  after: readonly Graded[],
  { setOf }: GradedSet,
): Promise<readonly GradeChange[] | undefined> {
  const before: Graded[] = [];
  for (const { record, decisions } of after) {
    const previous = await folder.previous(record.submission);
    if (previous !== undefined) before.push({ record: previous, decisions });
  }
  if (before.length === 0) return undefined;
  const compared = new Set(before.map(({ record }) => record.submission));
  const regraded = after.filter(({ record }) => compared.has(record.submission));
  return changesBetween(before, regraded, setOf);
}
