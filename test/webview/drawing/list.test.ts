import { type Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type AnswerOf } from '../../../src/protocol/messages.ts';
import { useViews } from '../useViews.ts';
import { DrawingWindow, drawingHost } from './drawingWindow.ts';

const views = useViews();

const show = (answer?: AnswerOf['drawing']): Promise<DrawingWindow> => {
  const host = drawingHost();
  if (answer) host.questions.set('2a', { revision: 1, answer });
  return DrawingWindow.open(views, { host });
};

const line = {
  type: 'line',
  points: [
    [0, 0],
    [1, 1],
  ],
} as const;

const field = (window: DrawingWindow, name: string): Locator =>
  window.question('2a').getByRole('textbox', { name, exact: true });

const inkOf = (window: DrawingWindow, object: number): Promise<string | null> =>
  window.board().locator(`[data-object="${object}"] .ink`).getAttribute('d');

describe('the drawing as a list', () => {
  it('adds an object by its coordinates, by keyboard alone', async () => {
    const window = await show();
    await window.question('2a').getByRole('button', { name: 'Add a ray' }).focus();
    await window.press('Enter');
    await window.page.keyboard.type('1/2');
    await window.press('Tab');
    await window.page.keyboard.type('-0,5');
    await window.press('Tab');
    await window.page.keyboard.type('√2/2');
    expect(window.answer()).toBeUndefined();
    await window.press('Tab');
    await window.page.keyboard.type('-1.5');
    await window.press('Tab');
    await expect
      .poll(() => window.answer())
      .toEqual({
        items: [
          {
            type: 'ray',
            points: [
              [0.5, -0.5],
              [Math.SQRT1_2, -1.5],
            ],
          },
        ],
        labels: [],
      });
    expect(await window.said()).toBe('Ray 1 added from (0.5, −0.5) through (0.7071, −1.5)');
    expect(await field(window, 'Ray 1, first point, x₁').inputValue()).toBe('1/2');
    expect(await window.board().locator('[data-object="1"] .arrow').count()).toBe(1);
  });

  it('moves what is on the board, and follows what is moved there', async () => {
    const window = await show({ items: [line], labels: [] });
    const before = await inkOf(window, 1);
    await field(window, 'Line 1, second point, x₂').fill('-1');
    await expect
      .poll(() => window.answer())
      .toMatchObject({
        items: [
          {
            points: [
              [0, 0],
              [1, -1],
            ],
          },
        ],
      });
    expect(await inkOf(window, 1)).not.toBe(before);
    await window.drag([1, -1], [1, 0.5]);
    await expect.poll(() => field(window, 'Line 1, second point, x₂').inputValue()).toBe('0.5');
    expect(await field(window, 'Line 1, equation').inputValue()).toBe('x_1 - 2x_2 = 0');
  });

  it('says what is no number, and leaves the object where it was', async () => {
    const window = await show({ items: [line], labels: [] });
    const x = field(window, 'Line 1, second point, x₁');
    await x.fill('a');
    const complaint = window.question('2a').locator('.row-complaints[aria-live=polite] p');
    expect(await complaint.innerText()).toContain('“a” is no number');
    expect(await complaint.innerText()).toContain('Still drawn and graded with 1.');
    expect(await x.getAttribute('aria-invalid')).toBe('true');
    await x.fill('3/0');
    expect(await complaint.count()).toBe(1);
    expect(window.host.asked).toEqual([]);
    await x.fill('2');
    await expect
      .poll(() => window.answer())
      .toMatchObject({
        items: [
          {
            points: [
              [0, 0],
              [2, 1],
            ],
          },
        ],
      });
    expect(await complaint.count()).toBe(0);
  });

  it('takes the equation of a line instead of points', async () => {
    const window = await show();
    await window.question('2a').getByRole('button', { name: 'Add a line' }).click();
    await field(window, 'New line, equation').fill('x_2 = 1');
    await expect
      .poll(() => window.answer())
      .toEqual({
        items: [
          {
            type: 'line',
            points: [
              [0, 1],
              [1, 1],
            ],
          },
        ],
        labels: [],
      });
    await window.question('2a').locator('.drawn-row .read-as .katex').waitFor();
    expect(await field(window, 'Line 1, second point, x₁').inputValue()).toBe('1');
    expect(await field(window, 'Line 1, equation').inputValue()).toBe('x_2 = 1');
  });

  it('points at the place of an equation that cannot be read', async () => {
    const window = await show({ items: [line], labels: [] });
    expect(await field(window, 'Line 1, equation').inputValue()).toBe('x_1 - x_2 = 0');
    await field(window, 'Line 1, equation').fill('x_2 = y');
    const echo = window.question('2a').locator('.drawn-row .echo[aria-live=polite]');
    await echo.locator('.complaint', { hasText: 'There is no' }).waitFor();
    const still = window.question('2a').locator('.drawn-row [aria-live=polite] > .row-still');
    expect(await still.innerText()).toContain('Still drawn and graded: the line as it was');
    expect(await still.locator('annotation').textContent()).toBe('x_1 - x_2 = 0');
    await echo.getByRole('button', { name: 'Show the place' }).click();
    await window.page.keyboard.type('1');
    await expect
      .poll(() => window.answer())
      .toMatchObject({
        items: [
          {
            points: [
              [0, 1],
              [1, 1],
            ],
          },
        ],
      });
    expect(await still.count()).toBe(0);
  });

  it('makes a ray of a line, lengthens a polyline, and removes both', async () => {
    const polyline = {
      type: 'polyline',
      points: [
        [0, 0],
        [1, 0],
      ],
    } as const;
    const window = await show({ items: [line, polyline], labels: [] });
    await window.question('2a').getByRole('combobox', { name: 'Line 1, kind' }).selectOption('Ray');
    await expect.poll(() => window.answer()).toMatchObject({ items: [{ type: 'ray' }, {}] });
    await window.question('2a').getByRole('button', { name: 'Add a point' }).click();
    await expect.poll(() => window.answer()).toMatchObject({ items: [{ type: 'ray' }] });
    await field(window, 'New polyline, third point, x₁').fill('1');
    await field(window, 'New polyline, third point, x₂').fill('1');
    await expect
      .poll(() => window.answer())
      .toMatchObject({
        items: [
          {},
          {
            points: [
              [0, 0],
              [1, 0],
              [1, 1],
            ],
          },
        ],
      });
    const remove = window.question('2a').getByRole('button', { name: 'Remove Ray 1' });
    await remove.focus();
    await window.press('Enter');
    await expect
      .poll(() => window.page.evaluate(() => document.activeElement?.ariaLabel))
      .toBe('Remove Polyline 1');
    await window.press('Enter');
    await expect.poll(() => window.answer()).toBeUndefined();
    expect(await window.page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Add a line');
  });

  it('adds and edits labels', async () => {
    const window = await show();
    await window.question('2a').getByRole('button', { name: 'Add a label' }).click();
    await window.question('2a').locator('.drawn-row math-field:focus').waitFor();
    await window.page.keyboard.type('2*x');
    await field(window, 'Label 1, x₁').fill('1');
    await field(window, 'Label 1, x₂').fill('0');
    await expect
      .poll(() => window.answer())
      .toEqual({ items: [], labels: [{ at: [1, 0], latex: String.raw`2\cdot x` }] });
    await window.question('2a').getByRole('radio', { name: 'Plain text' }).check();
    await expect
      .poll(() => window.answer())
      .toEqual({ items: [], labels: [{ at: [1, 0], latex: '2*x' }] });
    await window.question('2a').locator('.drawn-row textarea').fill('q');
    await window.question('2a').locator('.drawn-row .complaint').waitFor();
  });

  it('highlights the same object on the board and in the list', async () => {
    const window = await show({ items: [line, { ...line, type: 'ray' }], labels: [] });
    await field(window, 'Ray 2, first point, x₁').focus();
    const selected = () =>
      window
        .question('2a')
        .locator('[data-selected]')
        .evaluateAll((all) => all.map((each) => each.getAttribute('data-object') ?? each.tagName));
    await expect.poll(selected).toEqual(['2', 'LI']);
    await window.click([-1, -1]);
    await expect.poll(selected).toEqual(['1', 'LI']);
  });
});
