/** All keys in a dialog, and the main ones in a line. */

import { type TemplateResult, html } from 'lit';
import { button } from '../controls/button.ts';

type Keys = readonly (readonly [keys: readonly string[], words: string])[];

const MAIN: Keys = [
  [['1', '–', '9'], 'tick'],
  [['0'], 'no points'],
  [['Enter'], 'save, next open'],
  [['J', 'K'], 'next, previous'],
  [['C'], 'comment'],
  [['U'], 'undo'],
  [['?'], 'all keys'],
];

const ALL: Keys = [
  [['1', '–', '9'], 'tick or clear a criterion of the rubric'],
  [['0'], 'no points'],
  [['H', 'F'], 'half or full points, where there is no rubric'],
  [['P'], 'type points; ↑ and ↓ go by half a point'],
  [['C'], 'write a comment'],
  [['S'], 'same for all identical answers, or for this one alone'],
  [['Enter'], 'save, and go to the next open answer'],
  [['Ctrl', 'Enter'], 'the same from within the comment'],
  [['Esc'], 'leave a field'],
  [['J', 'K'], 'next or previous answer in the list, without saving'],
  [['N'], 'next question with open answers'],
  [['U'], 'take back the last decision'],
  [['?'], 'this list'],
];

const DIALOG = 'keys';

const dialog = (): HTMLDialogElement | undefined => {
  const found = document.getElementById(DIALOG);
  return found instanceof HTMLDialogElement ? found : undefined;
};

export function showKeys(): void {
  dialog()?.showModal();
}

const keysView = (keys: readonly string[]): readonly unknown[] =>
  keys.map((key) => (key === '–' ? '–' : html`<kbd>${key}</kbd>`));

export const keyLine = (): TemplateResult =>
  html`<footer class="key-line" aria-label="Keys">
    ${MAIN.map(([keys, words]) => html`<span>${keysView(keys)} ${words}</span>`)}
  </footer>`;

export const keyDialog = (): TemplateResult =>
  html`<dialog id=${DIALOG} aria-labelledby="keys-heading">
    <h2 id="keys-heading">Keys</h2>
    <dl>
      ${ALL.map(
        ([keys, words]) =>
          html`<div>
            <dt>${keysView(keys)}</dt>
            <dd>${words}</dd>
          </div>`,
      )}
    </dl>
    ${button({
      words: 'Close',
      press: () => {
        dialog()?.close();
      },
    })}
  </dialog>`;
