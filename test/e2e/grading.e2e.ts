import { equal, match, ok } from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Frame } from 'playwright-core';
import { root } from '../../scripts/project.ts';
import { type Decisions } from '../../src/core/gradebook/gradeRecord.ts';
import { EditorWindow, photographWindows } from '../support/editorWindow.ts';
import { type GradedFolder, gradedExam } from '../support/gradingFolder.ts';

describe('Who grades', () => {
  let given: GradedFolder;
  let editor: EditorWindow;
  let view: Frame;

  before(async () => {
    given = await gradedExam(9);
    editor = await EditorWindow.open({ folder: given.path, extension: root });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await photographWindows(this.currentTest.fullTitle());
  });

  after(async () => {
    await editor.close();
    await given.remove();
  });

  const decisions = async (): Promise<Decisions[]> => {
    const folder = join(given.path, 'decisions');
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
    const texts = names.map((name) => readFile(join(folder, name), 'utf8'));
    return (await Promise.all(texts)).map((text) => JSON.parse(text) as Decisions);
  };

  it('opens the grading of the folder by its command, at an answer without a name', async () => {
    await editor.runCommand('Exambench: Open Grading');
    view = await editor.webview('#answer-heading');
    match((await view.locator('#answer-heading').textContent()) ?? '', /^\s*Submission \d+, open/);
    ok(!/hopper/i.test(await view.content()));
  });

  it('decides three texts by keyboard alone', async () => {
    const { keyboard } = editor.page;
    const list = view.getByRole('heading', { name: 'Answers to 3c' });
    await editor.until(async () => {
      if (await list.isVisible()) return;
      await keyboard.press('n');
      await list.waitFor({ timeout: 3000 });
    });
    const heading = view.locator('#answer-heading');
    for (const [done, tick] of ['1', '2', '1'].entries()) {
      await view.locator('.criteria').waitFor();
      const before = (await heading.textContent())?.trim() ?? '';
      await keyboard.press(tick);
      await keyboard.press('c');
      await keyboard.type(`Remark ${done + 1}: $x$`);
      await keyboard.press('Control+Enter');
      await heading.filter({ hasNotText: before }).waitFor();
      equal((await decisions()).length, done + 1);
    }
    const made = (await decisions()).map(({ questions }) => questions['3c']);
    equal(made.filter((decision) => decision?.ticks?.includes(0)).length, 2);
    equal(made.filter((decision) => decision?.comment?.startsWith('Remark')).length, 3);
    ok(!/hopper/i.test(await view.content()));
  });

  it('takes one back, and has the results written', async () => {
    await editor.page.keyboard.press('u');
    await editor.until(async () => {
      const left = (await decisions()).filter(({ questions }) => '3c' in questions);
      equal(left.length, 2);
    });
    await view.getByRole('button', { name: 'Write results' }).first().press('Enter');
    await view
      .getByText(/The results of 9 submissions are written/)
      .first()
      .waitFor();
    const table = await readFile(join(given.path, 'grades.csv'), 'utf8');
    equal(table.split(/\r?\n/).filter((line) => line.startsWith('hopper-')).length, 9);
    const decided = (await decisions()).find(({ questions }) => '3c' in questions);
    const page = join(given.path, 'students', `${decided?.submission ?? ''}.html`);
    match(await readFile(page, 'utf8'), /Comment of who graded it[^]*Remark \d: /);
  });

  it('finds the view again when the window is reloaded, without names', async () => {
    await view.getByRole('checkbox', { name: 'Show names' }).press('Space');
    await view
      .getByText(/hopper-00\d/)
      .first()
      .waitFor();
    await editor.reload();
    view = await editor.webview('#answer-heading');
    ok(!/hopper/i.test(await view.content()));
    equal(await editor.tab('Grading: Machine Learning').count(), 1);
  });
});
