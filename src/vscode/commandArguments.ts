/** What commands are given. Menus, views, key bindings and other extensions all call them, so nothing is taken for granted. */
import { Uri } from 'vscode';
import { type NewSetChoice } from './authoring/newTaskSet.ts';
import { type StartChoice } from './startExam.ts';

export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A question's id, or that of a question in the tree. */
export function questionIn(value: unknown): string | undefined {
  return textIn(value) ?? textIn(fieldOf(fieldOf(value, 'question'), 'id'));
}

export function choiceIn(value: unknown): StartChoice {
  const taskSet = textIn(fieldOf(value, 'taskSet'));
  const folder = fieldOf(value, 'folder');
  const variant = fieldOf(value, 'variant');
  return {
    ...(taskSet === undefined ? {} : { taskSet }),
    ...(folder instanceof Uri ? { folder } : {}),
    ...(typeof variant === 'number' ? { variant } : {}),
  };
}

export function newSetIn(value: unknown): NewSetChoice {
  const title = textIn(fieldOf(value, 'title'));
  const folder = fieldOf(value, 'folder');
  return {
    ...(title === undefined ? {} : { title }),
    ...(folder instanceof Uri ? { folder } : {}),
  };
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
