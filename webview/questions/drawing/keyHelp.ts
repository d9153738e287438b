/** The keys of the board, for who sees them and, in one sentence after the other, for who hears them. */

import { type TemplateResult, html } from 'lit';
import { type Board } from './board.ts';
import { TOOLS, type Tool } from './tools.ts';

const KEYS: readonly (readonly [string, string])[] = [
  ['Arrows', 'move a cross along the grid, with Shift in small steps'],
  [
    'Enter or Space',
    'sets a point; with “Select and move”, takes up what is there and puts it down',
  ],
  ['N', 'goes to the next object, with Shift to the one before'],
  ['Delete', 'removes the selected object, or the last point of an unfinished one'],
  ['Esc', 'gives up what is unfinished'],
  ['F2', 'opens the selected label'],
  ['Ctrl+Z, Ctrl+Y', 'take back and repeat'],
  ['+, −, 0', 'look closer, farther, at the whole'],
  ['?', 'reads out the drawing'],
];

const toolKeys = ({ question }: Board): string =>
  (Object.keys(TOOLS) as Tool[]) // the keys of that table
    .filter((tool) => tool !== 'label' || question.labels !== 'none')
    .map((tool) => `${TOOLS[tool].key.toUpperCase()} ${TOOLS[tool].words.toLowerCase()}`)
    .join(', ');

export const keySentences = (board: Board): string =>
  [...KEYS.map(([key, does]) => `${key}: ${does}.`), `Tools: ${toolKeys(board)}.`].join(' ');

export const keyHelp = (board: Board): TemplateResult =>
  html`<details class="board-keys">
    <summary>Keys on the board</summary>
    <dl>
      ${[...KEYS, [toolKeys(board), 'choose a tool'] as const].map(
        ([key, does]) =>
          html`<div>
            <dt>${key}</dt>
            <dd>${does}</dd>
          </div>`,
      )}
    </dl>
  </details>`;
