/** Every text of a task as its readers will see it: formulas that cannot be typeset, links that lead nowhere, nothing. */

import { type Problem } from '../taskset/problem.ts';
import { type TaskSet } from '../taskset/taskSet.ts';
import { type AuthoredTask, type PlacedText } from './authoredTask.ts';
import { shownTexts } from './shownTexts.ts';
import { type Flaw, type Link, type TextInspector } from './textInspector.ts';

/** A parameter's place: what stands there is only known of a variant. */
const PARAMETER = '{{';

export interface InspectedTexts {
  readonly problems: readonly Problem[];
  /** what was looked at */
  readonly read: readonly string[];
}

export function inspectTexts(task: AuthoredTask, inspector: TextInspector): InspectedTexts {
  const found = shownTexts(task.value);
  const [formulas, inPlace] = [
    found.filter(({ is }) => is === 'formula'),
    found.filter(({ is }) => is === 'markdown'),
  ].map((texts) => texts.map(({ path, text }) => task.inPlace(path, text)));
  const markdown = [...(inPlace ?? []), ...task.inFiles()];
  return {
    problems: [
      ...markdown.flatMap((placed) => markdownProblems(placed, task, inspector)),
      ...(formulas ?? []).filter(isPlain).flatMap((placed) => formulaProblems(placed, inspector)),
    ],
    read: found.map(({ text }) => text).concat(task.inFiles().map(({ text }) => text)),
  };
}

const isPlain = ({ text }: PlacedText): boolean => !text.includes(PARAMETER);

function markdownProblems(
  placed: PlacedText,
  task: AuthoredTask,
  inspector: TextInspector,
): Problem[] {
  if (placed.text.trim() === '') return [placed.problemAt(0, 'the text is empty')];
  const { flaws, links } = inspector.markdown(placed.text);
  return [
    ...(isPlain(placed) ? flaws : []).map(({ offset, message }) =>
      placed.problemAt(offset, message),
    ),
    ...links.flatMap((link) => linkFlaw(link, task) ?? []).map(placedIn(placed)),
  ];
}

function formulaProblems(placed: PlacedText, inspector: TextInspector): Problem[] {
  return inspector.formula(placed.text).map(placedIn(placed));
}

const placedIn =
  (placed: PlacedText) =>
  ({ offset, message }: Flaw): Problem =>
    placed.problemAt(offset, message);

/** A host, and nothing that no address has. */
const ADDRESS = /^https?:\/\/[^\s/?#@:.]+(\.[^\s/?#@:.]+)*(:\d{1,5})?([/?#]\S*)?$/i;

function linkFlaw({ offset, target }: Link, task: AuthoredTask): Flaw | undefined {
  const shown = target.slice(0, 80);
  if (ADDRESS.test(target)) return undefined;
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
    return {
      offset,
      message: `a link must lead to a well-formed http or https address; found '${shown}'`,
    };
  }
  const [file = ''] = target.split('#');
  if (task.hasFile(file)) return undefined;
  return { offset, message: `the link leads to '${shown}', but the task has no such file` };
}

/** Texts that only come about in variants. Their problems stand at their question. */
export function inspectVariants(
  variants: readonly TaskSet[],
  read: ReadonlySet<string>,
  inspector: TextInspector,
): Problem[] {
  const seen = new Set(read);
  return variants.flatMap(({ variant, tasks }) =>
    tasks
      .flatMap(({ questions }) => questions)
      .flatMap((question) =>
        shownTexts(question)
          .filter(({ text }) => !seen.has(text) && seen.add(text))
          .flatMap(({ is, text }) =>
            is === 'formula' ? inspector.formula(text) : inspector.markdown(text).flaws,
          )
          .map(({ message }) => ({ ...question.at, message: `${message} (variant ${variant})` })),
      ),
  );
}
