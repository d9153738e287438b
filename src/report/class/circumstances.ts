/** With what a class was graded: versions, seeds, and what student programs were shut in with. */

import { type FinalGrade } from '../../core/gradebook/finalGrade.ts';
import { type GradeRecord } from '../../core/gradebook/gradeRecord.ts';
import { brief } from '../../core/printable.ts';
import { type Html, html } from '../html.ts';

const ISOLATION_WORDS: { readonly [I in GradeRecord['isolation']]: string } = {
  bubblewrap: 'bubblewrap',
  permission: 'Node’s permission model only: no protection against hostile programs',
  none: 'nothing: no protection against hostile programs',
};

/** Several values where not all submissions were graded alike. */
export function circumstances(grades: readonly FinalGrade[]): Html {
  const records = grades.map(({ record }) => record);
  const distinct = (valueOf: (record: GradeRecord) => string): string =>
    [...new Set(records.map(valueOf))].map((value) => brief(value, 200)).join('; ') || '–';
  const entries: readonly (readonly [string, string])[] = [
    ['Task set', distinct(({ taskSet, version }) => `${taskSet} ${version}`)],
    ['Content', distinct(({ content }) => content.slice(0, 16))],
    ['Graded by', distinct(({ tool }) => tool)],
    ['Student programs shut in with', distinct(({ isolation }) => ISOLATION_WORDS[isolation])],
    ['Seed of hidden checks', distinct(({ seed }) => seed)],
  ];
  const facts = entries.map(
    ([term, text]) =>
      html`<div>
        <dt>${term}</dt>
        <dd>${text}</dd>
      </div>`,
  );
  return html`<section>
    <h2>How it was graded</h2>
    <div class="card"><dl class="facts">${facts}</dl></div>
  </section>`;
}
