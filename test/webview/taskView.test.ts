import { type Locator, type Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type TaskHostChannel, openTaskHost } from '../../src/protocol/taskChannel.ts';
import { type TaskViewState } from '../../src/protocol/messages.ts';
import { FakeHost, codeVerdict, examTask } from './examTask.ts';
import themes from './themes.json' with { type: 'json' };
import { useViews } from './useViews.ts';
import { type Theme } from './viewWindow.ts';

const views = useViews();

interface Seen {
  readonly page: Page;
  readonly channel: TaskHostChannel;
  readonly question: (id: string) => Locator;
}

async function show(host: FakeHost, theme: Theme = 'dark'): Promise<Seen> {
  const open = await views.open({ view: 'task', theme });
  const channel = openTaskHost(open.transport, host.handlers, () => undefined);
  await open.open();
  const { page } = open;
  await page.locator('.katex').first().waitFor();
  // every form and every control is there
  await page.waitForFunction(
    () =>
      document.querySelector('vscode-radio') !== null &&
      document.querySelector('.question > .progress, :not(:defined)') === null,
  );
  return { page, channel, question: (id) => page.locator(`[data-question="${id}"]`) };
}

const loadedKinds = async (page: Page): Promise<string[]> =>
  (
    await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name.replace(/.*\//, '')),
    )
  ).flatMap((name) => /^(choice|text|code)-/.exec(name)?.[1] ?? []);

