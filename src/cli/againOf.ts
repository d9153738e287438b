/** What `--only` and `--questions` of `exambench grade` ask for again. Throws a UsageError for what there is not. */

import { nearest } from '../core/taskset/nearest.ts';
import { type TaskSet, questionsOf } from '../core/taskset/taskSet.ts';
import { type Again } from '../runtime/grading/pending.ts';
import { type SubmissionFile } from '../runtime/grading/submissionFiles.ts';
import { UsageError } from './command.ts';
import { counted } from './plainText.ts';

interface Asked {
  /** the folder that was looked into */
  readonly submissions: string;
  readonly only: readonly string[] | undefined;
  readonly questions: readonly string[] | undefined;
}

export function againOf(
  { submissions, only, questions }: Asked,
  set: TaskSet,
  found: readonly SubmissionFile[],
): Again {
  if (found.length === 0) {
    throw new UsageError(
      `there is nothing to grade in ${submissions}: no *.zip, *.zip.age or *.json`,
    );
  }
  return {
    only: only && new Set(only.flatMap((text) => namesIn(text, found))),
    questions: questions && questionsIn(questions, set),
  };
}

/** As the option is documented, `3a,5b`, and as tables of other programs list them, `3a 5b`. */
function questionsIn(given: readonly string[], set: TaskSet): readonly string[] {
  const known = questionsOf(set).map(({ id }) => id);
  const ids = given.flatMap((each) => each.split(/[\s,;]+/)).filter((each) => each !== '');
  const stranger = ids.find((id) => !known.includes(id));
  if (stranger === undefined) return ids;
  throw new UsageError(`there is no question '${stranger}'${meant(stranger, known)}`);
}

/** A submission's name, its file's, or several with commas between them. */
function namesIn(text: string, found: readonly SubmissionFile[]): readonly string[] {
  const whole = namedBy(text, found);
  if (whole !== undefined) return [whole];
  const parts = text.split(',').filter((each) => each !== '');
  return parts.map((part) => {
    const name = namedBy(part, found);
    if (name !== undefined) return name;
    const all = counted(found.length, 'submission');
    const known = found.map(({ submission }) => submission);
    const near = meant(part, known);
    throw new UsageError(
      `there is no submission '${part}' among the ${all} that were found${near}`,
    );
  });
}

function namedBy(text: string, found: readonly SubmissionFile[]): string | undefined {
  return found.find(({ submission, file }) => submission === text || file === text)?.submission;
}

function meant(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined ? '' : `; did you mean '${near}'?`;
}
