import { strict as assert } from 'node:assert';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, Uri, workspace, WorkspaceEdit, Range } from 'vscode';
import { readMarker } from '../../../src/runtime/attempt/marker.ts';
import { type HandedIn } from '../../../src/runtime/submission/handedIn.ts';
import { readSubmission } from '../../../src/runtime/submission/readSubmission.ts';
import { TaskTree } from '../../../src/vscode/taskTree.ts';
import { openedExam } from '../opened.ts';

const PROGRAM = '// all my work\n';

async function handIn(target: string): Promise<HandedIn | undefined> {
  return await commands.executeCommand('exambench.handIn', { target: Uri.file(target) });
}

describe('handing in', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'handed-in-'));
  });
  after(async () => {
    const { exam, folder: student } = await openedExam();
    exam.noteHandedIn([]);
    await rm(join(student.fsPath, '.exambench', 'handed-in.json'), { force: true });
    await rm(folder, { recursive: true, force: true });
  });

  it('writes what is saved and what stands unsaved in the code, and gives a receipt', async () => {
    const { exam, current, folder: student } = await openedExam();
    const file = Uri.joinPath(student, 'adversarial.ts');
    const before = await readFile(file.fsPath, 'utf8');
    try {
      await exam.saveAnswer('1.1', { selected: ['c'] });
      const document = await workspace.openTextDocument(file);
      const edit = new WorkspaceEdit();
      edit.replace(file, new Range(0, 0, document.lineCount, 0), PROGRAM);
      await workspace.applyEdit(edit);
      const handedIn = await handIn(join(folder, 'exam.zip'));
      assert.ok(handedIn, 'nothing was handed in');
      const read = await readSubmission(await readFile(handedIn.path));
      assert.ok(read.ok, read.ok ? '' : read.error.reason);
      assert.deepEqual(read.value.answers['1.1'], { selected: ['c'] });
      assert.deepEqual(read.value.code, { 'adversarial.ts': PROGRAM });
      assert.equal(read.value.receipt, handedIn.receipt);
      assert.equal(read.value.manifest.attempt, (await readMarker(student.fsPath))?.attempt);
      assert.deepEqual(read.value.notes, []);
      const shown = new TaskTree(current);
      const items = shown.getChildren().map((node) => shown.getTreeItem(node));
      assert.match(String(items.at(-1)?.description), new RegExp(`^${handedIn.receipt} · `));
    } finally {
      await writeFile(file.fsPath, before);
      await commands.executeCommand('workbench.action.files.revert', file);
    }
  });

  it('can be done again after a change, into another file', async () => {
    const { exam } = await openedExam();
    await exam.saveAnswer('1.1', { selected: ['d'] });
    const handedIn = await handIn(join(folder, 'exam.zip'));
    assert.equal(handedIn?.path, join(folder, 'exam-2.zip'));
    assert.deepEqual((await readdir(folder)).toSorted(), ['exam-2.zip', 'exam.zip']);
    assert.equal(exam.handedIn.length, 2);
    assert.notEqual(exam.handedIn[0]?.receipt, exam.handedIn[1]?.receipt);
  });

  it('finds the receipt again when the exam is opened anew', async () => {
    const { current, exam } = await openedExam();
    const { handedIn } = exam;
    await current.reopen();
    assert.deepEqual((await current.require()).handedIn, handedIn);
  });

  it('leaves nothing behind where the file cannot be written', async () => {
    const { exam } = await openedExam();
    const count = exam.handedIn.length;
    assert.equal(await handIn(join(folder, 'gone', 'exam.zip')), undefined);
    assert.equal(exam.handedIn.length, count);
    assert.equal((await readdir(folder)).length, 2);
  });
});
