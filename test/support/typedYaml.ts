/** YAML of a task set that is being typed: `|` is where the cursor stands. */
import { completionsAt, type Suggestion } from '../../src/core/taskset/authoring/complete.ts';
import { type SetView } from '../../src/core/taskset/authoring/setView.ts';

export interface Typed {
  readonly view: SetView;
  readonly offset: number;
}

const FILES = [
  'taskset.yaml',
  'warm-up/task.yaml',
  'warm-up/intro.md',
  'warm-up/figure.svg',
  'warm-up/net/model.onnx',
  'warm-up/student/attack.ts',
  'warm-up/solution/attack.ts',
  'second/task.yaml',
  'second/other.md',
];

const OTHER_TASK = `title: Second
questions:
  - id: 9a
    kind: expression
    title: Limit
  - { id: '9.2', kind: code, title: Program, files: { attack.ts: student/attack.ts } }
`;

/** @param text with one `|` */
export function typed(text: string, file = 'warm-up/task.yaml'): Typed {
  const offset = text.indexOf('|');
  if (offset === -1 || text.includes('|', offset + 1)) throw new Error('one | is needed');
  const clean = text.slice(0, offset) + text.slice(offset + 1);
  const tasks = new Map([['second/task.yaml', OTHER_TASK]]);
  if (file !== 'taskset.yaml') tasks.set(file, clean);
  return { view: { file, text: clean, files: FILES, tasks }, offset };
}

export function suggestions(text: string, file?: string): readonly Suggestion[] {
  const { view, offset } = typed(text, file);
  return completionsAt(view, offset)?.items ?? [];
}

export function labels(text: string, file?: string): string[] {
  return suggestions(text, file).map(({ label }) => label);
}

/** The text after a suggestion is taken, every place of its snippet filled with what it shows. */
export function accepted(text: string, label: string, file?: string): string {
  const { view, offset } = typed(text, file);
  const found = completionsAt(view, offset);
  const item = found?.items.find((each) => each.label === label);
  if (found === undefined || item === undefined)
    throw new Error(`no ${label} among ${found?.items.map((each) => each.label).join(' · ')}`);
  return view.text.slice(0, found.start) + filled(item.insert) + view.text.slice(found.end);
}

/** As the editor inserts a snippet. */
function filled(snippet: string): string {
  return snippet
    .replaceAll(/\$\{\d+\|((?:[^\\,|]|\\.)*)[^}]*\|\}/g, (_, first: string) => first)
    .replaceAll(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, (_, shown: string) => shown)
    .replaceAll(/\\([$}\\,|])/g, '$1');
}
