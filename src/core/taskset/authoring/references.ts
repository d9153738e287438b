/** Which scalars of a task name something else: another question, a node, a letter, a file. One table for completing and going there. */
import { type Steps, entriesIn, fieldIn, textOf } from './expected.ts';
import { isPath, type Schema } from './formatSchema.ts';
import { declaredLetters } from './declaredLetters.ts';
import { type AuthoredPlace, questionsIn, type SetView, taskFiles, taskOf } from './setView.ts';
import { type Entry, type Sketch } from './sketch.ts';

/** Something that may be named. */
export interface Named {
  readonly name: string;
  readonly detail: string;
  /** where it is, if anywhere: a file of the set, and the offset in its text */
  readonly file?: string;
  readonly start?: number;
}

/** The surroundings of a scalar. */
interface Around {
  readonly view: SetView;
  readonly root: Sketch;
  readonly steps: Steps;
  readonly question: Sketch | undefined;
}

type Names = (around: Around) => readonly Named[];

/** By the fields that lead from the question to the scalar; entries of lists are left out. */
const REFERENCES: Readonly<Record<string, Names>> = {
  over: (around) => questions(around, ['drawing']),
  program: (around) => questions(around, ['code']),
  'followOn.from': (around) => questions(around, ['expression']),
  'entry.file': studentFiles,
  'edges.from': nodesAround,
  'edges.to': nodesAround,
  'nodes.mergedWith': nodesAround,
  'nodes.onEdges.from': nodesAround,
  'nodes.onEdges.to': nodesAround,
  'alternatives.edges.from': nodesAround,
  'alternatives.edges.to': nodesAround,
  'alternatives.nodes.mergedWith': nodesAround,
  'examples.edges.from': nodesAround,
  'examples.edges.to': nodesAround,
  'examples.mistake': mistakes,
  palette: letters,
  axes: letters,
  'form.avoid': letters,
  'form.only': letters,
  'facts.introduces': letters,
};

/** What a scalar at these steps may name; undefined where it names nothing. */
export function namesAt(
  view: SetView,
  root: Sketch,
  { steps, forms }: { readonly steps: Steps; readonly forms: readonly Schema[] },
): readonly Named[] | undefined {
  const trail = steps.flatMap(({ key }) => (typeof key === 'string' ? [key] : []));
  if (trail[0] !== 'questions')
    return trail.join() === 'tasks' ? folders(view) : filesAt(view, trail, forms);
  const question = steps[2]?.within;
  const names = REFERENCES[trail.slice(1).join('.')];
  return names?.({ view, root, steps, question }) ?? filesAt(view, trail, forms);
}

/** Names of fields that stand for something: answers that an example supposes. */
export function keysAt(view: SetView, steps: Steps): readonly Named[] {
  const trail = steps.flatMap(({ key }) => (typeof key === 'string' ? [key] : []));
  const isGiven = trail.join('.') === 'questions.examples.given';
  return isGiven ? asNames(questionsIn(view).filter(({ kind }) => kind === 'expression')) : [];
}

function questions({ view, question }: Around, kinds: readonly string[]): readonly Named[] {
  const own = textOf(question, 'id');
  const fit = questionsIn(view).filter(({ kind, id }) => kinds.includes(kind) && id !== own);
  return asNames(fit);
}

function asNames(places: readonly AuthoredPlace[]): readonly Named[] {
  return places.map(({ id, question, file, start }) => ({
    name: id,
    detail: textOf(question, 'title') ?? '',
    file,
    start,
  }));
}

function folders({ files }: SetView): readonly Named[] {
  return files.flatMap((file) => {
    const name = /^([^/]+)\/task\.yaml$/.exec(file)?.[1];
    return name === undefined ? [] : [{ name, detail: 'task', file, start: 0 }];
  });
}

/** By the field that a file belongs to, what its name ends in. */
const ENDINGS: Readonly<Record<string, string>> = {
  prompt: '.md',
  explanation: '.md',
  modelAnswer: '.md',
  model: '.onnx',
  files: '.ts',
  reference: '.ts',
  given: '.ts',
  examples: '.ts',
};

function filesAt(
  view: SetView,
  trail: readonly string[],
  forms: readonly Schema[],
): readonly Named[] | undefined {
  if (!forms.some(isPath) || taskOf(view) === '') return undefined;
  const ending = ENDINGS[trail.findLast((name) => name in ENDINGS) ?? ''] ?? '';
  return taskFiles(view)
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name, detail: 'file', file: `${taskOf(view)}/${name}`, start: 0 }));
}

/** Files that students write: those of this question, else of the one whose program it changes. */
function studentFiles({ view, question }: Around): readonly Named[] {
  const program = textOf(question, 'program');
  const owner = program === undefined ? undefined : findQuestion(view, program);
  const folder = owner === undefined ? taskOf(view) : owner.file.replace(/\/.*/, '');
  return entriesIn(owner?.question ?? question, 'files').map(({ key, value }) => ({
    name: String(key),
    detail: 'what the student writes',
    file: `${folder}/${value.text}`,
    start: 0,
  }));
}

function findQuestion(view: SetView, id: string): AuthoredPlace | undefined {
  return questionsIn(view).find((each) => each.id === id);
}

/** Nodes of the nearest diagram around: the question's, an alternative's or an example's. */
function nodesAround({ view, steps }: Around): readonly Named[] {
  const diagram = steps.findLast(({ within }) => fieldIn(within, 'nodes') !== undefined);
  return entriesIn(diagram?.within, 'nodes').flatMap((entry) => nameIn(view, entry, 'id', 'label'));
}

function mistakes({ view, question }: Around): readonly Named[] {
  return entriesIn(question, 'mistakes').flatMap((entry) =>
    nameIn(view, entry, 'name', 'feedback'),
  );
}

function nameIn(view: SetView, { value }: Entry, name: string, detail: string): readonly Named[] {
  const found = fieldIn(value, name)?.value;
  if (found?.kind !== 'scalar') return [];
  const { text, start } = found;
  return [{ name: text, detail: textOf(value, detail) ?? '', file: view.file, start }];
}

function letters({ view, root, question }: Around): readonly Named[] {
  return [question, root]
    .flatMap((map) => {
      const declare = fieldIn(fieldIn(map, 'mathematics')?.value, 'declare')?.value;
      return declare?.kind === 'scalar' ? declaredLetters(declare.text) : [];
    })
    .map(({ name, detail }): Named => ({ name, detail, file: view.file }));
}
