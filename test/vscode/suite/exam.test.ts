import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands, TabInputWebview, window } from 'vscode';
import { TaskTree } from '../../../src/vscode/taskTree.ts';
import { eventually, openedExam } from '../opened.ts';

const taskTabs = () =>
  window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof TabInputWebview && /exambench\.task/.test(input.viewType),
    );

describe('an open exam', () => {
  it('lists five tasks and twenty questions in the tree', async () => {
    const { current } = await openedExam();
    const tree = new TaskTree(current);
    const tasks = tree.getChildren();
    assert.equal(tasks.length, 5);
    const questions = tasks.flatMap((task) => tree.getChildren(task));
    assert.equal(questions.length, 20);
    for (const node of questions) assert.deepEqual(tree.getChildren(node), []);
  });

  it('gives every question in the tree a status, points and a way to open it', async () => {
    const { current } = await openedExam();
    const tree = new TaskTree(current);
    for (const task of tree.getChildren()) {
      for (const node of tree.getChildren(task)) {
        const item = tree.getTreeItem(node);
        assert.ok(item.iconPath, 'no icon');
        assert.match(String(item.description), /\d/);
        assert.equal(item.command?.command, 'exambench.openTask');
      }
    }
  });

  it('opens one panel per task, also when asked twice', async () => {
    const { exam } = await openedExam();
    const [first, second] = exam.tasks;
    await commands.executeCommand('exambench.openTask', first?.id);
    await commands.executeCommand('exambench.openTask', second?.id);
    await commands.executeCommand('exambench.openTask', first?.id, '1.1');
    const titles = await eventually(() => {
      const found = taskTabs().map(({ label }) => label);
      return found.length === 2 ? found : undefined;
    });
    assert.deepEqual(titles.toSorted(), [
      '1 · ' + (first?.title ?? ''),
      '2 · ' + (second?.title ?? ''),
    ]);
    await window.tabGroups.close(taskTabs());
  });

  it('keeps answers while panels are closed, opened, and the exam is opened anew', async () => {
    const { exam, current } = await openedExam();
    const task = exam.tasks[0]?.id;
    await commands.executeCommand('exambench.openTask', task);
    await exam.saveAnswer('1.1', { selected: ['b'] });
    await window.tabGroups.close(taskTabs());
    await commands.executeCommand('exambench.openTask', task);
    assert.deepEqual(exam.record('1.1').answer, { selected: ['b'] });
    await current.reopen();
    const again = await current.require();
    assert.deepEqual(again.record('1.1').answer, { selected: ['b'] });
    await window.tabGroups.close(taskTabs());
  });

  it('writes the second copy of the answers into the folder', async () => {
    const { exam, folder } = await openedExam();
    await exam.saveAnswer('1.2', { selected: ['c'] });
    const copy = await eventually(async () => {
      const text = await readFile(join(folder.fsPath, '.exambench', 'answers.json'), 'utf8');
      return text.includes('"1.2"') ? (JSON.parse(text) as { taskSet: string }) : undefined;
    });
    assert.equal(copy.taskSet, 'ml1');
  });

  it('checks a choice and keeps its verdict until the answer changes', async () => {
    const { exam } = await openedExam();
    await exam.saveAnswer('1.2', { selected: ['a'] });
    await commands.executeCommand('exambench.checkQuestion', '1.2');
    const { verdict } = exam.record('1.2');
    assert.ok(verdict);
    assert.ok(['correct', 'wrong'].includes(verdict.verdict), verdict.verdict);
    await exam.saveAnswer('1.2', { selected: ['d'] });
    assert.equal(exam.record('1.2').verdict, undefined);
  });

  it('hands a text answer to a person', async () => {
    const { exam } = await openedExam();
    await exam.saveAnswer('3c', { text: 'A small norm of w limits the slope of y.' });
    await commands.executeCommand('exambench.checkQuestion', '3c');
    assert.equal(exam.record('3c').verdict?.verdict, 'manual');
  });

  it('lets a window that lost the exam to another one read only', async () => {
    const { exam, current } = await openedExam();
    await current.reopen(); // as another window would
    await assert.rejects(exam.saveAnswer('1.3', { selected: ['a'] }));
    assert.match(exam.readOnly ?? '', /another window/);
    assert.equal((await current.require()).readOnly, undefined);
  });
});
