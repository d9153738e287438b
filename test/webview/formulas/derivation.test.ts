import { describe, expect, it } from 'vitest';
import { FakeHost } from '../examTask.ts';
import { useViews } from '../useViews.ts';
import { formulaTask, judgeFormulas } from './formulaTask.ts';
import { FormulaWindow } from './formulaWindow.ts';

const views = useViews();

function show(settings: Parameters<typeof FormulaWindow.open>[1] = {}) {
  return FormulaWindow.open(views, settings);
}

const START = { latex: String.raw`\left\|\frac{\partial y}{\partial x}\right\|` };

const answered = (): FakeHost => {
  const host = new FakeHost(formulaTask, judgeFormulas);
  host.questions.set('3b', {
    revision: 1,
    answer: {
      steps: [
        START,
        { relation: '=', latex: 'a', reason: 'by definition' },
        { relation: '<=', latex: 'b' },
      ],
    },
  });
  return host;
};

const focusedName = (window: FormulaWindow): Promise<string | null | undefined> =>
  window.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

describe('a derivation', () => {
  it('is written by keyboard alone, as fast as one types', async () => {
    const window = await show();
    const { keyboard } = window.page;
    await window.type('3b', '=sum_i |w_i|', 1);
    await keyboard.press('Enter');
    await keyboard.type('<=d||w||_1');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.type('by the hint');
    await expect
      .poll(() => window.answer('3b'))
      .toEqual({
        steps: [
          START,
          { relation: '=', latex: String.raw`\sum_{i}\left|w_{i}\right|` },
          { relation: '<=', latex: String.raw`d\left\|w\right\|_{1}`, reason: 'by the hint' },
        ],
      });
    expect(await window.page.locator('[role=status][aria-live=polite]').last().textContent()).toBe(
      'Step 3: at most',
    );
  });

  it('begins with the start of the claim, which is no answer yet', async () => {
    const window = await show();
    await window.field('3b').waitFor();
    expect(await window.value('3b')).toContain(String.raw`\frac{\partial y}{\partial x}`);
    await window.type('3b', 'x', 1);
    await window.page.keyboard.press('Backspace');
    await expect.poll(() => window.host.asked.length).toBeGreaterThan(0);
    expect(window.answer('3b')).toBeUndefined();
  });

  it('takes rows away, moves them and begins chains by keyboard', async () => {
    const window = await show({ host: answered() });
    const { keyboard } = window.page;
    await window.focus('3b', 2);
    await keyboard.press('Alt+ArrowUp');
    await expect
      .poll(() => window.answer('3b'))
      .toEqual({
        steps: [
          START,
          { relation: '<=', latex: 'b' },
          { relation: '=', latex: 'a', reason: 'by definition' },
        ],
      });
    expect(await focusedName(window)).toBe('Step 2 of the answer to question 3b');
    await window.question('3b').getByRole('button', { name: 'Delete: Step 2' }).click();
    await expect
      .poll(() => window.answer('3b'))
      .toEqual({ steps: [START, { relation: '=', latex: 'a', reason: 'by definition' }] });
    expect(await focusedName(window)).toBe('Step 1 of the answer to question 3b');
    await window.question('3b').getByLabel('Relation of Step 2').selectOption('new chain');
    await expect
      .poll(() => window.answer('3b'))
      .toEqual({ steps: [START, { latex: 'a', reason: 'by definition' }] });
    await window.question('3b').getByRole('button', { name: 'Start a new chain' }).click();
    await keyboard.type('c');
    await expect
      .poll(() => window.answer('3b'))
      .toEqual({ steps: [START, { latex: 'a', reason: 'by definition' }, { latex: 'c' }] });
  });

  it('gives back by keyboard or button what was taken away', async () => {
    const window = await show({ host: answered() });
    const { keyboard } = window.page;
    const all = [START, { relation: '=', latex: 'a', reason: 'by definition' }];
    const remove = () =>
      window.question('3b').getByRole('button', { name: 'Delete: Step 3' }).click();
    await remove();
    await expect.poll(() => window.answer('3b')).toEqual({ steps: all });
    await keyboard.press('Control+z');
    await expect
      .poll(() => window.answer('3b'))
      .toEqual({ steps: [...all, { relation: '<=', latex: 'b' }] });
    expect(await focusedName(window)).toBe('Step 3 of the answer to question 3b');
    await remove();
    await keyboard.press('End');
    await keyboard.type('+1');
    await window.question('3b').getByRole('button', { name: 'Bring back' }).click();
    await expect
      .poll(() => window.answer('3b'))
      .toMatchObject({ steps: [START, { latex: 'a+1' }, { latex: 'b' }] });
    expect(await window.question('3b').getByRole('button', { name: 'Bring back' }).count()).toBe(0);
  });

  it('adds rows in the middle, and takes back only those in which nothing was written', async () => {
    const window = await show({ host: answered() });
    const { keyboard } = window.page;
    const fields = window.question('3b').locator('math-field');
    await window.focus('3b', 1);
    await keyboard.press('Enter');
    await expect.poll(() => fields.count()).toBe(4);
    await keyboard.press('Backspace');
    await expect.poll(() => fields.count()).toBe(3);
    expect(await focusedName(window)).toBe('Step 2 of the answer to question 3b');
    await keyboard.press('Enter');
    await keyboard.type('x');
    await keyboard.press('Backspace');
    await keyboard.press('Backspace');
    await keyboard.type('c');
    await expect
      .poll(() => window.answer('3b'))
      .toMatchObject({ steps: [START, { latex: 'a' }, { latex: 'c' }, { latex: 'b' }] });
  });

  it('has its first step without a relation, whichever comes first', async () => {
    const window = await show({ host: answered() });
    await window.question('3b').getByRole('button', { name: 'Delete: Step 1' }).click();
    await expect
      .poll(() => window.answer('3b'))
      .toEqual({
        steps: [
          { latex: 'a', reason: 'by definition' },
          { relation: '<=', latex: 'b' },
        ],
      });
  });

  it('shows at each step what a check found there', async () => {
    const window = await show({ host: answered() });
    await window.focus('3b', 1);
    await window.page.keyboard.press('Control+Enter');
    await window.question('3b').locator('[data-verdict=partial]').waitFor();
    const steps = window.question('3b').locator('.step');
    expect(await steps.nth(0).locator('[data-outcome]').count()).toBe(0);
    expect(await steps.nth(1).locator('[data-outcome=holds]').innerText()).toContain(
      'Holds · uses triangle inequality',
    );
    const violated = steps.nth(2).locator('[data-outcome=violated]');
    expect(await violated.locator('p').first().innerText()).toContain('Does not hold');
    expect(await violated.locator('.sides dt').allInnerTexts()).toEqual(['Before', 'This step']);
    await window.type('3b', '+1', 2);
    await violated.waitFor({ state: 'detached' });
  });

  it.each(['reduce', 'no-preference'] as const)(
    'shows the verdict below a long answer, and keeps the focus (motion: %s)',
    async (reducedMotion) => {
      const window = await show({ host: answered() });
      await window.page.emulateMedia({ reducedMotion });
      await window.page.setViewportSize({ width: 600, height: 300 });
      await window.focus('3b', 1);
      const verdict = window.question('3b').locator('.verdict');
      await window.page.keyboard.press('Control+Enter');
      await verdict.waitFor();
      await expect
        .poll(() =>
          verdict.evaluate((each) => {
            const { top, bottom } = each.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight + 1;
          }),
        )
        .toBe(true);
      expect(await focusedName(window)).toBe('Step 2 of the answer to question 3b');
    },
  );

  it('reads every step, and says where one cannot be read', async () => {
    const window = await show({ host: answered() });
    const steps = window.question('3b').locator('.step');
    await steps.nth(1).locator('.read-as').waitFor();
    await window.focus('3b', 2);
    await window.page.keyboard.press('End');
    await window.page.keyboard.type('+q');
    await steps.nth(2).locator('.complaint').waitFor();
    expect(await steps.nth(1).locator('.complaint').count()).toBe(0);
  });

  it('is written as plain text in all rows or in none', async () => {
    const window = await show({ host: answered() });
    await window.question('3b').getByRole('radio', { name: 'Plain text' }).check();
    await window.question('3b').locator('textarea').nth(2).fill('2*b');
    await window.focus('3b', 2);
    await window.page.keyboard.press('Enter');
    await window.page.keyboard.type('>c');
    await expect
      .poll(() => window.answer('3b'))
      .toMatchObject({ steps: [START, {}, { latex: '2*b' }, { relation: '>', latex: 'c' }] });
    await window.question('3b').getByRole('radio', { name: 'Formula' }).check();
    await expect
      .poll(() => window.answer('3b'))
      .toMatchObject({ steps: [START, {}, { latex: String.raw`2\cdot b` }, { latex: 'c' }] });
  });

  it('keeps its rows apart from what the host saves meanwhile', async () => {
    const window = await show({ host: answered() });
    await window.focus('3b', 2);
    await window.page.keyboard.press('Enter');
    window.tell({});
    await window.page.keyboard.type('c');
    await expect
      .poll(() => window.answer('3b'))
      .toMatchObject({ steps: [{}, {}, {}, { relation: '<=', latex: 'c' }] });
  });

  it('is only read where nothing can be changed', async () => {
    const window = await show({ host: answered() });
    window.tell({ readOnly: 'another window has it' });
    await window.page.getByRole('note').filter({ hasText: 'Reading only' }).waitFor();
    await window.type('3b', '=c', 2);
    await window.page.keyboard.press('Enter');
    await window.page.keyboard.press('Alt+ArrowUp');
    expect(
      await window
        .question('3b')
        .getByRole('button', { name: /step|chain/i })
        .count(),
    ).toBe(0);
    expect(window.host.asked).toEqual([]);
  });
});
