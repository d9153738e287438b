import { equal, match } from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/project.ts';
import { EditorWindow, photographWindows } from '../support/editorWindow.ts';
import { TaskPage } from '../support/examWindow.ts';

describe('An author', () => {
  let folder: string;
  let editor: EditorWindow;
  const textOf = (file: string) => readFile(join(folder, file), 'utf8');
  /** In the editor, which then has the focus; saved. */
  const replace = async (from: string, to: string): Promise<void> => {
    const text = await textOf('1-first-steps/task.yaml');
    await editor.tab('task.yaml').click();
    await editor.replaceText(text.replace(from, to));
  };
  const preview = async (): Promise<TaskPage> =>
    new TaskPage(await editor.webview('[data-question="1a"]'));

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'author-'));
    // what is typed is what stands there
    const settings = { '[yaml]': { 'editor.autoIndent': 'none' } };
    editor = await EditorWindow.open({ folder, extension: root, settings });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await photographWindows(this.currentTest.fullTitle());
  });

  after(async () => {
    await editor.close();
    await rm(folder, { recursive: true });
  });

  it('makes a set by its title, and sees its first task', async () => {
    await editor.runCommand('Exambench: New Task Set');
    await editor.answer('The title that students see', 'My first test');
    await editor.pick(folder);
    const page = await preview();
    equal(await page.heading.textContent(), 'First steps');
    match(await readFile(join(folder, 'taskset.yaml'), 'utf8'), /^title: My first test$/m);
  });

  it('answers in the preview, and is judged', async () => {
    const page = await preview();
    await page.choose('1a', 1);
    await page.check('1a');
    await page.verdict('1a', 'correct').waitFor();
  });

  it('sees a change as soon as it is saved, with the answer still there', async () => {
    await replace('title: First steps', 'title: Second steps');
    const page = await preview();
    await page.heading.filter({ hasText: 'Second steps' }).waitFor();
    equal(await page.option('1a', 1).getAttribute('aria-checked'), 'true');
  });

  it('sees what is wrong, and mends it by a quick fix', async () => {
    await replace('title: Second steps', 'tilte: Third steps');
    const page = await preview();
    await page.setProblem('unknown field "tilte"').waitFor();
    equal(await page.heading.textContent(), 'Second steps');
    await editor.fixProblem('Rename to “title”');
    await page.setProblem('tilte').waitFor({ state: 'detached' });
    await page.heading.filter({ hasText: 'Third steps' }).waitFor();
  });

  it('has fields completed while they are typed', async () => {
    await editor.openFile('taskset.yaml');
    await editor.page.locator('.editor-group-container.active .view-lines').click();
    await editor.page.keyboard.press('ControlOrMeta+End');
    await editor.page.keyboard.type('varia');
    await editor.suggestion('variantSeed').waitFor();
    await editor.suggestion('variants').click();
    await editor.page.keyboard.type('3');
    await editor.page.keyboard.press('ControlOrMeta+S');
    await editor.until(async () => {
      match(await textOf('taskset.yaml'), /^variants: 3$/m);
    });
  });

  it('turns from variant to variant', async () => {
    await replace('title: The minimum', 'title: The minimum\n    shuffle: true');
    const page = await preview();
    equal(await page.variant.inputValue(), '1');
    await page.nextVariant();
    await editor.until(async () => {
      equal(await page.variant.inputValue(), '2');
    });
  });

  it('switches to the solutions and back from the title of the preview', async () => {
    const page = await preview();
    await page.heading.click();
    await editor.titleAction('Preview with Solutions').click();
    await page.solution('1a').waitFor();
    await editor.titleAction('Preview as Student').click();
    await page.solution('1a').waitFor({ state: 'detached' });
  });

  it('has the preview again after a reload of the window', async () => {
    await editor.reload();
    const page = await preview();
    await page.heading.filter({ hasText: 'Third steps' }).waitFor();
    equal(await page.variant.inputValue(), '2');
  });
});
