/** The whole page of an attack, as a function of the session. */

import { type TemplateResult, html, nothing } from 'lit';
import { type AttackRow, type AttackViewState } from '../../src/protocol/messages.ts';
import { button } from '../controls/button.ts';
import { dropdown } from '../controls/dropdown.ts';
import { icon } from '../controls/icon.ts';
import { progress } from '../controls/progress.ts';
import { type AttackSession } from './attackSession.ts';
import { type PictureProps, pictures } from './pictures.ts';
import { providerName, rowOutcome, runWords, speed } from './runWords.ts';
import { coordinates, counted, short } from './series.ts';

export function attackView(props: PictureProps): TemplateResult {
  const { session } = props;
  const { state, problem } = session;
  return html`<main>
      <h1 class="unseen">Attack</h1>
      ${problem === undefined ? nothing : warning(problem)}
      ${state ? page(state, props) : progress('Opening the results…')}
    </main>
    <div class="announcements" role="status" aria-live="polite">${session.announcement}</div>`;
}

const warning = (words: string): TemplateResult =>
  html`<p class="banner" role="alert">${icon('warning')} <span>${words}</span></p>`;

function page(state: AttackViewState, props: PictureProps): TemplateResult {
  const { session } = props;
  const row = state.rows[session.row];
  return html`<header class="run">
      ${standing(state, session)} ${figures(state, row)}
      <div class="run-buttons">${buttons(state, session)}${rowChoice(state, session)}</div>
    </header>
    ${printed(state)}
    <div class="pictures">${pictures(state, row, props)}</div>`;
}

function printed({ output = '' }: AttackViewState) {
  if (output === '') return nothing;
  return html`<details class="printed" open>
    <summary>Printed by the program</summary>
    <pre tabindex="0">${output}</pre>
  </details>`;
}

function standing(state: AttackViewState, session: AttackSession): TemplateResult {
  const { icon: sign, tone, sentence } = runWords[state.status];
  const note = state.providerNote;
  return html`<div class="standing tone-${tone}" data-status=${state.status}>
    ${sign ? html`<p>${icon(sign)} <strong>${sentence(state)}</strong>${place(state, session)}</p>` : progress(sentence(state))}
    ${note === undefined ? nothing : html`<p class="note quiet">${icon('info')} ${note}</p>`}
  </div>`;
}

function place({ failure }: AttackViewState, session: AttackSession) {
  if (failure?.at === undefined) return nothing;
  return html` ${button({ words: `Show ${failure.at}`, icon: 'file', press: () => void session.showCode() })}`;
}

/** The numbers that one looks for first. */
function figures(state: AttackViewState, row: AttackRow | undefined): TemplateResult {
  const last = (values: readonly number[] | undefined): string | undefined => {
    const value = values?.at(-1);
    return value === undefined ? undefined : short(value);
  };
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Provider', state.provider && providerName(state.provider)],
    ['Iterations', state.iterations > 0 ? counted(state.iterations) : undefined],
    ['Speed', speed(state)],
    ['Loss', last(state.loss)],
    ['f(z)', last(row?.output)],
    ['‖x − z‖', last(row?.distance)],
    ['Outcome', row && rowOutcome(row)],
  ];
  return html`<dl>
    ${lines.map(([name, value]) =>
      value === undefined
        ? nothing
        : html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
    )}
  </dl>`;
}

function buttons(state: AttackViewState, session: AttackSession): TemplateResult {
  if (state.status === 'preparing' || state.status === 'running') {
    return button({ words: 'Cancel', icon: 'stop', press: () => void session.cancel() });
  }
  return html`${runButton('cpu', state, session)} ${runButton('cuda', state, session)}
  ${button({ words: 'Show the code', icon: 'file', press: () => void session.showCode() })}`;
}

function runButton(
  provider: 'cpu' | 'cuda',
  state: AttackViewState,
  session: AttackSession,
): TemplateResult {
  const isSame = (state.provider ?? 'cpu') === provider;
  return button({
    words: `${isSame ? 'Run again' : 'Run'} on ${providerName(provider)}`,
    icon: 'play',
    primary: isSame,
    press: () => void session.rerun(provider),
  });
}

function rowChoice({ rows }: AttackViewState, session: AttackSession) {
  if (rows.length < 2) return nothing;
  const items = rows.map((row, index) => `Row ${index + 1}: x = ${coordinates(row.x.slice(0, 3))}`);
  return dropdown({
    label: 'Row of x',
    items,
    selected: session.row,
    select: (index) => {
      session.showRow(index);
    },
  });
}
