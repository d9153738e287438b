/** What a submission holds, for persons and for other programs. Every word of it may be a stranger's. */

import { brief } from '../core/printable.ts';
import { type Result } from '../core/result.ts';
import { shortAnswer } from '../core/submission/shortAnswer.ts';
import {
  type HandedInFile,
  type Submission,
  type SubmissionProblem,
} from '../runtime/submission/submission.ts';
import { counted, printable } from './plainText.ts';

type Read = Result<Submission, SubmissionProblem>;

export function submissionText(read: Read): string {
  const held = read.ok ? read.value : read.error.submission;
  const blocks = [
    ...(held === undefined ? [] : [facts(held), files(held), answers(held), notes(held)]),
    read.ok ? ['It is whole.'] : problem(read.error),
  ];
  const text = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${printable(text.join('\n\n'))}\n`;
}

function facts({ manifest, receipt }: Submission): string[] {
  const { taskSet, version, variant, student, attempt, handedIn, tool, journal } = manifest;
  const which = variant === 0 ? '' : `, variant ${variant}`;
  const entries: readonly (readonly [string, string])[] = [
    ['Task set', `${taskSet} ${version}${which}`],
    ['Student', student ?? 'does not say'],
    ['Receipt', receipt],
    ['Handed in', `${handedIn}, by the student's clock`],
    ['Attempt', attempt],
    ['Journal', counted(journal.records, 'record')],
    ['Written by', tool],
  ];
  return entries.map(([name, text]) => `${name.padEnd(10)}  ${brief(text, 200)}`);
}

const STATES: { readonly [S in HandedInFile['state']]: string } = {
  same: 'as handed in',
  changed: 'CHANGED',
  missing: 'MISSING',
  added: 'ADDED',
};

/** More are told by their number; what is not as it was is always shown. */
const MOST_FILES = 40;

function files({ files: all }: Submission): string[] {
  const shown = all.filter(({ state }, index) => index < MOST_FILES || state !== 'same');
  const rows = shown.map(({ path, size, state }) => {
    const bytes = size === undefined ? '' : `${size} B`;
    return `  ${STATES[state].padEnd(12)} ${bytes.padStart(12)}  ${brief(path, 200)}`;
  });
  const more = all.length - shown.length;
  return ['Files:', ...rows, ...(more === 0 ? [] : [`  ${more} more, as handed in`])];
}

const MOST_ANSWERS = 200;

function answers({ answers: given }: Submission): string[] {
  const entries = Object.entries(given);
  if (entries.length === 0) return ['No answers.'];
  const rows = entries
    .slice(0, MOST_ANSWERS)
    .map(([id, answer]) => `  ${brief(id, 40).padEnd(6)} ${shortAnswer(answer)}`);
  const more = entries.length - rows.length;
  return ['Answers:', ...rows, ...(more === 0 ? [] : [`  ${more} more`])];
}

const notes = ({ notes: told }: Submission): string[] =>
  told.length === 0 ? [] : ['Notes:', ...told.map((note) => `  ${note}`)];

const CAUSES: { readonly [C in SubmissionProblem['cause']]: string } = {
  'not-gradable': 'It cannot be graded',
  tampered: 'It was changed after handing in, or is not what it says',
};

const problem = ({ cause, reason }: SubmissionProblem): string[] => [`${CAUSES[cause]}:`, reason];

/** Without the programs, which are in the answers. */
export function submissionJson(read: Read): string {
  const held = read.ok ? read.value : read.error.submission;
  const found = read.ok ? undefined : { cause: read.error.cause, reason: read.error.reason };
  const told = {
    whole: read.ok,
    problem: found,
    receipt: held?.receipt,
    manifest: held?.manifest,
    files: held?.files,
    answers: held?.answers,
    notes: held?.notes,
  };
  return `${JSON.stringify(told, undefined, 2)}\n`;
}
