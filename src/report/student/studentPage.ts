/** The page of one student: what was asked, what was answered, what it earned and why. */

import { type FinalGrade } from '../../core/gradebook/finalGrade.ts';
import { type Task, questionsOf } from '../../core/taskset/taskSet.ts';
import { brief } from '../../core/printable.ts';
import { type Html, html } from '../html.ts';
import { pageText } from '../page.ts';
import { prose } from '../prose.ts';
import { type StudentResult } from '../results.ts';
import { studentStyle } from '../style/studentStyle.ts';
import { termed } from '../termed.ts';
import {
  SIGNS,
  STANDING_WORDS,
  SUBMISSION_WORDS,
  counted,
  outcomeOf,
  pointsText,
  timeText,
} from '../words.ts';
import { questionCard } from './questionCard.ts';

/** In characters, of names that others chose. */
const LONGEST_NAME = 120;

export function studentPage(result: StudentResult): string {
  const { grade, set, material } = result;
  const name = nameOf(grade);
  const body = html`<main>
    <header>
      <h1><bdi>${name}</bdi></h1>
      <p class="quiet">${set.title}${set.variant > 0 && html`, variant ${set.variant}`}</p>
      ${sum(grade)}${facts(grade)}${trouble(grade)}
    </header>
    ${overview(result)}
    ${set.tasks.filter(({ questions }) => questions.length > 0).map((task) => taskSection(task, result))}
    ${closing(grade)}
  </main>`;
  const title = `${name} – ${set.title}`;
  return pageText({ title, language: set.language, body, style: studentStyle, material });
}

/** As the student says, else by the file as it was handed in: names of submissions have lost what file names may not have. */
export const nameOf = ({ record: { student, file, submission } }: FinalGrade): string =>
  brief(student ?? file?.replace(/\.(?:zip|zip\.age|json)$/i, '') ?? submission, LONGEST_NAME);

function sum({ standing, points, maxPoints, open, questions }: FinalGrade): Html {
  if (standing === 'not-gradable') return html`<p class="sum"><strong>not graded</strong></p>`;
  const waiting = open.reduce((total, id) => total + (questions.get(id)?.maxPoints ?? 0), 0);
  return html`<p class="sum">
    <strong>${pointsText(points)} of ${counted(maxPoints, 'point')}</strong>
    ${open.length > 0 && html`<span class="mixed">${counted(open.length, 'question')} (${counted(waiting, 'point')}) still open</span>`}
  </p>`;
}

function facts({ record, standing }: FinalGrade): Html {
  const { submission, file, receipt, handedIn, student } = record;
  const entries: readonly (readonly [string, string | undefined])[] = [
    ['Receipt', receipt],
    ['Handed in', handedIn && timeText(handedIn)],
    ['File', student === undefined ? undefined : (file ?? submission)],
    ['State', STANDING_WORDS[standing]],
  ];
  const shown = entries.flatMap(([term, text]) =>
    text === undefined ? [] : [[term, brief(text, LONGEST_NAME)]],
  );
  return html`<dl class="facts">${termed(shown)}</dl>`;
}

function trouble({ record: { cause, reason, notes = [] } }: FinalGrade): Html | undefined {
  if (cause === 'ok' && reason === undefined && notes.length === 0) return undefined;
  const said = cause === 'ok' ? undefined : `This submission ${SUBMISSION_WORDS[cause]}.`;
  return html`<div class="note">
    ${said !== undefined && html`<p><strong>${said}</strong> ${reason !== undefined && brief(reason, 1000)}</p>`}
    ${notes.slice(0, MOST_NOTES).map((note) => html`<p>${brief(note, 400)}</p>`)}
  </div>`;
}

const MOST_NOTES = 30;

function overview({ grade, set }: StudentResult): Html {
  const rows = questionsOf(set).map(({ id, title }) => {
    const graded = grade.questions.get(id);
    if (graded === undefined) return undefined;
    const { words, tone } = outcomeOf(graded);
    return html`<tr>
      <th scope="row"><a href="#q-${id}">${id}</a></th>
      <td>${title}</td>
      <td>
        <span class="${tone}"><span aria-hidden="true">${SIGNS[tone]}</span> ${words}</span>
      </td>
      <td class="number">
        ${graded.settled ? pointsText(graded.points) : '–'} / ${pointsText(graded.maxPoints)}
      </td>
    </tr>`;
  });
  return html`<section class="card wide" aria-label="All questions" tabindex="0">
    <table class="overview">
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col">Title</th>
          <th scope="col">Result</th>
          <th scope="col" class="number">Points</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </section>`;
}

function taskSection(task: Task, result: StudentResult): Html {
  const { record } = result.grade;
  const figures = result.material.pictures?.(task.id, record.variant) ?? {};
  const prompt = task.prompt.trim() === '' ? undefined : prose(task.prompt, figures);
  return html`<section>
    <h2>${task.title}</h2>
    ${
      prompt &&
      html`<details class="task">
        <summary>The task</summary>
        ${prompt}
      </details>`
    }
    ${task.questions.map((question) => questionCard(question, { result, figures }))}
  </section>`;
}

const closing = ({ record }: FinalGrade): Html =>
  html`<footer class="quiet">
    <p>
      Graded by ${brief(record.tool, 80)} with ${record.taskSet} ${record.version}. “Could not be
      checked” and “could not be read” cost no points by themselves: a person decides.
    </p>
  </footer>`;
