import { equal, match, ok } from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSubmission } from '../../src/runtime/submission/readSubmission.ts';
import { useExam } from '../support/examWindow.ts';

describe('Handing in', () => {
  const exam = useExam();

  const submissions = async (): Promise<string[]> =>
    (await readdir(exam().folder)).filter((name) => name.endsWith('.zip'));

  it('asks once, with what is missing, and can be called off', async () => {
    const { editor } = exam();
    const task = await exam().openTask(1);
    await task.choose('1.1', 0);
    await editor.page.getByRole('button', { name: 'Hand In…' }).click();
    const dialog = editor.page.getByRole('dialog');
    await dialog.getByText('Hand in “').waitFor();
    const text = (await dialog.textContent()) ?? '';
    match(text, /Not answered: 1\.2, 1\.3, /);
    match(text, /Not checked: 1\.1\./);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
    equal((await submissions()).length, 0);
  });

  it('writes a file that reads, and shows its receipt', async () => {
    const { editor, folder } = exam();
    await editor.page.keyboard.press('Control+Alt+H');
    await editor.confirm('Hand In');
    await editor.acceptFile(/ml1-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.zip$/);
    const notice = editor.page.getByText(/Receipt: [0-9A-Z]{4}(-[0-9A-Z]{4}){3}\./).first();
    await notice.waitFor();
    const [name] = await submissions();
    ok(name);
    const read = await readSubmission(await readFile(join(folder, name)));
    ok(read.ok);
    equal(JSON.stringify(read.value.answers['1.1']), '{"selected":["a"]}');
    match((await notice.textContent()) ?? '', new RegExp(read.value.receipt));
    await editor.treeItem(new RegExp(`Handed in.*${read.value.receipt}`)).waitFor();
  });
});
