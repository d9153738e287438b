/** What only authors see: problems of their set, and solutions, in the page that students see as well. */
import { type Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type PreviewState, type TaskViewState } from '../../src/protocol/messages.ts';
import { type TaskHostChannel, openTaskHost } from '../../src/protocol/taskChannel.ts';
import { expectAccessible } from '../support/axe.ts';
import { FakeHost, examTask } from './examTask.ts';
import { useViews } from './useViews.ts';
import { type Theme } from './viewWindow.ts';

const views = useViews();

const problem = {
  file: '1-task/task.yaml',
  line: 7,
  column: 5,
  message: 'unknown field "tilte"; did you mean \'title\'?',
};

const solutions: PreviewState['solutions'] = {
  '1.1': [
    {
      title: 'Options',
      entries: [
        { label: 'a', text: 'It adds $b$', remark: 'A bias shifts.', right: false },
        { label: 'b', text: 'It multiplies', remark: 'That is a **gate**.', right: true },
      ],
    },
    { title: 'Hints', entries: [{ text: 'What is $\\sigma$?' }] },
  ],
};

interface Shown {
  readonly host: FakeHost;
  readonly page: Page;
  readonly channel: TaskHostChannel;
}

const stateWith = (preview: PreviewState): TaskViewState => ({ ...examTask, preview });

async function show(preview: PreviewState, theme: Theme = 'dark'): Promise<Shown> {
  const host = new FakeHost(stateWith(preview));
  const view = await views.open({ view: 'task', theme });
  const channel = openTaskHost(view.transport, host.handlers, () => undefined);
  await view.open();
  await view.page.locator('vscode-text-area').waitFor();
  await view.page.locator('.katex').first().waitFor();
  return { host, page: view.page, channel };
}

describe('a preview', () => {
  it.each(['light', 'high-contrast'] as const)('has no fault in %s', async (theme) => {
    const { page } = await show({ problems: [problem], solutions }, theme);
    await expectAccessible(page);
  });

  it('leads to the place of a problem, by keyboard as well', async () => {
    const { host, page } = await show({ problems: [problem] });
    const place = page.getByRole('button', { name: '1-task/task.yaml:7:5' });
    await place.focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => host.asked)
      .toEqual([{ method: 'openPlace', params: { file: '1-task/task.yaml', line: 7, column: 5 } }]);
    expect(await page.locator('.set-problems').textContent()).toContain('did you mean');
  });

  it('shows nothing of an author where it is one for students', async () => {
    const { page } = await show({ problems: [] });
    expect(await page.locator('.solution, .set-problems, .banner').count()).toBe(0);
  });

  it('shows solutions below the question, typeset, and says what is right in words', async () => {
    const { page } = await show({ problems: [], solutions });
    const solution = page.getByRole('region', { name: 'Solution of question 1.1' });
    expect(await solution.locator('h3').allTextContents()).toEqual(['Options', 'Hints']);
    expect(await solution.locator('.katex').count()).toBe(2);
    const rightOnes = solution.locator('li', { hasText: 'Right:' });
    expect(await rightOnes.count()).toBe(1);
    expect(await rightOnes.locator('.entry-label').textContent()).toBe('b');
  });

  it('keeps the place of the page and what was typed when the set is read anew', async () => {
    const { page, channel, host } = await show({ problems: [] });
    const area = page.locator('[data-question="3b"]').getByRole('textbox');
    await area.fill('smooth, because');
    await page.locator('[data-question="3b"] [data-saving=saved]', { hasText: 'Saved' }).waitFor();
    await page.evaluate(() => {
      document.documentElement.style.scrollBehavior = 'auto';
      window.scrollTo(0, 300);
    });
    channel.tell('stateChanged', {
      ...host.state(),
      task: { ...examTask.task, title: 'Another title' },
      preview: { problems: [] },
    });
    await page.getByRole('heading', { name: 'Another title' }).waitFor();
    expect(await area.inputValue()).toBe('smooth, because');
    expect(await page.evaluate(() => window.scrollY)).toBe(300);
  });

  it('has other answers with solutions, whatever was typed before', async () => {
    const { page, channel } = await show({ problems: [] });
    const area = page.locator('[data-question="3b"]').getByRole('textbox');
    await area.fill('mine');
    await page.locator('[data-question="3b"] [data-saving=saved]', { hasText: 'Saved' }).waitFor();
    const reference = { '3b': { revision: 1, answer: { text: 'the model answer' } } };
    channel.tell('stateChanged', {
      ...stateWith({ problems: [], solutions }),
      questions: { ...examTask.questions, ...reference },
    });
    await expect.poll(() => area.inputValue()).toBe('the model answer');
    channel.tell('stateChanged', {
      ...stateWith({ problems: [] }),
      questions: { ...examTask.questions, '3b': { revision: 1, answer: { text: 'mine' } } },
    });
    await expect.poll(() => area.inputValue()).toBe('mine');
  });
});
