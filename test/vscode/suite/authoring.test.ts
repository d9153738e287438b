import { strict as assert } from 'node:assert';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CodeAction,
  commands,
  type Diagnostic,
  extensions,
  languages,
  Range,
  Selection,
  TabInputWebview,
  Uri,
  ViewColumn,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { cannotRun } from '../../../src/core/grade/codeRun.ts';
import { type Insides } from '../../../src/extension.ts';
import { type Preview } from '../../../src/vscode/authoring/preview.ts';
import { eventually } from '../opened.ts';

const previewTabs = () =>
  window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        input instanceof TabInputWebview && input.viewType.endsWith('exambench.preview'),
    );

/** Waits until the preview shows this task. */
const previewed = (title: string): Promise<true> =>
  eventually(() => (previewTabs()[0]?.label === `Preview: ${title}` ? true : undefined));

describe('writing a task set', () => {
  let folder: Uri;
  const fileAt = (path: string) => Uri.joinPath(folder, ...path.split('/'));
  const textAt = (path: string) => readFile(fileAt(path).fsPath, 'utf8');
  const marksAt = (path: string): Diagnostic[] =>
    languages.getDiagnostics(fileAt(path)).filter(({ source }) => source === 'exambench');

  async function change(path: string, from: string, to: string): Promise<void> {
    const document = await workspace.openTextDocument(fileAt(path));
    const start = document.getText().indexOf(from);
    assert.notEqual(start, -1, `${path} does not contain ${from}`);
    const edit = new WorkspaceEdit();
    const end = document.positionAt(start + from.length);
    edit.replace(document.uri, new Range(document.positionAt(start), end), to);
    assert.ok(await workspace.applyEdit(edit), 'the edit was refused');
    // a busy editor may still be saving what was there before
    for (let tries = 1; !(await document.save()); tries += 1) assert.ok(tries < 5, 'not saved');
  }

  async function preview(): Promise<Preview> {
    const insides = await extensions.getExtension<Insides>('exambench.exambench')?.activate();
    const open = insides?.authoring.previews.of(folder);
    assert.ok(open, 'no preview is open');
    return open;
  }

  before(async () => {
    const parent = await mkdtemp(join(tmpdir(), 'authoring-'));
    folder = Uri.file(join(parent, 'my-set'));
    await commands.executeCommand('exambench.newTaskSet', { title: 'My own set', folder });
  });

  after(async () => {
    await window.tabGroups.close(window.tabGroups.all.flatMap(({ tabs }) => tabs));
    await rm(join(folder.fsPath, '..'), { recursive: true });
  });

  it('begins with a small set, its first file open beside its preview', async () => {
    assert.match(await textAt('taskset.yaml'), /^title: My own set$/m);
    assert.equal(
      window.activeTextEditor?.document.uri.path.endsWith('1-first-steps/task.yaml'),
      true,
    );
    await previewed('1 · First steps');
  });

  it('follows the file that is looked at to its task', async () => {
    await window.showTextDocument(fileAt('3-pictures/task.yaml'), { viewColumn: ViewColumn.One });
    await previewed('3 · Pictures');
    await window.showTextDocument(fileAt('1-first-steps/task.yaml'), {
      viewColumn: ViewColumn.One,
    });
    await previewed('1 · First steps');
  });

  it('follows the cursor to its question, in YAML and in a program', async () => {
    const shown: (string | undefined)[] = [];
    const { panel } = await preview();
    assert.ok(panel);
    const show = panel.show.bind(panel);
    panel.show = (question) => {
      shown.push(question);
      show(question);
    };
    const lastShown = (question: string | undefined) =>
      eventually(() => (shown.length > 0 && shown.at(-1) === question ? true : undefined));
    const editor = await window.showTextDocument(fileAt('1-first-steps/task.yaml'), {
      viewColumn: ViewColumn.One,
    });
    const goTo = (text: string) => {
      const at = editor.document.positionAt(editor.document.getText().indexOf(text));
      editor.selection = new Selection(at, at);
    };
    goTo('maxWords');
    await lastShown('1c');
    goTo('right-minus-wrong');
    await lastShown('1b');
    goTo('title: First');
    await lastShown(undefined);
    assert.equal(window.activeTextEditor, editor);
    await window.showTextDocument(fileAt('4-program/given/attack.ts'), {
      viewColumn: ViewColumn.One,
    });
    await previewed('4 · A program');
    await lastShown('4b');
    await window.showTextDocument(editor.document, { viewColumn: ViewColumn.One });
    await previewed('1 · First steps');
  });

  it('grades what an author answers, and writes it nowhere', async () => {
    const { exam } = await preview();
    await exam.saveAnswer('1a', { selected: ['b'] });
    const record = await exam.check('1a', cannotRun('no program is needed'));
    assert.equal(record.verdict?.verdict, 'correct');
    const written = await workspace.fs.readDirectory(folder);
    assert.deepEqual(written.map(([name]) => name).toSorted(), [
      '1-first-steps',
      '2-formulas',
      '3-pictures',
      '4-program',
      'taskset.yaml',
    ]);
  });

  it('shows a saved change at once, and keeps what was answered', async () => {
    await change('1-first-steps/task.yaml', 'title: First steps', 'title: Second thoughts');
    await previewed('1 · Second thoughts');
    const { exam } = await preview();
    assert.deepEqual(exam.record('1a').answer, { selected: ['b'] });
    assert.equal(exam.record('1a').verdict, undefined, 'a verdict on another version is shown');
  });

  it('shows an exam as students have it: nothing is judged, but with solutions all is', async () => {
    await change('taskset.yaml', 'mode: practice', 'mode: exam');
    const open = await preview();
    await eventually(() => (open.exam.set.public.mode === 'exam' ? true : undefined));
    assert.equal(open.exam.set.public.canGrade, false);
    const { verdict } = await open.exam.check('1a', cannotRun('no program is needed'));
    assert.deepEqual([verdict?.verdict, verdict?.evidence], ['manual', { readable: true }]);
    assert.doesNotMatch(JSON.stringify(open.exam.set.question('1a')), /There the square is zero/);
    await open.solve(true);
    assert.equal(open.exam.set.public.canGrade, true);
    await open.solve(false);
    await change('taskset.yaml', 'mode: exam', 'mode: practice');
    await eventually(() => (open.exam.set.public.canGrade ? true : undefined));
  });

  it('turns to another variant, and stays there when the set is saved', async () => {
    await change('taskset.yaml', 'mode: practice', 'variants: 3 # mode: practice');
    await change(
      '2-formulas/task.yaml',
      'title: Formulas',
      "title: 'Formulas {{a}}'\nparameters: { a: { integer: [1, 3] } }",
    );
    const open = await preview();
    const task = () => open.exam.set.public.tasks[1]?.title ?? '';
    await eventually(() => (open.state('2-formulas').variant?.count === 3 ? true : undefined));
    const titles: string[] = [];
    for (const variant of [1, 2, 99]) {
      await open.choose(variant);
      titles.push(task());
    }
    assert.deepEqual(titles.toSorted(), ['Formulas 1', 'Formulas 2', 'Formulas 3']);
    assert.deepEqual(open.state('2-formulas').variant, { shown: 3, count: 3 });
    const last = task();
    await change('2-formulas/task.yaml', "'Formulas {{a}}'", "'Formulae {{a}}'");
    await eventually(() => (task() === last.replace('las', 'lae') ? true : undefined));
    await change(
      '2-formulas/task.yaml',
      "title: 'Formulae {{a}}'\nparameters: { a: { integer: [1, 3] } }",
      'title: Formulas',
    );
    await change('taskset.yaml', 'variants: 3 # mode: practice', 'mode: practice');
    await eventually(() => (open.state('2-formulas').variant === undefined ? true : undefined));
  });

  it('marks what will not look as it is meant, and warns of what may be, with every save', async () => {
    await writeFile(fileAt('1-first-steps/left-over.txt').fsPath, '');
    await change(
      '1-first-steps/task.yaml',
      'Where is $f$ smallest?',
      'Where is $\\oops$ smallest?',
    );
    const messages = await eventually(() => {
      const marks = [
        ...marksAt('1-first-steps/task.yaml'),
        ...marksAt('1-first-steps/left-over.txt'),
      ];
      return marks.length === 2
        ? marks.map(({ message, severity }) => [severity, message])
        : undefined;
    });
    assert.match(JSON.stringify(messages), /cannot be typeset.*nothing refers to this file/);
    assert.deepEqual(
      messages.map(([severity]) => severity),
      [0, 1],
    );
    const open = await preview();
    assert.equal(open.state('1-first-steps').isStale, false);
    await rm(fileAt('1-first-steps/left-over.txt').fsPath);
    await change('1-first-steps/task.yaml', '$\\oops$', '$f$');
    await eventually(() => (marksAt('1-first-steps/task.yaml').length === 0 ? true : undefined));
  });

  it('fills in the reference answers with solutions, and leaves the own ones alone', async () => {
    const open = await preview();
    await open.solve(true);
    assert.deepEqual(open.exam.record('2a').answer, { latex: '\\frac{2u}{1 + u^2}' });
    const [options] = open.state('1-first-steps').solutions?.['1a'] ?? [];
    assert.equal(options?.entries.length, 3);
    const program = await workspace.openTextDocument(open.exam.fileUri('attack.ts'));
    assert.match(program.getText(), /sgd\.step\(\)/);
    await open.solve(false);
    assert.equal(open.exam.record('2a').answer, undefined);
    assert.equal(open.state('1-first-steps').solutions, undefined);
  });

  it('keeps programs of the preview in memory alone', async () => {
    const { exam } = await preview();
    const file = exam.fileUri('attack.ts');
    const document = await workspace.openTextDocument(file);
    const edit = new WorkspaceEdit();
    edit.insert(file, document.positionAt(0), '// mine\n');
    await workspace.applyEdit(edit);
    assert.ok(await document.save());
    const saved = await eventually(() => exam.record('4a').answer);
    assert.match(JSON.stringify(saved), /\/\/ mine/);
    assert.doesNotMatch(await textAt('4-program/student/attack.ts'), /mine/);
  });

  it('marks what is wrong at its place, in the preview as well, until it is mended', async () => {
    await change('1-first-steps/task.yaml', '    title: The minimum', '    tilte: The minimum');
    const marks = await eventually(() => {
      const found = marksAt('1-first-steps/task.yaml');
      return found.length > 0 ? found : undefined;
    });
    const [mark] = marks.filter(({ message }) => message.includes('tilte'));
    assert.match(mark?.message ?? '', /unknown field "tilte"; did you mean 'title'\?/);
    const open = await preview();
    assert.match(JSON.stringify(open.state('1-first-steps').problems), /tilte/);
    assert.equal(open.exam.task('1-first-steps').title, 'Second thoughts');
  });

  it('offers to rename a misspelt field', async () => {
    const document = await workspace.openTextDocument(fileAt('1-first-steps/task.yaml'));
    const at = document.positionAt(document.getText().indexOf('tilte'));
    const actions = await commands.executeCommand<readonly CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new Range(at, at),
    );
    const rename = actions.find(({ title }) => title === 'Rename to “title”');
    assert.ok(rename?.edit);
    await workspace.applyEdit(rename.edit);
    assert.ok(await document.save());
    await eventually(() => (marksAt('1-first-steps/task.yaml').length === 0 ? true : undefined));
    const open = await preview();
    assert.deepEqual(open.state('1-first-steps').problems, []);
  });

  it('hears of files that change outside the editor', async () => {
    const path = fileAt('4-program/prompt.md').fsPath;
    const before = await readFile(path, 'utf8');
    await rm(path);
    await eventually(() => (marksAt('4-program/task.yaml').length > 0 ? true : undefined));
    await writeFile(path, before);
    await eventually(() => (marksAt('4-program/task.yaml').length === 0 ? true : undefined));
  });

  it('validates by trying the set on itself', async () => {
    await change(
      '2-formulas/task.yaml',
      "answer: '2u', verdict: wrong",
      "answer: '2u', verdict: correct",
    );
    const outcome = await commands.executeCommand<{ problems: number }>(
      'exambench.validateTaskSet',
      fileAt('2-formulas/task.yaml'),
    );
    assert.equal(outcome.problems, 1);
    const [mark] = marksAt('2-formulas/task.yaml');
    assert.match(mark?.message ?? '', /'2u' of 2a must be correct: found wrong/);
  });
});
