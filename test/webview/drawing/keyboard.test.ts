import { describe, expect, it } from 'vitest';
import { useViews } from '../useViews.ts';
import { DrawingWindow } from './drawingWindow.ts';

const views = useViews();

/** Focused as the Tab key does, with the cross in the middle. */
async function show(): Promise<DrawingWindow> {
  const window = await DrawingWindow.open(views);
  await window.question('2a').locator('h2').focus();
  await window.press('Tab', 'Tab');
  expect(await window.board().evaluate((board) => board === document.activeElement)).toBe(true);
  return window;
}

const times = (count: number, key: string): readonly string[] => Array<string>(count).fill(key);

describe('drawing by keyboard alone', () => {
  it('draws a line, a ray and a segment with a cross that arrows move', async () => {
    const window = await show();
    expect(await window.said()).toBe('(0, 0)');
    await window.press('l', ...times(2, 'ArrowLeft'), ...times(2, 'ArrowUp'), 'Enter');
    expect(await window.said()).toBe('Line, first point at (−1, 1).');
    await window.press(...times(4, 'ArrowRight'), ...times(4, 'ArrowDown'), 'Enter');
    expect(await window.said()).toBe('Line 1 added through (−1, 1) and (1, −1)');
    await window.press('r', ' ', 'ArrowUp', ' ', 's', 'ArrowLeft', ' ', 'ArrowLeft', ' ');
    await expect
      .poll(() => window.answer())
      .toEqual({
        items: [
          {
            type: 'line',
            points: [
              [-1, 1],
              [1, -1],
            ],
          },
          {
            type: 'ray',
            points: [
              [1, -1],
              [1, -0.5],
            ],
          },
          {
            type: 'segment',
            points: [
              [0.5, -0.5],
              [0, -0.5],
            ],
          },
        ],
        labels: [],
      });
  });

  it('draws a polyline, its last point twice', async () => {
    const window = await show();
    await window.press('p', ' ', 'ArrowUp', ' ', 'ArrowRight', ' ', 'Backspace');
    expect(await window.said()).toBe('Last point taken back.');
    await window.press('ArrowRight', 'Enter', 'Enter');
    await expect
      .poll(() => window.answer())
      .toEqual({
        items: [
          {
            type: 'polyline',
            points: [
              [0, 0],
              [0, 0.5],
              [1, 0.5],
            ],
          },
        ],
        labels: [],
      });
  });

  it('goes in small steps with Shift, and from there to the next line of the grid', async () => {
    const window = await show();
    await window.press('Shift+ArrowRight', 'Shift+ArrowRight');
    expect(await window.said()).toBe('(0.1, 0)');
    await window.press('ArrowLeft');
    expect(await window.said()).toBe('(0, 0)');
    await window.press('Shift+ArrowUp', 'ArrowUp');
    expect(await window.said()).toBe('(0, 0.5)');
  });

  it('tells beside the board where the cross is, for as long as it is there', async () => {
    const window = await show();
    const place = window.question('2a').locator('.board-place');
    expect(await place.innerText()).toBe('Cross at (0, 0)');
    await window.press('ArrowUp');
    expect(await place.innerText()).toBe('Cross at (0, 0.5)');
    await window.question('2a').locator('h2').focus();
    expect(await place.isVisible()).toBe(false);
  });

  it('puts the cross at what is selected', async () => {
    const window = await show();
    await window.choose('Segment');
    await window.click([-1, 1]);
    await window.click([1, 1]);
    await window.press('ArrowUp');
    expect(await window.said()).toBe('(−1, 1)');
  });

  it('writes a label at the cross', async () => {
    const window = await show();
    await window.press('t', 'ArrowRight', 'Enter');
    await window.question('2a').locator('.naming math-field:focus').waitFor();
    await window.page.keyboard.type('x_1+x_2');
    await window.press('Enter', 'ArrowRight');
    expect(await window.said()).toBe('(1, 0)');
    await expect
      .poll(() => window.answer())
      .toEqual({ items: [], labels: [{ at: [0.5, 0], latex: 'x_{1}+x_{2}' }] });
    await window.press('N', 'F2');
    await window.question('2a').locator('.naming math-field:focus').waitFor();
    await window.page.keyboard.type('+1');
    await window.press('Escape', 'n', 'Delete');
    await expect.poll(() => window.answer()).toBeUndefined();
  });

  it('takes objects up and puts them down, or lets them go', async () => {
    const window = await show();
    await window.press('s', 'Enter', 'ArrowRight', 'Enter', 'v', 'Enter');
    expect(await window.said()).toBe('Segment 1 taken up. Arrows move it, Enter puts it down.');
    await window.press('ArrowUp', 'ArrowUp', 'Enter');
    expect(await window.said()).toBe('Segment 1 now from (0, 0) to (0.5, 1)');
    await window.press('Enter', 'ArrowUp', 'Escape');
    await expect
      .poll(() => window.answer())
      .toMatchObject({
        items: [
          {
            points: [
              [0, 0],
              [0.5, 1],
            ],
          },
        ],
      });
    await window.press('n', 'Delete');
    await expect.poll(() => window.answer()).toBeUndefined();
    await window.press('Control+z');
    await expect.poll(() => window.answer()).toMatchObject({ items: [{ type: 'segment' }] });
  });

  it('looks closer and farther, and follows the cross to the edge of the window', async () => {
    const window = await show();
    const numbers = () => window.board().locator('.axis-numbers text').allTextContents();
    expect(await numbers()).toContain('−2');
    await window.press('+', '+');
    await expect.poll(numbers).not.toContain('−2');
    await window.press(...times(5, 'ArrowRight'), 'ArrowDown');
    expect(await window.said()).toBe('(2, −0.5)');
    await expect.poll(numbers).toContain('2');
    expect(await numbers()).not.toContain('2.5');
    await window.press('0');
    await expect.poll(numbers).toContain('−2');
  });

  it('reads out the drawing, and describes it to who comes to the board', async () => {
    const window = await show();
    const words = async () => {
      const ids = (await window.board().getAttribute('aria-describedby'))?.split(' ') ?? [];
      const texts = ids.map((id) => window.page.locator(`[id="${id}"]`).innerText());
      return (await Promise.all(texts)).join(' ');
    };
    expect(await words()).toContain('Nothing is drawn yet.');
    expect(await words()).toContain('Up to 0.1 beside is fine.');
    await window.press('l', 'Enter', 'ArrowUp', 'Enter', '?');
    expect(await window.said()).toBe('Drawn so far: Line 1 through (0, 0) and (0, 0.5).');
    expect(await words()).toContain('Line 1 through (0, 0) and (0, 0.5)');
  });

  it('keeps its keys from the editor, and leaves others to it', async () => {
    const window = await show();
    await window.page.evaluate(() => {
      document.addEventListener('keydown', ({ key }) => {
        document.body.dataset['heard'] = `${document.body.dataset['heard'] ?? ''} ${key}`;
      });
    });
    await window.press('l', 'Enter', 'ArrowUp', 'Enter', 'Control+z', 'F1');
    expect(await window.page.evaluate(() => document.body.dataset['heard'])).toBe(' Control F1');
    await window.press('Control+y', 'Control+Enter');
    await window.question('2a').locator('[data-verdict=partial]').waitFor();
  });

  it('has its tools as one stop of the Tab key', async () => {
    const window = await DrawingWindow.open(views);
    await window.question('2a').locator('h2').focus();
    await window.press('Tab', 'ArrowRight', 'ArrowRight', 'Enter');
    const pressed = window.question('2a').locator('.toolbar [aria-pressed=true]');
    expect(
      await pressed.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label'))),
    ).toEqual(['Ray', 'Snap to the grid']);
    await window.press('Tab');
    expect(await window.board().evaluate((board) => board === document.activeElement)).toBe(true);
  });
});
