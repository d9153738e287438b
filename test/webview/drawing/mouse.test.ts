import { describe, expect, it } from 'vitest';
import { useViews } from '../useViews.ts';
import { DrawingWindow } from './drawingWindow.ts';

const views = useViews();
const show = () => DrawingWindow.open(views);

const items = (...all: readonly unknown[]) => ({ items: all, labels: [] });

describe('drawing by mouse', () => {
  it('draws a line by two clicks', async () => {
    const window = await show();
    await window.choose('Line');
    await window.click([-1, 1]);
    expect(window.answer()).toBeUndefined();
    await window.click([1, -1]);
    await expect
      .poll(() => window.answer())
      .toEqual(
        items({
          type: 'line',
          points: [
            [-1, 1],
            [1, -1],
          ],
        }),
      );
    expect(await window.said()).toBe('Line 1 added through (−1, 1) and (1, −1)');
  });

  it('draws a ray and a segment by pulling', async () => {
    const window = await show();
    await window.choose('Ray');
    await window.drag([0, 0], [1.5, 1.5]);
    await window.choose('Segment');
    await window.drag([0.5, -0.5], [0.5, 0.25]);
    const both = items(
      {
        type: 'ray',
        points: [
          [0, 0],
          [1.5, 1.5],
        ],
      },
      {
        type: 'segment',
        points: [
          [0.5, -0.5],
          [0.5, 0.25],
        ],
      },
    );
    await expect.poll(() => window.answer()).toEqual(both);
  });

  it('ends a polyline by a double click, or by Enter', async () => {
    const window = await show();
    await window.choose('Polyline');
    await window.click([-1, 0]);
    await window.click([0, 1]);
    const end = await window.pixel([1, 0]);
    await window.page.mouse.dblclick(end.x, end.y);
    const first = {
      type: 'polyline',
      points: [
        [-1, 0],
        [0, 1],
        [1, 0],
      ],
    };
    await expect.poll(() => window.answer()).toEqual(items(first));
    await window.click([-1, -1]);
    await window.click([1, -1]);
    await window.press('Enter');
    const second = {
      type: 'polyline',
      points: [
        [-1, -1],
        [1, -1],
      ],
    };
    await expect.poll(() => window.answer()).toEqual(items(first, second));
  });

  it('snaps to half steps of the grid, unless Alt is held or snapping is off', async () => {
    const window = await show();
    await window.choose('Segment');
    await window.drag([0.3, 0.2], [1.1, 1.2]);
    await expect
      .poll(() => window.answer())
      .toMatchObject(
        items({
          points: [
            [0.25, 0.25],
            [1, 1.25],
          ],
        }),
      );
    await window.page.keyboard.down('Alt');
    await window.drag([-0.3, 0.2], [-1.1, 1.2]);
    await window.page.keyboard.up('Alt');
    await expect.poll(() => window.host.questions.get('2a')?.revision).toBe(2);
    const free = window.firstPoint(1);
    expect(Math.abs(free[0] + 0.3)).toBeLessThan(0.03);
    expect(free[0] % 0.25).not.toBe(0);
  });

  it('moves a point, an object, and says where it went', async () => {
    const window = await show();
    await window.choose('Segment');
    await window.drag([0, 0], [1, 0]);
    await window.choose('Select and move');
    await window.drag([1, 0], [1, 1]);
    await expect
      .poll(() => window.answer())
      .toMatchObject(
        items({
          points: [
            [0, 0],
            [1, 1],
          ],
        }),
      );
    expect(await window.said()).toBe('Segment 1 now from (0, 0) to (1, 1)');
    await window.drag([0.5, 0.5], [0, 1]);
    await expect
      .poll(() => window.answer())
      .toMatchObject(
        items({
          points: [
            [-0.5, 0.5],
            [0.5, 1.5],
          ],
        }),
      );
  });

  it('takes back and repeats, by buttons and by keys', async () => {
    const window = await show();
    await window.choose('Line');
    await window.drag([0, 0], [1, 1]);
    await window.drag([0, 0], [1, -1]);
    const count = () => (window.answer() as { items: unknown[] } | undefined)?.items.length ?? 0;
    await expect.poll(count).toBe(2);
    await window.choose('Undo');
    await expect.poll(count).toBe(1);
    await window.board().press('Control+z');
    await expect.poll(count).toBe(0);
    await window.board().press('Control+Shift+z');
    await expect.poll(count).toBe(1);
    await window.board().press('Control+y');
    await expect.poll(count).toBe(2);
    await window.choose('Undo');
    await window.drag([0, 1], [1, 1]);
    await expect.poll(count).toBe(2);
    expect(
      await window
        .question('2a')
        .getByRole('button', { name: 'Redo' })
        .getAttribute('aria-disabled'),
    ).toBe('true');
  });

  it('removes what is selected, and gives up what Esc ends', async () => {
    const window = await show();
    await window.choose('Line');
    await window.drag([0, 0], [1, 1]);
    await window.click([0, 1]);
    await window.press('Escape');
    await window.choose('Select and move');
    await window.click([-1, -1]);
    await window.press('Delete');
    await expect.poll(() => window.host.questions.get('2a')?.revision).toBe(2);
    expect(window.answer()).toBeUndefined();
  });

  it('puts a formula where one clicks, and typesets it there', async () => {
    const window = await show();
    await window.choose('Label');
    await window.click([1, 0]);
    await window.question('2a').locator('.naming math-field:focus').waitFor();
    await window.page.keyboard.type('2x_1');
    await window.press('Enter');
    await expect
      .poll(() => window.answer())
      .toEqual({ items: [], labels: [{ at: [1, 0], latex: '2x_{1}' }] });
    await window.board().locator('.drawn-tag .katex').waitFor();
    expect(await window.question('2a').locator('.naming').count()).toBe(0);
    expect(await window.board().evaluate((board) => board === document.activeElement)).toBe(true);
    await window.choose('Select and move');
    await window.drag([1, 0], [1, -1]);
    await expect.poll(() => window.answer()).toMatchObject({ labels: [{ at: [1, -1] }] });
  });

  it('forgets a label in which nothing was written', async () => {
    const window = await show();
    await window.choose('Label');
    await window.click([1, 0]);
    await window.question('2a').locator('.naming math-field:focus').waitFor();
    await window.press('Escape');
    await expect.poll(() => window.question('2a').locator('.naming').count()).toBe(0);
    await window.click([1, 1]);
    await window.question('2a').locator('.naming math-field:focus').waitFor();
    await window.press('x', 'Backspace', 'Enter');
    await expect.poll(() => window.question('2a').locator('.naming').count()).toBe(0);
    expect(window.answer()).toBeUndefined();
    expect(await window.question('2a').locator('.drawn-row').count()).toBe(0);
  });

  it('shows lines and rays to the edge, and rays with a head', async () => {
    const window = await show();
    await window.choose('Line');
    await window.drag([0, 0], [0.5, 0.5]);
    await window.choose('Ray');
    await window.drag([0, 0], [0.5, -0.5]);
    const box = (part: string) =>
      window
        .board()
        .locator(part)
        .evaluate((shape: SVGGraphicsElement) => {
          const { x, y, width, height } = shape.getBBox();
          return [x, y, width, height].map(Math.round);
        });
    const [x = 0, y = 0, width = 0, height = 0] = await box('.frame');
    expect(await box('[data-object="1"] .ink')).toEqual([x, y, width, height]);
    const half = [x + width / 2, y + height / 2, width / 2, height / 2].map(Math.round);
    expect(await box('[data-object="2"] .ink')).toEqual(half);
    expect(await window.board().locator('[data-object="1"] .arrow').count()).toBe(0);
    expect(await window.board().locator('[data-object="2"] .arrow').count()).toBe(1);
  });

  it('zooms by Ctrl and the wheel around the pointer, and pans by pulling', async () => {
    const window = await show();
    await window.choose('Segment');
    await window.drag([1, 1], [1.5, 1]);
    await window.choose('Select and move');
    const end = async (): Promise<{ x: number; y: number; width: number }> => {
      const box = await window.board().locator('[data-object="1"] .ink').boundingBox();
      return box ?? { x: 0, y: 0, width: 0 };
    };
    const before = await end();
    const { x, y } = await window.pixel([1, 1]);
    await window.page.mouse.move(x, y);
    await window.page.keyboard.down('Control');
    await window.page.mouse.wheel(0, -300);
    await window.page.keyboard.up('Control');
    await expect.poll(async () => (await end()).width).toBeGreaterThan(before.width * 1.5);
    expect((await end()).x).toBeCloseTo(before.x, -0.5);
    await window.choose('The whole window');
    await expect.poll(async () => (await end()).width).toBeCloseTo(before.width, 0);
    await window.drag([-1, -1], [-1.5, -1]);
    await expect.poll(async () => before.x - (await end()).x).toBeGreaterThan(20);
    expect(window.host.questions.get('2a')?.revision).toBe(1);
  });

  it('shows the drawing of another question below its own, as it stands', async () => {
    const window = await show();
    expect(await window.board('2b').locator('.under').count()).toBe(0);
    await window.choose('Line');
    await window.drag([-1, 1], [1, -1]);
    await window.board('2b').locator('.under').waitFor();
    expect(await window.question('2b').getByText('your drawing of question 2a').count()).toBe(1);
    expect(window.answer('2b')).toBeUndefined();
  });
});
