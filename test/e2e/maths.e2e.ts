import { match, ok } from 'node:assert/strict';
import { useExam } from '../support/examWindow.ts';

describe('A task with formulas', () => {
  const exam = useExam();

  it('shows them typeset, in the fonts that come along', async () => {
    const task = await exam().openTask(3);
    await task.formulas.first().waitFor();
    ok((await task.formulas.count()) >= 5);
    match(await task.loadedFonts(), /KaTeX_Math/);
  });

  it('leads to the next task', async () => {
    const task = await exam().taskPage(3);
    await task.next();
    await exam().editor.tab('4 · RNN').waitFor();
  });

  it('keeps a text and shows it typeset while it is written', async () => {
    const task = await exam().openTask(3);
    await task.write('3c', 'The bound grows with $\\|w\\|_1$.');
    await task.question('3c').locator('.katex').last().waitFor();
    await exam().editor.reload();
    const again = await exam().taskPage(3);
    match(await again.written('3c'), /The bound grows/);
  });
});
