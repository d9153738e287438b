import { type Locator, type Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type TaskViewState } from '../../../src/protocol/messages.ts';
import { openTaskHost } from '../../../src/protocol/taskChannel.ts';
import { expectAccessible } from '../../support/axe.ts';
import { useViews } from '../useViews.ts';
import { type Theme } from '../viewWindow.ts';
import { TextHost, sheet } from './textTask.ts';

const views = useViews();

interface Seen {
  readonly page: Page;
  readonly field: Locator;
  readonly counts: Locator;
  readonly button: (name: string | RegExp) => Locator;
  readonly tell: (state?: Partial<TaskViewState>) => void;
}

async function show(host: TextHost, theme: Theme = 'dark'): Promise<Seen> {
  const open = await views.open({ view: 'task', theme });
  const channel = openTaskHost(open.transport, host.handlers, () => undefined);
  await open.open();
  const { page } = open;
  await page.locator('.word-count').waitFor();
  await page.waitForFunction(() => document.querySelector(':not(:defined)') === null);
  return {
    page,
    field: page.getByRole('textbox'),
    counts: page.locator('.word-count'),
    button: (name) => page.getByRole('button', { name }),
    tell: (state = {}) => {
      channel.tell('stateChanged', host.state(state));
    },
  };
}

const text = 'Small w, e.g. L1, limits the slope.';
const COMPARE = /^Compare with the model answer/;
const review = { of: text, met: [] };

