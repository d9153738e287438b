/** How task views bear narrow panels, zoom, the keyboard, other directions of writing, and colours that the system forces. */
import { type Locator, type Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openTaskHost, type TaskHostChannel } from '../../src/protocol/taskChannel.ts';
import { type TaskViewState } from '../../src/protocol/messages.ts';
import { accessibilityTroubles } from '../support/axe.ts';
import { FakeHost, examTask } from './examTask.ts';
import { useViews } from './useViews.ts';

const views = useViews();

const long = `a_1 ${Array.from({ length: 14 }, (_, i) => `+ a_{${i + 2}}`).join(' ')}`;
const wide = [
  `A word that is long: ${'Donaudampfschifffahrt'.repeat(3)}`,
  `A formula that does not break $\\underbrace{${long}}_{\\text{in one piece}}$.`,
  `$$y = ${long}$$`,
  `| a | b | c |\n|---|---|---|\n| $${long}$ | x | y |`,
  `\`\`\`\n${'const z = x.clone(); '.repeat(6)}\n\`\`\``,
].join('\n\n');

const wideTask: TaskViewState = {
  ...examTask,
  task: {
    ...examTask.task,
    title: `${examTask.task.title} with a title of a length that nobody expects`,
    prompt: wide,
    questions: examTask.task.questions.map((question) => ({ ...question, prompt: wide })),
  },
};

interface Opened {
  readonly page: Page;
  readonly host: FakeHost;
  readonly channel: TaskHostChannel;
  readonly question: (id: string) => Locator;
}

async function show(
  state: TaskViewState,
  width: number,
  prepare?: (page: Page) => Promise<void>,
): Promise<Opened> {
  const view = await views.open({ view: 'task', theme: 'light', width });
  const host = new FakeHost(state);
  const channel = openTaskHost(view.transport, host.handlers, () => undefined);
  const { page } = view;
  await prepare?.(page);
  await view.open();
  await page.locator('.katex').first().waitFor();
  await page.locator('vscode-text-area').waitFor();
  await page.locator('vscode-radio').first().waitFor();
  return { page, host, channel, question: (id) => page.locator(`[data-question="${id}"]`) };
}

/** What stands out of the page on either side, by its tag and class. */
const standingOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const page = document.documentElement.scrollWidth > width ? ['the page scrolls'] : [];
    const cards = [
      ...document.querySelectorAll('main, .question, .verdict, .prose, vscode-button'),
    ];
    const out = cards.filter((each) => {
      const { left, right } = each.getBoundingClientRect();
      return left < 0 || right > width;
    });
    return [...page, ...out.map(({ tagName, className }) => `${tagName} ${className}`)];
  });

