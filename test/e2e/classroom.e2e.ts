import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { installExtensions } from '../../scripts/editor/installExtensions.ts';
import { EditorWindow, photographWindows } from '../support/editorWindow.ts';
import { ExamWindow } from '../support/examWindow.ts';
import { Instructor } from '../support/instructor.ts';
import { PackageFolder } from '../support/packages.ts';

describe('An exam, from the instructor to the student and back', () => {
  let instructor: Instructor;
  let packages: PackageFolder;
  let exam: ExamWindow;
  let receipt: string;

  const submissions = async (): Promise<string[]> =>
    (await readdir(exam.folder)).filter((name) => name.includes('.zip'));

  before(async () => {
    [instructor, packages] = await Promise.all([Instructor.create(), PackageFolder.create()]);
    const extensions = join(packages.path, 'extensions');
    const product = await packages.product('linux-x64');
    await installExtensions([product, await instructor.packExam()], extensions);
    const folder = await mkdtemp(join(tmpdir(), 'student-'));
    exam = new ExamWindow(await EditorWindow.open({ folder, extensions }), folder);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await photographWindows(this.currentTest.fullTitle());
  });

  after(async () => {
    await Promise.all([exam.close(), packages.remove(), instructor.remove()]);
  });

  it('is begun from its package, and takes answers without judging them', async () => {
    const { editor, folder } = exam;
    await editor.runCommand('Exambench: Start Exam');
    // not by its title, which stands in the list of commands as well
    await editor.pick('exambench-sets.taskset-exam');
    await editor.pick(basename(folder));
    await editor.showView('Exambench');
    await (await exam.openTask(1)).choose('1a', 1);
    await exam.questionStanding('1a', 'answered').waitFor();
  });

  it('is not handed in when the student thinks better of giving a name', async () => {
    const { editor } = exam;
    await editor.page.keyboard.press('Control+Alt+H');
    await editor.confirm('Hand In');
    await editor.inputBox('Your name or number').waitFor();
    await editor.page.keyboard.press('Escape');
    await editor.inputBox('Your name or number').waitFor({ state: 'hidden' });
    deepEqual(await submissions(), []);
  });

  it('is handed in with what was typed just now, under the name that is given, sealed, with a receipt', async () => {
    const { editor } = exam;
    await (await exam.openTask(2)).formula('2a').click();
    await editor.page.keyboard.type('2u/(1+u^2)');
    await editor.page.keyboard.press('Control+Alt+H');
    await editor.confirm('Hand In');
    await editor.answer('Your name or number', 'Ada Lovelace');
    await editor.acceptFile(/Ada-Lovelace-exam-[\d-]+-[0-9a-f]{8}\.zip\.age$/);
    const notice = editor.page.getByText(/Receipt: /).first();
    await notice.waitFor();
    receipt =
      /Receipt: ([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})\./.exec((await notice.textContent()) ?? '')?.[1] ??
      '';
    const [name, ...others] = await submissions();
    match(name ?? '', /^Ada-Lovelace-/);
    deepEqual(others, []);
  });

  it('is graded with the key: the same receipt, the points that it deserves', async () => {
    const [name] = await submissions();
    ok(name);
    const record = await instructor.grade(name, await readFile(join(exam.folder, name)));
    match(receipt, /^.{19}$/);
    equal(record.receipt, receipt);
    equal(record.student, 'Ada Lovelace');
    const points = (id: string) => record.questions[id]?.points;
    deepEqual([points('1a'), points('2a'), points('1b')], [1, 2, 0]);
    equal(record.points, 3);
  });
});
