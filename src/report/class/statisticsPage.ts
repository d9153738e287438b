/** The page of a class: totals, students, questions, and what a person still has to look at. */

import { type GradeChange, type QuestionState } from '../../core/gradebook/changes.ts';
import { FEWEST } from '../../core/gradebook/figures.ts';
import { type FinalGrade } from '../../core/gradebook/finalGrade.ts';
import { type ClassStatistics, statisticsOf } from '../../core/gradebook/statistics.ts';
import { type TaskSet } from '../../core/taskset/taskSet.ts';
import { brief } from '../../core/printable.ts';
import { type Html, html } from '../html.ts';
import { pageText } from '../page.ts';
import { type ReportMaterial } from '../results.ts';
import { nameOf } from '../student/studentPage.ts';
import { classStyle } from '../style/classStyle.ts';
import { SUBMISSION_WORDS, VERDICT_WORDS, counted, decimal, pointsText } from '../words.ts';
import { histogramPlot } from './bars.ts';
import { termed } from '../termed.ts';
import { figureText, questionPanel } from './questionPanel.ts';
import { SORTING, SORTING_HASH } from './sorting.ts';
import { studentsTable } from './studentsTable.ts';
import { circumstances } from './circumstances.ts';

interface Class {
  readonly grades: readonly FinalGrade[];
  readonly set: TaskSet;
  readonly changes?: readonly GradeChange[] | undefined;
  readonly material: ReportMaterial;
}

export function statisticsPage({ grades, set, changes, material }: Class): string {
  const statistics = statisticsOf(grades, set);
  const body = html`<main>
    <header>
      <h1>${set.title}</h1>
      <p class="quiet">Results of ${counted(grades.length, 'submission')}</p>
      ${tiles(statistics)}
    </header>
    ${totals(statistics, set)}${waiting(grades)}${failed(grades)}${noted(grades)}${changed(changes, grades)}
    <section>
      <h2>Students</h2>
      ${studentsTable(grades, set)}
    </section>
    <section>
      <h2>Questions</h2>
      <p class="quiet">
        Difficulty is the mean share of the points; discrimination the correlation with the points
        of all other questions, over complete submissions, of which it takes ${FEWEST}.
      </p>
      <div class="questions">${statistics.questions.map(questionPanel)}</div>
    </section>
    ${circumstances(grades)}
  </main>`;
  const script = { text: SORTING, hash: SORTING_HASH };
  const title = `Results – ${set.title}`;
  // the words of this page are the program's, not the set's
  return pageText({ title, language: 'en', body, style: classStyle, script, material });
}

function tiles({ submissions, standings, totals: spread, alpha }: ClassStatistics): Html {
  const count = (standing: 'final' | 'open' | 'not-gradable') => standings.get(standing) ?? 0;
  const entries: readonly (readonly [string, string])[] = [
    ['Submissions', String(submissions)],
    ['Complete', String(count('final'))],
    ['Wait for a person', String(count('open'))],
    ['Could not be graded', String(count('not-gradable'))],
    ['Mean of complete', spread === undefined ? '–' : decimal(spread.mean, 1)],
    ['Median', spread === undefined ? '–' : decimal(spread.median, 1)],
    [
      'Standard deviation',
      spread === undefined || spread.count < 2 ? '–' : decimal(spread.deviation, 1),
    ],
  ];
  const reliability = html`<div>
    <dt>Reliability (Cronbach’s α)</dt>
    <dd>${'value' in alpha ? decimal(alpha.value) : html`<small>${figureText(alpha)}</small>`}</dd>
  </div>`;
  return html`<dl class="tiles">${termed(entries)}${reliability}</dl>`;
}

function totals({ histogram, totals: spread }: ClassStatistics, set: TaskSet): Html {
  const plot = { label: 'Complete submissions by points', counts: histogram, most: set.points };
  return html`<section class="total">
    <h2>Points of complete submissions</h2>
    <div class="card">
      ${spread === undefined ? html`<p class="quiet">No submission is complete yet.</p>` : histogramPlot(plot)}
    </div>
  </section>`;
}