describe('the length of a text', () => {
  it('is a part of the name of its field, with the question', async () => {
    const { page } = await show(new TextHost());
    const name = /^Answer to question .+, .+, at most 2 sentences and 12 words$/;
    await page.getByRole('textbox', { name }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Text area' }).count()).toBe(0);
  });

  it('is counted while it is written, in sentences and words', async () => {
    const { field, counts } = await show(new TextHost());
    expect(await counts.innerText()).toBe('0 of at most 2 sentences · 0 of at most 12 words');
    await field.fill('It is small, e.g. $a. B$. Hence smooth.');
    expect(await counts.innerText()).toBe('2 of at most 2 sentences · 8 of at most 12 words');
    expect(await counts.locator('.tone-bad').count()).toBe(0);
  });

  it('is told when it becomes too much, once, also to who does not see it', async () => {
    const { page, field, counts } = await show(new TextHost());
    const announced = page.locator('.announcements');
    await field.fill('One. Two. Three.');
    await expect.poll(() => announced.textContent()).toBe('Too long: 3 of at most 2 sentences.');
    expect((await counts.locator('.tone-bad').innerText()).trim()).toBe('3 of at most 2 sentences');
    await field.fill(`One. Two. Three ${'word '.repeat(10)}`);
    await expect.poll(() => announced.textContent()).toBe('Too long: 13 of at most 12 words.');
    expect(await counts.locator('.tone-bad').count()).toBe(2);
  });

  it('follows the rules of the language', async () => {
    const { field, counts, tell } = await show(new TextHost());
    await field.fill('Man nimmt z. B. Dropout bzw. Rauschen.');
    tell({ language: 'de' });
    await expect.poll(() => counts.innerText()).toContain('1 of at most 2 sentences');
  });
});

describe('comparing a text with its model answer', () => {
  it('begins once there is an answer, and remembers which', async () => {
    const host = new TextHost();
    const { page, field, button } = await show(host);
    expect(await button(COMPARE).count()).toBe(0);
    await field.fill(text);
    await button(COMPARE).click();
    await page.getByRole('heading', { name: 'Model answer' }).waitFor();
    await expect.poll(() => host.answer).toEqual({ text, review });
    expect(await page.locator('.review .prose .katex').count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Model answer');
    expect(await page.locator('.criterion-remarks').first().innerText()).toContain(
      'y cannot change fast',
    );
    expect(await button(COMPARE).count()).toBe(0);
  });

  it('keeps every tick at once, by keyboard, and says what they come to', async () => {
    const host = new TextHost().knows({ text, review });
    const { page } = await show(host);
    const boxes = page.getByRole('checkbox');
    await boxes.nth(2).press('Space');
    await expect.poll(() => host.answer).toEqual({ text, review: { of: text, met: [2] } });
    await boxes.nth(0).press('Space');
    await expect.poll(() => host.answer?.review?.met).toEqual([0, 2]);
    expect(await page.locator('.own-points').innerText()).toBe(
      'By your own ticks: 1.5 of 3 points; a person grades this.',
    );
    await boxes.nth(2).click();
    await expect.poll(() => host.answer?.review?.met).toEqual([0]);
  });

  it('says that the text was changed since, and shows what it was', async () => {
    const host = new TextHost().knows({ text, review: { of: text, met: [1] } });
    const { page, field } = await show(host);
    await page.locator('.review').waitFor();
    expect(await page.locator('.review-changed').count()).toBe(0);
    await field.fill('Another text.');
    const changed = page.locator('.review-changed');
    await changed.waitFor();
    await changed.locator('summary').click();
    expect(await changed.locator('.prose').innerText()).toBe(text);
    await expect
      .poll(() => host.answer)
      .toEqual({ text: 'Another text.', review: { of: text, met: [1] } });
    await page.getByRole('checkbox').first().press('Space');
    await expect.poll(() => host.answer?.review).toEqual({ of: text, met: [0, 1] });
    await field.fill('');
    await expect.poll(() => host.answer).toEqual({ text: '', review: { of: text, met: [0, 1] } });
  });

  it('says why the host shows none, and tries again', async () => {
    let refusal: string | undefined = 'Not now.';
    const host = new TextHost({
      reviewText: () => {
        if (refusal !== undefined) throw new Error(refusal);
        return sheet;
      },
    }).knows({ text });
    const { page, button } = await show(host);
    await button(COMPARE).click();
    await expect.poll(() => page.locator('.problem').innerText()).toBe('Not now.');
    expect(host.answer).toEqual({ text });
    refusal = undefined;
    await button(COMPARE).click();
    await page.locator('.review').waitFor();
    expect(await page.locator('.problem').count()).toBe(0);
  });

  it('does not begin while the answer cannot be saved', async () => {
    const host = new TextHost();
    host.saveFails = 'The disk is full.';
    const { page, field, button } = await show(host);
    await field.fill(text);
    await button(COMPARE).click();
    await page.locator('[data-saving=failed]').waitFor();
    expect(await page.locator('.review').count()).toBe(0);
  });

  it('is not offered in an exam, nor where nothing can be changed', async () => {
    const host = new TextHost().knows({ text });
    const { page, button, tell } = await show(host);
    await button(COMPARE).waitFor();
    tell({ mode: 'exam', modelAnswers: false });
    await button(COMPARE).waitFor({ state: 'detached' });
    tell();
    await button(COMPARE).waitFor();
    tell({ readOnly: 'another window has it' });
    await button(COMPARE).waitFor({ state: 'detached' });
    expect(await page.locator('.graded-by-person').innerText()).toContain('A person grades this');
  });

  it('can still be read where nothing can be changed', async () => {
    const host = new TextHost().knows({ text, review: { of: text, met: [0] } });
    const { page, tell } = await show(host);
    tell({ readOnly: 'another window has it', suggestions: true });
    const boxes = page.getByRole('checkbox');
    await boxes.nth(1).press('Space');
    expect(await boxes.nth(0).getAttribute('aria-checked')).toBe('true');
    expect(host.asked).toEqual([]);
  });
});

describe('what a language model makes of a text', () => {
  const ASK = /^Ask the language model/;

  it('is not asked for unless that is switched on', async () => {
    const { page, button, tell } = await show(new TextHost().knows({ text, review }));
    await page.locator('.review').waitFor();
    expect(await button(ASK).count()).toBe(0);
    tell({ suggestions: true });
    await button(ASK).waitFor();
  });

  it('stands at each criterion as a suggestion, and ticks nothing', async () => {
    const host = new TextHost().knows({ text, review });
    const { page, field, button, tell } = await show(host);
    tell({ suggestions: true });
    await button(ASK).click();
    const said = page.locator('.suggestion');
    await said.first().waitFor();
    expect(await said.allInnerTexts()).toEqual([
      'Suggestion by Some Model: it is there. It says "slope".',
      'Suggestion by Some Model: it is not there. <b>Nothing</b> is *penalised*.',
      'Suggestion by Some Model: unclear. Perhaps.',
    ]);
    expect(host.answer).toEqual({ text, review });
    expect(await page.locator('.own-points').innerText()).toContain('0 of 3 points');
    await field.fill('Another text.');
    await said.first().waitFor({ state: 'detached' });
  });

  it('says why there is none', async () => {
    const host = new TextHost({
      suggestReview: () => {
        throw new Error('VS Code offers no language model.');
      },
    }).knows({ text, review });
    const { page, button, tell } = await show(host);
    tell({ suggestions: true });
    await button(ASK).click();
    await expect
      .poll(() => page.locator('.problem').innerText())
      .toBe('VS Code offers no language model.');
    expect(await page.locator('.review').count()).toBe(1);
  });
});

describe('a question answered in words', () => {
  it('fits within 320 pixels', async () => {
    const host = new TextHost().knows({ text: `${text} One. Two.`, review });
    const { page, tell } = await show(host);
    tell({ suggestions: true });
    await page.locator('.review').waitFor();
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
  });

  it.each(['light', 'dark', 'high-contrast'] as const)('is accessible in %s', async (theme) => {
    const host = new TextHost();
    const { page, field, button, tell } = await show(host, theme);
    await expectAccessible(page);
    await field.fill(`${text} One. Two.`);
    await expectAccessible(page);
    tell({ suggestions: true });
    await button(COMPARE).click();
    await button(/^Ask the language model/).click();
    await page.locator('.suggestion').first().waitFor();
    await page.getByRole('checkbox').first().click();
    await expectAccessible(page);
  });
});
