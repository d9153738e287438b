/** How the label of a node or an edge is read, while it is typed. */

import { readLabel } from '../../network/readLabel.ts';
import { type QuestionOf } from '../../taskset/taskSet.ts';
import { type Echo } from '../echo.ts';

/** Signs of operations and names of the writer's own are fine; only broken notation is not. */
export function diagramEcho({ declarations }: QuestionOf<'diagram'>, text: string): Echo {
  const label = readLabel(text, declarations);
  if (!label.ok) return { kind: 'complaint', ...label.error };
  const { latex } = label.value;
  return latex === '' ? { kind: 'empty' } : { kind: 'read', latex };
}
