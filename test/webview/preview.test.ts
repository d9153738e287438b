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

type Told = Partial<PreviewState>;

const previewed = (told: Told): PreviewState => ({
  problems: [],
  isStale: false,
  memento: 'folder=file%3A%2F%2F%2Fset&task=1-task&variant=1',
  ...told,
});

const stateWith = (told: Told): TaskViewState => ({ ...examTask, preview: previewed(told) });

async function show(told: Told, theme: Theme = 'dark'): Promise<Shown> {
  return await showState(stateWith(told), theme);
}

async function showState(state: TaskViewState, theme: Theme = 'dark'): Promise<Shown> {
  const host = new FakeHost(state);
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

  it('says whether what stands below the problems is the set as it is', async () => {
    const words = async (told: Told) =>
      (await show(told)).page.locator('.set-problems-words').textContent();
    expect(await words({ problems: [problem] })).not.toContain('last version');
    expect(await words({ problems: [problem], isStale: true })).toContain('last version');
  });

  it('says why an exam is not judged, and does not offer to check it', async () => {
    const exam = { ...stateWith({}), mode: 'exam', canGrade: false } as const;
    const { page } = await showState(exam);
    expect(await page.locator('.banner').textContent()).toContain('not judged here');
    const card = page.locator('[data-question="1.1"]');
    expect(await card.getByRole('button', { name: 'Can it be read?' }).count()).toBe(1);
    expect(await card.getByRole('button', { name: /^Check/ }).count()).toBe(0);
    await expectAccessible(page);
  });

  it('leads from variant to variant, by buttons and by number', async () => {
    const { page, host } = await show({ variant: { shown: 3, count: 4 } }, 'light');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Next variant' }).click();
    await page.getByRole('button', { name: 'Previous variant' }).click();
    const field = page.getByRole('spinbutton', { name: 'Variant' });
    await field.fill('99');
    await field.press('Enter');
    await expect
      .poll(() => host.asked.map(({ params }) => params))
      .toEqual([{ variant: 4 }, { variant: 2 }, { variant: 4 }]);
  });

  it('ends at the last variant', async () => {
    const { page } = await show({ variant: { shown: 4, count: 4 } });
    const next = page.getByRole('button', { name: 'Next variant' });
    expect(await next.getAttribute('disabled')).not.toBeNull();
  });

  it('brings the question of the cursor into sight, and leaves the focus where it is', async () => {
    const { page, channel } = await show({});
    const place = page.locator('[data-question="1.1"]').getByRole('radio').first();
    await place.focus();
    const heading = page.locator('#question-5a');
    const top = () => heading.evaluate((element) => element.getBoundingClientRect().top);
    const height = await page.evaluate(() => window.innerHeight);
    expect(await top()).toBeGreaterThan(height);
    channel.tell('questionShown', { question: '5a' });
    await expect.poll(top).toBeLessThan(height - 50);
    expect(await top()).toBeGreaterThanOrEqual(0);
    expect(await place.evaluate((element) => element.matches(':focus-within, :focus'))).toBe(true);
    channel.tell('questionShown', {});
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeLessThan(100);
  });

  it('leaves a memento by which the host finds it after a reload', async () => {
    const { page } = await show({ memento: 'folder=file%3A%2F%2F%2Fother' });
    const state = () => page.evaluate(() => JSON.stringify(Object.values(sessionStorage)));
    await expect.poll(state).toContain('file%3A%2F%2F%2Fother');
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
      preview: previewed({}),
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
