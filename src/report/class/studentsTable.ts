/** All students with the points of every question. */

import { type FinalGrade, type FinalQuestion } from '../../core/gradebook/finalGrade.ts';
import { brief } from '../../core/printable.ts';
import { type TaskSet, questionsOf } from '../../core/taskset/taskSet.ts';
import { type Html, html } from '../html.ts';
import { nameOf } from '../student/studentPage.ts';
import { STANDING_WORDS, outcomeOf, pointsText } from '../words.ts';

export function studentsTable(grades: readonly FinalGrade[], set: TaskSet): Html {
  const ids = questionsOf(set).map(({ id }) => id);
  const shared = sharedNames(grades);
  const heads = ['Student', 'State', 'Points', ...ids].map(
    (name, column) =>
      html`<th scope="col" class="${column > 1 ? 'number' : ''}">
        <button type="button">${name}</button>
      </th>`,
  );
  return html`<div class="card wide" tabindex="0" role="region" aria-label="Students">
    <table class="students">
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${grades.map((grade) => row(grade, { ids, isShared: shared.has(nameOf(grade)) }))}
      </tbody>
    </table>
  </div>`;
}

/** Of who handed in more than once, or calls themselves as another one does: files tell them apart. */
function sharedNames(grades: readonly FinalGrade[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const names = grades.map(nameOf);
  return new Set(names.filter((name) => seen.size === seen.add(name).size));
}

interface Row {
  readonly ids: readonly string[];
  readonly isShared: boolean;
}

function row(grade: FinalGrade, { ids, isShared }: Row): Html {
  const { submission, standing, points, record } = grade;
  const total = standing === 'not-gradable' ? undefined : points;
  return html`<tr>
    <th scope="row" class="name">
      <a href="students/${submission}.html"><bdi>${nameOf(grade)}</bdi></a
      >${isShared && html`<br /><bdi class="quiet">${brief(record.file ?? submission, 120)}</bdi>`}
    </th>
    <td>${STANDING_WORDS[standing]}</td>
    <td class="number" data-key="${total ?? ''}">
      ${total === undefined ? '–' : pointsText(total)}${standing === 'open' && html` <span class="quiet">so far</span>`}
    </td>
    ${ids.map((id) => cell(grade.questions.get(id)))}
  </tr>`;
}

function cell(question: FinalQuestion | undefined): Html {
  if (question?.settled !== true)
    return html`<td
      class="number quiet"
      data-key=""
      title="${question ? outcomeOf(question).words : ''}"
    >
      –
    </td>`;
  const { points, maxPoints } = question;
  const name = points >= maxPoints ? 'full' : points > 0 ? 'part' : 'none';
  return html`<td class="number ${name}" data-key="${points}">${pointsText(points)}</td>`;
}
