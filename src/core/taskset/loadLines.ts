/** Questions about changing a program by line numbers. */

import { applyEdits } from '../program/applyEdits.ts';
import { type LineEdit } from '../answer/answer.ts';
import { checkWindow } from './checkWindow.ts';
import { type LinesExample } from './linesQuestion.ts';
import { type Problem } from './problem.ts';
import { type Source, expectSum, loadCommon, refuseRepeats } from './questionSource.ts';
import { type QuestionOf, type TaskSet, questionsOf } from './taskSet.ts';
import { type Path } from './yamlText.ts';

export function loadLines(source: Source<'lines'>): QuestionOf<'lines'> {
  const { authored, path, files } = source;
  const { program, entry, checker, checks, reference } = authored;
  // a students' copy need not have it
  const given = authored.given === '' ? '' : files.text([...path, 'given'], authored.given);
  checkChecks(source);
  checkWindow(source, checker.window);
  refuseEdits(source, ['reference'], { text: given, edits: reference });
  return {
    ...loadCommon(source),
    kind: 'lines',
    program,
    entry,
    given,
    model: files.model([...path, 'model'], authored.model),
    checker,
    checks,
    reference,
    examples: loadExamples(source),
  };
}

function checkChecks(source: Source<'lines'>): void {
  const { checks } = source.authored;
  const names = checks.map(({ check }) => check);
  refuseRepeats(source, ['checks', 'check'], names);
  expectSum(
    source,
    'checks',
    checks.map(({ points }) => points),
  );
  checks.forEach(({ with: other }, index) => {
    if (other !== undefined && !names.includes(other)) {
      const at = [...source.path, 'checks', index, 'with'];
      source.files.complain(at, `expected one of checks: ${names.join(', ')}`);
    }
  });
}

interface Edited {
  readonly text: string;
  readonly edits: readonly LineEdit[];
}

/** An author's edits have to be possible. */
function refuseEdits({ path, files }: Source<'lines'>, at: Path, { text, edits }: Edited): void {
  for (const { edit, message } of applyEdits(text, edits).complaints) {
    files.complain([...path, ...at, edit], message);
  }
}

function loadExamples({ authored, path, files }: Source<'lines'>): LinesExample[] {
  return (authored.examples ?? []).map(({ file, ...example }, index) => {
    const at = [...path, 'examples', index];
    const own = file === undefined ? undefined : files.text([...at, 'file'], file);
    return { ...example, at: files.placeOf(at), ...(own === undefined ? {} : { own }) };
  });
}

/** Questions that change the answer to a question which is no program, or one with another file. */
export function strayChanges(set: TaskSet): Problem[] {
  const questions = new Map(questionsOf(set).map((question) => [question.id, question]));
  return [...questions.values()].flatMap((question) => {
    if (question.kind !== 'lines') return [];
    const changed = questions.get(question.program);
    const { file } = question.entry;
    if (changed?.kind === 'code' && Object.hasOwn(changed.files, file)) return [];
    const found =
      changed === undefined ? 'there is none' : `question ${changed.id} is of kind ${changed.kind}`;
    const message = `program: expected a code question '${question.program}' with a file ${file}, but ${changed?.kind === 'code' ? `it has ${Object.keys(changed.files).join(', ')}` : found}`;
    return [{ ...question.at, message }];
  });
}
