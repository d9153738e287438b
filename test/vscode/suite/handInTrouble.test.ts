import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, Range, Uri, workspace, WorkspaceEdit } from 'vscode';
import {
  type AttemptMarker,
  readMarker,
  writeMarker,
} from '../../../src/runtime/attempt/marker.ts';
import { type HandedIn } from '../../../src/runtime/submission/handedIn.ts';
import { readSubmission } from '../../../src/runtime/submission/readSubmission.ts';
import { keepPrograms } from '../../../src/vscode/keptPrograms.ts';
import { Log } from '../../../src/vscode/log.ts';
import { studentName } from '../../../src/vscode/studentName.ts';
import { eventually, openedExam } from '../opened.ts';

const NAME = 'adversarial.ts';

async function overwrite(file: Uri, text: string): Promise<void> {
  const document = await workspace.openTextDocument(file);
  const edit = new WorkspaceEdit();
  edit.replace(file, new Range(0, 0, document.lineCount, 0), text);
  await workspace.applyEdit(edit);
}

describe('handing in, when something is in the way', function () {
  this.timeout(90_000); // the first wakes up TypeScript

  let home: string;
  let file: Uri;
  let skeleton: string;

  /** The programs of what is handed in now. */
  async function handedInCode(): Promise<Readonly<Record<string, string>>> {
    const target = Uri.file(join(home, 'exam.zip'));
    const handedIn = await commands.executeCommand<HandedIn | undefined>('exambench.handIn', {
      target,
    });
    assert.ok(handedIn, 'nothing was handed in');
    const read = await readSubmission(await readFile(handedIn.path));
    assert.ok(read.ok, read.ok ? '' : read.error.reason);
    return read.value.code;
  }

  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'trouble-'));
    file = Uri.joinPath((await openedExam()).folder, NAME);
    skeleton = await readFile(file.fsPath, 'utf8');
  });

  afterEach(async () => {
    await rm(file.fsPath, { recursive: true, force: true });
    const unsaved = workspace.textDocuments.find(
      ({ uri, isDirty }) => isDirty && uri.fsPath === file.fsPath,
    );
    if (unsaved !== undefined) await overwrite(file, skeleton);
    assert.notEqual(await unsaved?.save(), false);
    await writeFile(file.fsPath, skeleton);
  });

  after(async () => {
    const { exam, folder } = await openedExam();
    exam.noteHandedIn([]);
    await rm(join(folder.fsPath, '.exambench', 'handed-in.json'), { force: true });
    await rm(home, { recursive: true, force: true });
  });

  it('takes what another program wrote into an open file, at once', async () => {
    await workspace.openTextDocument(file);
    await writeFile(file.fsPath, '// from another editor\n');
    assert.deepEqual(await handedInCode(), { [NAME]: '// from another editor\n' });
  });

  it('takes the editor’s text where the file cannot be saved, and says so', async () => {
    const { exam } = await openedExam();
    await overwrite(file, '// in the editor\n');
    await rm(file.fsPath);
    await mkdir(file.fsPath);
    try {
      const told = await keepPrograms(exam);
      assert.match(told.join(), /adversarial\.ts could not be saved.* stands in the editor/);
      assert.deepEqual(await handedInCode(), { [NAME]: '// in the editor\n' });
    } finally {
      await rm(file.fsPath, { recursive: true });
    }
  });

  it('takes what was kept of a file that is gone, and says so', async () => {
    const { exam } = await openedExam();
    await writeFile(file.fsPath, '// kept\n');
    assert.deepEqual(await keepPrograms(exam), []);
    await rm(file.fsPath);
    assert.match((await keepPrograms(exam)).join(), /adversarial\.ts is missing.* question 5a/);
    assert.deepEqual(await handedInCode(), { [NAME]: '// kept\n' });
  });

  describe('asking for the name', () => {
    /** Stays open: all logs of a window write to one channel. */
    const log = new Log();
    const marker: AttemptMarker = { taskSet: 'ml1', version: '1.0.0', attempt: 'a', variant: 0 };
    const required = { recipients: [], name: 'required' } as const;
    let folder: string;

    /** Presses a key of the box until the question is answered. */
    async function answering<T>(asked: Promise<T>, command: string): Promise<T> {
      let answer: { readonly value: T } | undefined;
      void asked.then((value) => (answer = { value }));
      return (
        await eventually(async () => {
          await commands.executeCommand(command);
          return answer;
        })
      ).value;
    }

    beforeEach(async () => {
      folder = await mkdtemp(join(home, 'student-'));
      await writeMarker(folder, marker);
    });

    it('hands nothing in when the student thinks better of it', async () => {
      const asked = studentName(folder, { ...marker, student: 'Ada ' }, required, log);
      assert.equal(await answering(asked, 'workbench.action.closeQuickOpen'), undefined);
      assert.deepEqual(await readMarker(folder), marker);
    });

    it('offers the name of last time, and hands in under it where it cannot be kept', async () => {
      const gone = join(folder, '.exambench');
      await rm(gone, { recursive: true });
      await writeFile(gone, 'no folder');
      const known = { ...marker, student: 'Ada ' };
      const asked = studentName(folder, known, required, log);
      assert.deepEqual(await answering(asked, 'workbench.action.acceptSelectedQuickOpenItem'), {
        student: 'Ada',
      });
      assert.deepEqual(await readdir(folder), ['.exambench']);
    });
  });
});
