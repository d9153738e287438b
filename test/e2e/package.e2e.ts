import { equal, match } from 'node:assert/strict';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { installExtensions } from '../../scripts/editor/installExtensions.ts';
import { readMarker } from '../../src/runtime/attempt/marker.ts';
import { EditorWindow, photographWindows } from '../support/editorWindow.ts';
import { ExamWindow, plainTyping, solution } from '../support/examWindow.ts';
import { PackageFolder } from '../support/packages.ts';
import { SetFolder } from '../support/setFolder.ts';

describe('The installed packages', () => {
  let packages: PackageFolder;
  let extensions: string;
  let set: SetFolder;
  let exam: ExamWindow;

  /** As a student: with nothing but what is installed. */
  async function startInstalled(title: string): Promise<ExamWindow> {
    const folder = await mkdtemp(join(tmpdir(), 'installed-'));
    const editor = await EditorWindow.open({ folder, extensions, settings: plainTyping });
    const window = new ExamWindow(editor, folder);
    await editor.runCommand('Exambench: Start Exam');
    await editor.pick(title);
    await editor.pick(basename(folder));
    await editor.showView('Exambench');
    await window.taskItem(1).waitFor();
    return window;
  }

  before(async () => {
    packages = await PackageFolder.create();
    extensions = join(packages.path, 'extensions');
    set = await SetFolder.create();
    const files = [await packages.product('linux-x64'), await packages.taskSet(set.path)];
    await installExtensions(files, extensions);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await photographWindows(this.currentTest.fullTitle());
  });

  after(async () => {
    await Promise.all([packages.remove(), set.remove()]);
  });

  describe('the bundled exam', () => {
    before(async () => {
      exam = await startInstalled('Machine Learning');
    });

    after(() => exam.close());

    it('judges a choice', async () => {
      const task = await exam.openTask(1);
      await task.choose('1.1', 0);
      await task.check('1.1');
      await task.verdict('1.1', 'correct').waitFor();
    });

    it('runs the attack with the onnxruntime of the package', async () => {
      const { editor } = exam;
      await editor.openFile('adversarial.ts');
      await editor.replaceText(await solution());
      await editor.lens('Run on CPU').click();
      const page = await exam.attackPage('done');
      match(await page.locator('dl').innerText(), /Iterations\s+1,000\s/);
    });
  });

  describe('a set that came in a package of its own', () => {
    before(async () => {
      exam = await startInstalled('Small');
    });

    after(() => exam.close());

    it('is handed out and remembered by its content', async () => {
      const marker = await readMarker(exam.folder);
      equal(marker?.taskSet, 'small');
      match(marker.content ?? '', /^[0-9a-f]{64}$/);
      match(await readFile(join(exam.folder, 'attack.ts'), 'utf8'), /skeleton/);
    });

    it('judges a choice', async () => {
      const task = await exam.openTask(1);
      await task.choose('1', 0);
      await task.check('1');
      await task.verdict('1', 'correct').waitFor();
    });
  });
});
