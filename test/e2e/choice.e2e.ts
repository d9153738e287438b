import { equal } from 'node:assert/strict';
import { useExam } from '../support/examWindow.ts';

describe('A multiple-choice task', () => {
  const exam = useExam();

  it('opens from the tree', async () => {
    const task = await exam().openTask(1);
    equal(await task.heading.textContent(), 'Multiple choice');
  });

  it('judges a wrong and then a right answer', async () => {
    const task = await exam().taskPage(1);
    await task.choose('1.2', 0);
    await task.check('1.2');
    await task.verdict('1.2', 'wrong').waitFor();
    await task.choose('1.1', 0);
    await task.check('1.1');
    await task.verdict('1.1', 'correct').waitFor();
  });

  it('keeps the answers over a reload of the window', async () => {
    await exam().editor.reload();
    const task = await exam().taskPage(1);
    await task.verdict('1.2', 'wrong').waitFor();
    equal(await task.option('1.2', 0).getAttribute('aria-checked'), 'true');
  });

  it('shows in one tab what was open behind another one before a reload', async () => {
    const { editor } = exam();
    await exam().openTask(2);
    await editor.reload();
    await exam().taskPage(2);
    const tabs = editor.page.getByRole('tab', { name: /^1 · Multiple choice/ });
    equal(await tabs.count(), 1);
    await exam().openTask(1);
    await editor.until(async () => {
      equal(await tabs.count(), 1);
    });
    const task = await exam().taskPage(1);
    await task.verdict('1.2', 'wrong').waitFor();
  });

  it('keeps the answers when the tab is closed and opened again', async () => {
    await exam().editor.closeTab('1 · Multiple choice');
    const task = await exam().openTask(1);
    await task.verdict('1.2', 'wrong').waitFor();
    equal(await task.option('1.2', 0).getAttribute('aria-checked'), 'true');
  });
});
