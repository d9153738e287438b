/** All students with the points of every question. */

import { type FinalGrade, type FinalQuestion } from '../../core/gradebook/finalGrade.ts';
import { type TaskSet, questionsOf } from '../../core/taskset/taskSet.ts';
import { type Html, html } from '../html.ts';
import { nameOf } from '../student/studentPage.ts';
import { STANDING_WORDS, outcomeOf, pointsText } from '../words.ts';

export function studentsTable(grades: readonly FinalGrade[], set: TaskSet): Html {
  const ids = questionsOf(set).map(({ id }) => id);
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
        ${grades.map((grade) => row(grade, ids))}
      </tbody>
    </table>
  </div>`;
}

function row(grade: FinalGrade, ids: readonly string[]): Html {
  const { submission, standing, points } = grade;
  const total = standing === 'not-gradable' ? undefined : points;
  return html`<tr>
    <th scope="row" class="name">
      <a href="students/${submission}.html"><bdi>${nameOf(grade)}</bdi></a>
    </th>
    <td>${STANDING_WORDS[standing]}</td>
    <td class="number" data-key="${total ?? ''}">
      ${total === undefined ? '–' : pointsText(total)}
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
