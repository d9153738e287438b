/** The files of a program, with what was found at their lines. */

import { linesOf } from '../../core/program/lines.ts';
import { type Html, html } from '../html.ts';
import { cut } from '../prose.ts';
import { type ShowAnswer } from './answerProps.ts';
import { checkList, checksIn } from './checks.ts';
import { listing } from './listing.ts';

/** In characters; what a code answer may have. */
const LONGEST = 200_000;

export const showCode: ShowAnswer<'code'> = ({ question, answer, graded }) => {
  const checks = checksIn(graded.evidence);
  const messages = [...new Set([...checks.map(({ message }) => message), ...graded.feedback])];
  const files = Object.entries(answer.files).map(([name, text]) => fileView(name, text, messages));
  const told = new Set(checks.map(({ message }) => message));
  return {
    body: html`${files}${checkList(checks, question.checker.window)}`,
    remarks: graded.feedback.filter((remark) => !told.has(remark)),
  };
};

function fileView(name: string, text: string, messages: readonly string[]): Html {
  const found = findingsAt(name, messages);
  const lines = linesOf(cut(text, LONGEST)).map((line, index) => {
    const findings = found.get(index + 1);
    return {
      at: [String(index + 1)],
      text: line,
      findings,
      ...(findings && { name: 'found' as const }),
    };
  });
  return html`<div class="file">
    <code class="name">${cut(name, 200)}</code>${listing(`Program ${cut(name, 200)}`, lines)}
  </div>`;
}

/** Messages name places as `(attack.ts:12:5)`. */
const PLACE = /\b([\w.-]+\.[a-z]{1,3}):(\d{1,6})(?::\d{1,6})?/g;

function findingsAt(name: string, messages: readonly string[]): ReadonlyMap<number, string[]> {
  const found = new Map<number, string[]>();
  for (const message of messages) {
    for (const [, file, line] of message.matchAll(PLACE)) {
      if (file !== name) continue;
      found.set(Number(line), [...(found.get(Number(line)) ?? []), message]);
    }
  }
  return found;
}
