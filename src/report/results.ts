/** What reports are made of: a class as it was graded, and what pages need to look right. */

import { type FinalGrade, type Graded } from '../core/gradebook/finalGrade.ts';
import { type GradeChange } from '../core/gradebook/changes.ts';
import { type TaskSet } from '../core/taskset/taskSet.ts';

/** Files that pages carry in themselves. */
export interface ReportMaterial {
  /** KaTeX's style sheet */
  readonly katexCss: string;
  /** KaTeX's fonts: file name, such as `KaTeX_Main-Regular.woff2`, → base64 */
  readonly fonts: ReadonlyMap<string, string>;
  /** of a task, by the path that its Markdown uses, as data URIs */
  readonly pictures?:
    ((task: string, variant: number) => Readonly<Record<string, string>>) | undefined;
}

export interface Results {
  /** whose questions the columns of tables are; any variant */
  readonly set: TaskSet;
  /** the set in the variant that a student had; without: all had the same */
  readonly setOf?: ((variant: number) => TaskSet) | undefined;
  /** in the order of the tables */
  readonly graded: readonly Graded[];
  /** since the grading before */
  readonly changes?: readonly GradeChange[] | undefined;
  readonly material: ReportMaterial;
}

/** One student's results, with all that a page about them needs. */
export interface StudentResult {
  readonly grade: FinalGrade;
  readonly set: TaskSet;
  readonly material: ReportMaterial;
}

export interface ReportFile {
  /** in the folder of the results, with `/` */
  readonly path: string;
  readonly content: string;
}
