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
  async function openInstalled(): Promise<ExamWindow> {
    const folder = await mkdtemp(join(tmpdir(), 'installed-'));
    const editor = await EditorWindow.open({ folder, extensions, settings: plainTyping });
    return new ExamWindow(editor, folder);
  }

  async function startHere(): Promise<void> {
    await exam.editor.pick(basename(exam.folder));
    await exam.editor.showView('Exambench');
    await exam.taskItem(1).waitFor();
  }

  before(async () => {
    packages = await PackageFolder.create();
    extensions = join(packages.path, 'extensions');
    set = await SetFolder.create();
    await installExtensions([await packages.product('linux-x64')], extensions);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await photographWindows(this.currentTest.fullTitle());
  });

  after(async () => {
    await Promise.all([packages.remove(), set.remove()]);
  });

  describe('the bundled exam', () => {
    before(async () => {
      exam = await openInstalled();
      await exam.editor.runCommand('Exambench: Start Exam');
      await startHere();
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

  describe('a set that comes in a package of its own', () => {
    before(async () => {
      exam = await openInstalled();
    });

    after(() => exam.close());

    it('is offered in a window that was open before it was installed', async () => {
      const { editor } = exam;
      await editor.runCommand('Exambench: Show Log'); // the extension is awake
      await installExtensions([await packages.taskSet(set.path)], extensions);
      await editor.until(async () => {
        await editor.runCommand('Exambench: Start Exam');
        await editor.entry('Small').waitFor({ timeout: 2000 });
      });
      match(await editor.entry('Small').innerText(), /small 1\.0\.0[^]*someone\.taskset-small/);
      match(await editor.entry('Machine Learning').innerText(), /ml1 \d[^]*exambench\.exambench/);
    });

    it('is handed out and remembered by its content', async () => {
      await exam.editor.pick('Small');
      await startHere();
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
