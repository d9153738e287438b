/** All files that tell of a graded class, one after the other, so that large classes need not be held as text. */

import { type FinalGrade, finalGrade } from '../core/gradebook/finalGrade.ts';
import { statisticsPage } from './class/statisticsPage.ts';
import { changesTable } from './files/changesTable.ts';
import { gradesTable } from './files/grades.ts';
import { gradescopeResults } from './files/gradescope.ts';
import { junitReport } from './files/junit.ts';
import { studentData } from './files/studentData.ts';
import { type ReportFile, type Results, type StudentResult } from './results.ts';
import { studentPage } from './student/studentPage.ts';

/** First every student's, then the class's. */
function* reportFiles(results: Results): Generator<ReportFile> {
  const grades: FinalGrade[] = [];
  for (const graded of results.graded) {
    const set = results.setOf?.(graded.record.variant) ?? results.set;
    const grade = finalGrade(graded, set);
    grades.push(grade);
    yield* studentFiles({ grade, set, material: results.material });
  }
  yield* classFiles(grades, results);
}

export function reportsOf(results: Results): ReadonlyMap<string, string> {
  return new Map(Array.from(reportFiles(results), ({ path, content }) => [path, content]));
}

/** Of one student alone, as after a person decided something. */
export function* studentFiles(result: StudentResult): Generator<ReportFile> {
  const name = fileName(result.grade.submission);
  yield { path: `students/${name}.html`, content: studentPage(result) };
  yield { path: `students/${name}.json`, content: studentData(result.grade) };
  yield { path: `gradescope/${name}/results.json`, content: gradescopeResults(result) };
}

/** @param grades of the whole class, in the order of the tables */
export function* classFiles(
  grades: readonly FinalGrade[],
  { set, changes, material }: Omit<Results, 'graded'>,
): Generator<ReportFile> {
  yield { path: 'grades.csv', content: gradesTable(grades, set) };
  yield { path: 'junit.xml', content: junitReport(grades, set) };
  yield { path: 'statistics.html', content: statisticsPage({ grades, set, changes, material }) };
  if (changes === undefined) return;
  yield { path: 'changes.csv', content: changesTable(changes) };
  yield { path: 'changes.json', content: `${JSON.stringify(changes, undefined, 2)}\n` };
}

/**
 * Submissions come with such names; whoever calls with others gets no path that leads elsewhere. @throws {Error}
 */
function fileName(submission: string): string {
  if (/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(submission)) return submission;
  throw new Error(
    `expected a submission's name of A-Z a-z 0-9 . _ -, found ${JSON.stringify(submission.slice(0, 80))}`,
  );
}