const linkTo = (grade: FinalGrade, anchor = ''): Html =>
  html`<a
    href="students/${grade.submission}.html${anchor}"
    title="${brief(grade.record.file ?? grade.submission, 200)}"
    ><bdi>${nameOf(grade)}</bdi></a
  >`;

function waiting(grades: readonly FinalGrade[]): Html | undefined {
  const open = grades.filter(({ standing }) => standing === 'open');
  if (open.length === 0) return undefined;
  const items = open.map((grade) => {
    const questions = grade.open.map((id, index) => {
      const verdict = grade.questions.get(id)?.verdict ?? 'not-run';
      return html`${index > 0 && ', '}${id} <span class="quiet">(${VERDICT_WORDS[verdict]})</span>`;
    });
    return html`<li>${linkTo(grade)}: ${questions}</li>`;
  });
  return html`<section>
    <h2>Waits for a person</h2>
    <div class="card long" tabindex="0" role="region" aria-label="Waits for a person">
      <p><strong>${waitingCounts(open)}</strong></p>
      <ul class="waiting">
        ${items}
      </ul>
    </div>
  </section>`;
}

/** Which question in how many submissions, the most frequent first: where to begin. */
function waitingCounts(grades: readonly FinalGrade[]): string {
  const counts = new Map<string, number>();
  for (const id of grades.flatMap(({ open }) => open)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const sorted = [...counts].toSorted(([, a], [, b]) => b - a);
  return sorted.map(([id, count]) => `${id}: ${count}`).join(', ');
}

/** As a whole, or in doubt. */
function failed(grades: readonly FinalGrade[]): Html | undefined {
  const found = grades.filter(({ record: { cause, reason } }) => cause !== 'ok' || reason);
  const items = found.map((grade) => {
    const { cause, reason } = grade.record;
    return html`<li>
      ${linkTo(grade)} ${SUBMISSION_WORDS[cause]}. ${reason !== undefined && brief(reason, 600)}
    </li>`;
  });
  return listed('Could not be graded, or is in doubt', items);
}

/** What cost nothing, but may be a slip. */
function noted(grades: readonly FinalGrade[]): Html | undefined {
  const items = grades.flatMap((grade) => {
    const { notes = [] } = grade.record;
    return notes.length === 0
      ? []
      : [html`<li>${linkTo(grade)}: ${brief(notes.join(' '), 600)}</li>`];
  });
  return listed('Notes', items);
}

function listed(title: string, items: readonly Html[]): Html | undefined {
  return items.length === 0
    ? undefined
    : html`<section>
        <h2>${title}</h2>
        <div class="card long" tabindex="0" role="region" aria-label="${title}">
          <ul class="failed">
            ${items}
          </ul>
        </div>
      </section>`;
}

function changed(
  changes: readonly GradeChange[] | undefined,
  grades: readonly FinalGrade[],
): Html | undefined {
  if (changes === undefined) return undefined;
  const bySubmission = new Map(grades.map((grade) => [grade.submission, grade]));
  const rows = changes.map(({ submission, question, before, after, maxPoints }) => {
    const grade = bySubmission.get(submission);
    return html`<tr>
      <th scope="row" class="name">${grade ? linkTo(grade, `#q-${question}`) : submission}</th>
      <td>${question}</td>
      <td>${stateText(before)}</td>
      <td>${stateText(after)}</td>
      <td class="number">${pointsText(maxPoints)}</td>
    </tr>`;
  });
  return html`<section>
    <h2>Changed by grading anew</h2>
    <div class="card wide" tabindex="0" role="region" aria-label="Changes">
      ${
        rows.length === 0
          ? html`<p>No grade changed.</p>`
          : html`<table>
              <thead>
                <tr>
                  <th scope="col">Student</th>
                  <th scope="col">Question</th>
                  <th scope="col">Before</th>
                  <th scope="col">After</th>
                  <th scope="col" class="number">Of</th>
                </tr>
              </thead>
              <tbody>
                ${rows}
              </tbody>
            </table>`
      }
    </div>
  </section>`;
}

const stateText = (state: QuestionState | undefined): string =>
  state === undefined
    ? 'not graded'
    : `${VERDICT_WORDS[state.verdict]}, ${state.settled ? pointsText(state.points) : 'open'}`;