describe('a task view', () => {
  it.each([
    [1200, 'wide'],
    [360, 'at 720 px, zoomed to 200 %'],
    [320, 'narrow'],
  ])('keeps everything inside %i px (%s)', async (width) => {
    const { page } = await show(wideTask, width);
    expect(await standingOut(page)).toEqual([]);
    const display = page.locator('.katex-display').first();
    const scrolls = await display.evaluate((each) => each.scrollWidth > each.clientWidth);
    expect(scrolls).toBe(width < 700);
  });

  it('keeps a formula and its full stop on one line', async () => {
    const { page, question } = await show(examTask, 720);
    const prompts = await page.locator('.prose').count();
    for (let width = 700; width >= 320; width -= 20) {
      await page.setViewportSize({ width, height: 600 });
      const torn = await page
        .locator('.unbroken')
        .evaluateAll((all) =>
          all.filter((each) => each.getClientRects().length > 1).map((each) => each.textContent),
        );
      expect(torn, `${width} px`).toEqual([]);
    }
    expect(prompts).toBeGreaterThan(3);
    expect(await question('3b').locator('.unbroken').count()).toBeGreaterThan(0);
  });

  it('shows where the focus is, wherever the Tab key leads, in the order of the page', async () => {
    const { page } = await show(examTask, 720, (page) =>
      page.emulateMedia({ reducedMotion: 'reduce' }),
    );
    const tops: number[] = [];
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press('Tab');
      const stopped = await focusedPicture(page);
      if (stopped === undefined) break;
      expect(stopped.isVisible, stopped.name).toBe(true);
      tops.push(stopped.top);
    }
    expect(tops.length).toBeGreaterThan(8);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  });

  it('writes each paragraph in its own direction, and formulas from left to right', async () => {
    const { page, question } = await show(examTask, 720);
    await question('3b').getByRole('textbox').fill('الحد $\\|w\\|_1$ مهم.\n\nAnd **English**.');
    const [arabic, english] = await question('3b').locator('.preview p').all();
    const direction = (
      paragraph: Locator | undefined,
    ): Promise<[boolean, string] | undefined> | undefined =>
      paragraph?.evaluate((each) => {
        const range = document.createRange();
        range.selectNodeContents(each);
        const words = range.getBoundingClientRect();
        const box = each.getBoundingClientRect();
        const formula = each.querySelector('.katex');
        return [
          box.right - words.right < words.left - box.left,
          formula === null ? '' : getComputedStyle(formula).direction,
        ];
      });
    expect(await direction(arabic)).toEqual([true, 'ltr']);
    expect((await direction(english))?.[0]).toBe(false);
    await expect.poll(() => page.locator('.preview .katex').count()).toBe(1);
  });

  it('keeps what is selected backwards when it is drawn again', async () => {
    const { page, host, channel, question } = await show(examTask, 720);
    const field = question('3b').getByRole('textbox');
    await field.fill('one two');
    await page.keyboard.press('Shift+Control+ArrowLeft');
    await question('3b').locator('[data-saving=saved]', { hasText: 'Saved' }).waitFor();
    channel.tell('stateChanged', host.state({ restricted: true }));
    await page.getByText('This folder is not trusted').waitFor();
    const selection = await field.evaluate((each: HTMLTextAreaElement) => [
      each.selectionStart,
      each.selectionEnd,
      each.selectionDirection,
    ]);
    expect(selection).toEqual([4, 7, 'backward']);
  });

  it('shows what is selected also in colours that the system forces', async () => {
    const { page, question } = await show(examTask, 480, (page) =>
      page.emulateMedia({ forcedColors: 'active' }),
    );
    const radio = question('1.1').getByRole('radio').first();
    const before = await radio.screenshot();
    await radio.click();
    await page.mouse.move(0, 0);
    await question('1.2').getByRole('checkbox').first().focus();
    expect((await radio.screenshot()).equals(before)).toBe(false);
    const indicator = radio.locator('.checked-indicator');
    expect(await indicator.evaluate((each) => getComputedStyle(each).backgroundColor)).toBe(
      'rgb(0, 0, 0)',
    );
    expect(await accessibilityTroubles(page)).toEqual([]);
  });
});

interface Stop {
  readonly name: string;
  readonly top: number;
  /** the focus changes how it looks */
  readonly isVisible: boolean;
}

/** Undefined where the focus is on nothing. */
async function focusedPicture(page: Page): Promise<Stop | undefined> {
  const place = await page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return undefined;
    const { left, top, width, height } = focused.getBoundingClientRect();
    const name = focused.getAttribute('aria-label') ?? focused.textContent.trim();
    const margin = 5;
    return {
      name: `${focused.tagName} ${name}`,
      top: top + window.scrollY,
      clip: {
        x: left - margin,
        y: top - margin,
        width: width + 2 * margin,
        height: height + 2 * margin,
      },
    };
  });
  if (place === undefined) return undefined;
  const { name, top, clip } = place;
  const calm = { clip, animations: 'disabled', caret: 'hide' } as const;
  const focused = await page.screenshot(calm);
  await page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return;
    element.blur();
    addEventListener(
      'focus-again',
      () => {
        element.focus({ preventScroll: true });
      },
      { once: true },
    );
  });
  const blurred = await page.screenshot(calm);
  await page.evaluate(() => dispatchEvent(new Event('focus-again')));
  return { name, top, isVisible: !focused.equals(blurred) };
}