describe('the task view', () => {
  it.each(Object.keys(themes) as Theme[])(
    'typesets, in %s, under the strict policy',
    async (theme) => {
      const { page, question } = await show(new FakeHost(), theme);
      expect(await page.locator('.katex').count()).toBeGreaterThan(5);
      expect(await page.locator('.maths-waiting').count()).toBe(0);
      expect(
        await page.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth),
      ).toBe(240);
      await page.evaluate(() => document.fonts.ready);
      expect(await page.evaluate(() => document.fonts.check('16px KaTeX_Main'))).toBe(true);
      await question('3b').locator('summary').click();
      expect(await question('3b').locator('details .katex').isVisible()).toBe(true);
    },
  );

  it('gives the controls the colours of the theme', async () => {
    const { question } = await show(new FakeHost(), 'light');
    const colour = await question('5a')
      .locator('vscode-button[appearance=primary]')
      .evaluate((button) => getComputedStyle(button).backgroundColor);
    const [, ...digits] = /^#(..)(..)(..)$/.exec(themes.light['--vscode-button-background']) ?? [];
    expect(colour).toBe(`rgb(${digits.map((hex) => parseInt(hex, 16)).join(', ')})`);
  });

  it('loads the code of a kind only where the kind occurs', async () => {
    const host = new FakeHost();
    const choices = examTask.task.questions.filter(({ kind }) => kind === 'choice');
    const onlyChoices = { ...examTask, task: { ...examTask.task, questions: choices } };
    const all = host.state();
    let state: TaskViewState = onlyChoices;
    const open = await views.open({ view: 'task' });
    const handlers = { ...host.handlers, ready: () => state };
    const channel = openTaskHost(open.transport, handlers, () => undefined);
    await open.open();
    await open.page.locator('vscode-radio').first().waitFor();
    expect(await loadedKinds(open.page)).toEqual(['choice']);
    state = all;
    channel.tell('stateChanged', all);
    await open.page.locator('vscode-text-area').waitFor();
    expect((await loadedKinds(open.page)).sort()).toEqual(['choice', 'code', 'text']);
  });

  it('is solved by keyboard alone', async () => {
    const host = new FakeHost();
    const { page, question } = await show(host);
    const radios = question('1.1').getByRole('radio');
    await radios.first().focus();
    await page.keyboard.press('ArrowDown');
    await question('1.1').locator('[data-saving=saved]', { hasText: 'Saved' }).waitFor();
    expect(await radios.nth(1).getAttribute('aria-checked')).toBe('true');
    expect(host.questions.get('1.1')?.answer).toEqual({ selected: ['b'] });
    await page.keyboard.press('Control+Enter');
    await question('1.1')
      .locator('[data-verdict=correct]', { hasText: 'Correct · 1 of 1 point' })
      .waitFor();
    expect(await question('1.1').locator('.option-remark').textContent()).toContain('Right.');
    expect(await page.locator('[role=status][aria-live=polite]').textContent()).toBe(
      'Question 1.1: Correct, 1 of 1 point.',
    );
    await page.keyboard.press('ArrowUp');
    await question('1.1').locator('[data-verdict]').waitFor({ state: 'detached' });
  });

  it('selects several options in the order of the question', async () => {
    const host = new FakeHost();
    const { question } = await show(host);
    const boxes = question('1.2').getByRole('checkbox');
    await boxes.nth(2).press('Space');
    await boxes.nth(0).click();
    await question('1.2').locator('[data-saving=saved]', { hasText: 'Saved' }).waitFor();
    await expect.poll(() => host.questions.get('1.2')?.answer).toEqual({ selected: ['a', 'c'] });
    await boxes.nth(0).click();
    await boxes.nth(2).click();
    await expect.poll(() => host.questions.get('1.2')).toEqual({ revision: 4 });
  });

  it('names options by their formulas, once', async () => {
    const { page } = await show(new FakeHost());
    const name = /^It takes the maximum, max\W+0\W+x\W+$/;
    expect(await page.getByRole('radio', { name }).count()).toBe(1);
  });

  it('saves text while it is written, and never overwrites what was typed since', async () => {
    const host = new FakeHost();
    let release: () => void = () => undefined;
    host.gate = new Promise((resolve) => (release = resolve));
    const { page, channel, question } = await show(host);
    const field = question('3b').getByRole('textbox');
    await field.pressSequentially('one');
    await question('3b').locator('[data-saving=saving]').waitFor();
    await field.pressSequentially(' $x$');
    channel.tell('stateChanged', host.state());
    release();
    await question('3b').locator('[data-saving=saved]', { hasText: 'Saved' }).waitFor();
    expect(await field.inputValue()).toBe('one $x$');
    expect(host.questions.get('3b')?.answer).toEqual({ text: 'one $x$' });
    expect(await question('3b').locator('.preview .katex').count()).toBe(1);
    expect(await question('3b').locator('.word-count').innerText()).toBe('2 of at most 60 words');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('VSCODE-TEXT-AREA');
  });

  it('says when an answer is not saved, and why, and tries again', async () => {
    const host = new FakeHost();
    host.saveFails = 'The disk is full.';
    const { question } = await show(host);
    await question('1.1').getByRole('radio').nth(1).click();
    const saving = question('1.1').locator('[data-saving=failed]');
    await saving.waitFor();
    expect(await saving.innerText()).toContain('Not saved: The disk is full.');
    host.saveFails = undefined;
    await saving.getByRole('button', { name: 'Try again' }).click();
    await question('1.1').locator('[data-saving=saved]', { hasText: 'Saved' }).waitFor();
  });

  it('shows the checks of a program and asks the host to run it', async () => {
    const host = new FakeHost();
    host.questions.set('5a', { revision: 1, answer: { files: {} }, verdict: codeVerdict });
    const { question } = await show(host);
    const checks = await question('5a').locator('.checks li').allInnerTexts();
    expect(checks.map((line) => line.split(' ·')[0])).toEqual(['Passed', 'Failed', 'Not run']);
    expect(await question('5a').locator('.checks li:first-child .katex').count()).toBe(1);
    expect(checks[1]).toMatch(/^Failed · objective near the best reachable\n/);
    expect(await question('5a').locator('.verdict').innerText()).toContain('sign of t');
    for (const name of [
      'Open adversarial.ts',
      'Run the checks',
      'Run on CPU',
      'Run on CUDA',
      'Reset to the skeleton',
    ]) {
      await question('5a').getByRole('button', { name }).click();
      await question('5a').locator('vscode-progress-ring').waitFor({ state: 'detached' });
    }
    expect(host.asked.map(({ method, params }) => [method, params])).toEqual([
      ['openCode', { question: '5a' }],
      ...['check', 'run-cpu', 'run-cuda', 'reset'].map((action) => [
        'runCode',
        { question: '5a', action },
      ]),
    ]);
  });

  it('says that a folder is not trusted, and changes nothing when reading only', async () => {
    const host = new FakeHost();
    const { page, channel, question } = await show(host);
    channel.tell(
      'stateChanged',
      host.state({ restricted: true, readOnly: 'another window has it' }),
    );
    await page.getByRole('note').filter({ hasText: 'not trusted' }).waitFor();
    await page
      .getByRole('note')
      .filter({ hasText: 'Reading only: another window has it' })
      .waitFor();
    expect(await question('5a').getByRole('button', { name: 'Run on CPU' }).isDisabled()).toBe(
      true,
    );
    await question('1.1').getByRole('radio').nth(1).click();
    await question('1.2').getByRole('checkbox').nth(1).click();
    expect(await question('3b').getByRole('textbox').isEditable()).toBe(false);
    expect(await question('1.1').locator('[aria-checked=true]').count()).toBe(0);
    expect(host.asked).toEqual([]);
  });

  it('saves before it goes to another task, and takes the focus where it is told', async () => {
    const host = new FakeHost();
    const { page, channel, question } = await show(host);
    await question('3b').getByRole('textbox').pressSequentially('x');
    await page.getByRole('button', { name: 'Next task: Recurrent networks' }).click();
    await expect
      .poll(() => host.asked.map(({ method }) => method))
      .toEqual(['saveAnswer', 'openTask']);
    channel.tell('questionRevealed', { question: '5a' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('question-5a');
  });

  it('shows the question that it was opened for, once everything above it has grown', async () => {
    const host = new FakeHost();
    const open = await views.open({ view: 'task' });
    const channel = openTaskHost(
      open.transport,
      {
        ...host.handlers,
        ready: (params) => {
          setTimeout(() => {
            channel.tell('questionRevealed', { question: '3b' });
          });
          return host.handlers.ready(params);
        },
      },
      () => undefined,
    );
    await open.open();
    const { page } = open;
    const heading = page.locator('#question-3b');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('question-3b');
    await expect
      .poll(async () => {
        const { y = Number.NaN } = (await heading.boundingBox()) ?? {};
        const atEnd = await page.evaluate(
          () => window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 1,
        );
        return y >= 0 && (y < 100 || atEnd);
      })
      .toBe(true);
  });

  it('shows a failure of the host in words', async () => {
    const open = await views.open({ view: 'task' });
    const failing = {
      ...new FakeHost().handlers,
      ready: () => Promise.reject(new Error('No exam is open.')),
    };
    openTaskHost(open.transport, failing, () => undefined);
    await open.open();
    await open.page.getByText('No exam is open.').first().waitFor();
  });

  it('fits a narrow panel without scrolling sideways', async () => {
    const { page } = await show(new FakeHost());
    await page.setViewportSize({ width: 300, height: 600 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      300,
    );
  });
});
