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
  const preview = async (): Promise<TaskPage> =>
    new TaskPage(await editor.webview('[data-question="1a"]'));

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'author-'));
    editor = await EditorWindow.open({ folder, extension: root });
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

  it('switches to the solutions and back from the title of the preview', async () => {
    const page = await preview();
    await page.heading.click();
    await editor.titleAction('Preview with Solutions').click();
    await page.solution('1a').waitFor();
    equal(await page.option('1a', 1).getAttribute('aria-checked'), 'true');
    await editor.titleAction('Preview as Student').click();
    await page.solution('1a').waitFor({ state: 'detached' });
  });
});
