/** The tools of a board as one stop of the Tab key: arrows go from button to button. */

import { type TemplateResult, html, nothing } from 'lit';
import { icon } from '../../controls/icon.ts';
import { toolbar, type ToolbarButton } from '../../controls/toolbar.ts';
import { type Board } from './board.ts';
import { DRAWN, SIGNS, TOOLS, type Tool } from './tools.ts';
import { zoomed } from './viewport.ts';

const ZOOM = 1.5;

const sign = (content: unknown): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${content}</svg>`;

export const toolbarView = (board: Board): TemplateResult =>
  html`${toolbar(
    `Tools of the drawing for question ${board.desk.id}`,
    board.isReadOnly ? [looks(board)] : [tools(board), changes(board), looks(board)],
  )}
  ${board.isReadOnly ? nothing : how(board)}`;

const tools = (board: Board): readonly ToolbarButton[] => {
  const offered: readonly Tool[] =
    board.question.labels === 'none' ? ['select', ...DRAWN] : ['select', ...DRAWN, 'label'];
  return offered.map((tool) => ({
    content: sign(TOOLS[tool].sign),
    label: TOOLS[tool].words,
    key: TOOLS[tool].key.toUpperCase(),
    isPressed: board.tool === tool,
    press: () => {
      board.choose(tool);
    },
  }));
};

const snapping = (board: Board): ToolbarButton => ({
  content: sign(SIGNS.snap),
  label: 'Snap to the grid',
  key: 'Alt turns it round',
  isPressed: !board.isFree,
  press: () => {
    board.isFree = !board.isFree;
    board.desk.redraw();
  },
});

function changes(board: Board): readonly ToolbarButton[] {
  const { selected, sketch } = board;
  return [
    snapping(board),
    {
      content: icon('undo'),
      label: 'Undo',
      key: 'Ctrl+Z',
      rests: !board.canUndo,
      press: () => {
        board.undo();
      },
    },
    {
      content: icon('redo'),
      label: 'Redo',
      key: 'Ctrl+Shift+Z',
      rests: !sketch.canRedo,
      press: () => {
        board.redo();
      },
    },
    {
      content: sign(SIGNS.remove),
      label: 'Remove what is selected',
      key: 'Del',
      rests: selected === undefined,
      press: () => {
        if (selected !== undefined) board.remove(selected);
      },
    },
  ];
}

const looks = (board: Board): readonly ToolbarButton[] => {
  const zoom = (factor: number) => (): void => {
    board.camera = zoomed(board.camera, factor, board.camera.center);
    board.desk.redraw();
  };
  return [
    { content: icon('plus'), label: 'Closer', key: '+', press: zoom(ZOOM) },
    { content: icon('minus'), label: 'Farther', key: '−', press: zoom(1 / ZOOM) },
    {
      content: icon('fit'),
      label: 'The whole window',
      key: '0',
      press: () => {
        board.showWhole();
      },
    },
  ];
};

const how = ({ tool }: Board): TemplateResult =>
  html`<p class="board-hint quiet"><strong>${TOOLS[tool].words}.</strong> ${TOOLS[tool].how}</p>`;
