/** Changes to a program, as the lines that went and came, with some of what stands around them. */

import { type EditedLine } from '../../core/program/editedLine.ts';
import { applyEdits } from '../../core/program/applyEdits.ts';
import { baseOf } from '../../core/grade/changedProgram.ts';
import { answersIn } from '../../core/grade/gradeAttempt.ts';
import { type Html, html } from '../html.ts';
import { type AnswerProps, type ShowAnswer } from './answerProps.ts';
import { checkList, checksIn } from './checks.ts';
import { type ListedLine, listing } from './listing.ts';

export const showLines: ShowAnswer<'lines'> = (props) => {
  const { question, graded } = props;
  const checks = checksIn(graded.evidence);
  const told = new Set(checks.map(({ message }) => message));
  return {
    body: html`${changes(props)}${checkList(checks, question.checker.window)}`,
    remarks: graded.feedback.filter((remark) => !told.has(remark)),
  };
};

const WHOSE = {
  own: 'Changes to the student’s own program',
  given: 'Changes to the given program',
};

function changes({ question, answer, result }: AnswerProps<'lines'>): Html {
  const answers = new Map(Object.entries(result.grade.record.answers));
  const program = baseOf(question, answer, answersIn(result.set, answers));
  if (!program.ok)
    return html`<p>${program.error}</p>
      ${bareEdits(answer.edits)}`;
  const { base, files } = program.value;
  const { rows } = applyEdits(files[question.entry.file] ?? '', answer.edits);
  if (answer.edits.length === 0) return html`<p>${WHOSE[base]}: nothing is changed.</p>`;
  return html`<p class="quiet">${WHOSE[base]}</p>
    ${listing('Changed lines', around(rows))}`;
}

/** Where there is no program that they could be shown in. */
function bareEdits(edits: AnswerProps<'lines'>['answer']['edits']): Html {
  const rows = edits.map(({ line, action, text = '' }) => ({
    at: [String(line)],
    sign: action,
    text,
  }));
  return listing('Edits', rows);
}

/** Lines that stay, on each side of a change. */
const AROUND = 3;

const SIGNS = { kept: ' ', added: '+', removed: '−' } as const;

function around(rows: readonly EditedLine[]): ListedLine[] {
  const isNear = near(rows);
  return rows.flatMap((row, index): ListedLine[] => {
    if (isNear[index] === true) return [lineOf(row)];
    return index === 0 || isNear[index - 1] === true ? [GAP] : [];
  });
}

const GAP: ListedLine = { at: ['', ''], sign: '', text: '⋯', name: 'gap' };

function near(rows: readonly EditedLine[]): boolean[] {
  const found = rows.map(() => false);
  rows.forEach(({ kind }, index) => {
    if (kind === 'kept') return;
    found.fill(true, Math.max(0, index - AROUND), index + AROUND + 1);
  });
  return found;
}

function lineOf(row: EditedLine): ListedLine {
  const numbers = [
    row.kind === 'added' ? undefined : row.before,
    row.kind === 'removed' ? undefined : row.after,
  ];
  return {
    at: numbers.map((number) => (number === undefined ? '' : String(number))),
    sign: SIGNS[row.kind],
    text: row.text,
    ...(row.kind === 'kept' ? {} : { name: row.kind }),
  };
}
