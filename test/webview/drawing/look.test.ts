import { describe, expect, it } from 'vitest';
import { type AnswerOf } from '../../../src/protocol/messages.ts';
import { expectAccessible } from '../../support/axe.ts';
import themes from '../themes.json' with { type: 'json' };
import { useViews } from '../useViews.ts';
import { type Theme } from '../viewWindow.ts';
import { DrawingWindow, drawingHost } from './drawingWindow.ts';

const views = useViews();

const drawn: AnswerOf['drawing'] = {
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
        [0, 1],
        [1, 1],
      ],
    },
  ],
  labels: [
    { at: [1, 0], latex: '2x_1' },
    { at: [-1, 0], latex: '0' },
  ],
};

const answered = (theme: Theme = 'dark', width = 720): Promise<DrawingWindow> => {
  const host = drawingHost();
  host.questions.set('2a', { revision: 1, answer: drawn });
  return DrawingWindow.open(views, { host, theme, width });
};

const check = async (window: DrawingWindow): Promise<void> => {
  await window.question('2a').getByRole('button', { name: 'Check question 2a' }).click();
  await window.question('2a').locator('[data-verdict]').waitFor();
};

describe('a drawing that was checked', () => {
  it('shows what is right, missing and too much, each in a pattern of its own, and in words', async () => {
    const window = await answered();
    await check(window);
    const strokes = window.board().locator('.strokes .stroke');
    const patterns = await strokes.evaluateAll((all) =>
      all.map((each) => [each.getAttribute('class'), getComputedStyle(each).strokeDasharray]),
    );
    expect(patterns.map(([name]) => name)).toEqual([
      'stroke right',
      'stroke missing',
      'stroke superfluous',
    ]);
    expect(new Set(patterns.map(([, pattern]) => pattern)).size).toBe(3);
    const legend = window.question('2a').locator('.legend li');
    expect((await legend.allInnerTexts()).map((words) => words.trim())).toEqual([
      'right',
      'missing',
      'too much',
    ]);
    const parts = window.question('2a').locator('.verdict .checks li');
    expect((await parts.allInnerTexts()).map((words) => words.trim())).toEqual([
      'the falling border · 2 of 2 points',
      'the rising border · 0 of 2 points',
    ]);
  });

  it('puts missing strokes where they belong', async () => {
    const window = await answered();
    await check(window);
    const box = await window
      .board()
      .locator('.stroke.missing')
      .evaluate((shape: SVGPathElement) => {
        const { x, y, width } = shape.getBBox();
        return [x, y, width].map(Math.round);
      });
    const frame = await window
      .board()
      .locator('.frame')
      .evaluate((shape: SVGRectElement) => {
        const { x, y, width, height } = shape.getBBox();
        return [x, y + height / 2, width / 2].map(Math.round);
      });
    expect(box).toEqual(frame);
  });

  it('says of each label how it stands, at the label', async () => {
    const window = await answered();
    await check(window);
    const rows = window.question('2a').locator('.drawn-row .tag-outcome');
    expect((await rows.allInnerTexts()).map((words) => words.trim())).toEqual([
      'Right.',
      'This formula belongs to another piece.',
    ]);
    const outcomes = window.board().locator('.drawn-tag');
    expect(
      await outcomes.evaluateAll((all) => all.map((each) => each.getAttribute('data-outcome'))),
    ).toEqual(['right', 'misplaced']);
  });

  it('loses its marks with the next change', async () => {
    const window = await answered();
    await check(window);
    await window.drag([-1, 1], [-1, 0.5]);
    await expect.poll(() => window.board().locator('.strokes').count()).toBe(0);
    expect(await window.question('2a').locator('[data-verdict], .legend').count()).toBe(0);
  });

  it('stands unmarked where the evidence is of no use', async () => {
    const host = drawingHost();
    host.questions.set('2a', {
      revision: 1,
      answer: drawn,
      verdict: {
        verdict: 'partial',
        points: 1,
        maxPoints: 4,
        feedback: ['Almost.'],
        evidence: { right: [[[0, null]]], missing: 'all', parts: [{}], labels: [{ label: 0 }] },
      },
    });
    const window = await DrawingWindow.open(views, { host });
    expect(await window.question('2a').locator('.verdict').innerText()).toContain('Almost.');
    expect(await window.question('2a').locator('.strokes, .legend, .tag-outcome').count()).toBe(0);
  });
});

describe('a drawing that cannot be changed', () => {
  it('is looked at only', async () => {
    const window = await answered();
    window.tell({ readOnly: 'another window has it' });
    await window.page.getByRole('note').filter({ hasText: 'Reading only' }).waitFor();
    await window.drag([-1, 1], [-1, 0]);
    await window.press('Delete', 'l', 'Enter');
    expect(window.host.asked).toEqual([]);
    const buttons = window.question('2a').locator('.drawing button');
    expect(
      await buttons.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label'))),
    ).toEqual(['Closer', 'Farther', 'The whole window']);
    expect(await window.question('2b').getByText('No drawing yet.').count()).toBe(1);
  });
});

describe('a page with drawings', () => {
  it('says how to begin', async () => {
    const window = await DrawingWindow.open(views);
    await window.question('2a').getByText('No drawing yet: click two points').waitFor();
    await window.question('2a').getByText('Up to 0.1 beside is fine.').waitFor();
    await window.question('2a').getByText('Keys on the board').click();
    expect(await window.question('2a').locator('.board-keys dl').innerText()).toContain('T label');
    expect(await window.question('2b').locator('.board-keys').textContent()).not.toContain(
      'label,',
    );
  });

  it.each(Object.keys(themes) as Theme[])(
    'is accessible in %s, before and after',
    async (theme) => {
      const window = await answered(theme);
      await window.question('2a').getByRole('button', { name: 'Add a line' }).click();
      await window.choose('Label');
      await window.click([0.5, 1.5]);
      await window.question('2a').locator('.naming math-field:focus').waitFor();
      await expectAccessible(window.page);
      await check(window);
      await expectAccessible(window.page);
    },
  );

  it.each([320, 500, 720])('fits %i pixels without scrolling sideways', async (width) => {
    const window = await answered('light', width);
    await check(window);
    expect(
      await window.page.evaluate(() => document.documentElement.scrollWidth),
    ).toBeLessThanOrEqual(width);
    const board = await window.board().boundingBox();
    expect(board?.width).toBeGreaterThan(230);
  });

  it('shows long labels whole on a narrow board', async () => {
    const host = drawingHost();
    const labels = [{ at: [0.6, 1] as const, latex: 'x_1 + x_2 + a_3 + x_1 + x_2' }];
    host.questions.set('2a', { revision: 1, answer: { items: [], labels } });
    const window = await DrawingWindow.open(views, { host, width: 500 });
    const tag = await window.board().locator('.drawn-tag').boundingBox();
    const board = await window.board().boundingBox();
    if (tag === null || board === null) throw new Error('There is no label.');
    expect(tag.x).toBeGreaterThan(board.x);
    expect(tag.x + tag.width).toBeLessThan(board.x + board.width);
  });

  it('shows the whole board where the window is low', async () => {
    const window = await answered();
    await window.page.setViewportSize({ width: 720, height: 400 });
    const frame = window.board().locator('.frame');
    const height = async (): Promise<number> => (await window.board().boundingBox())?.height ?? 0;
    await expect.poll(height, { timeout: 10_000 }).toBeLessThan(321);
    expect(await height()).toBeGreaterThan(310);
    const [across, up] = ['width', 'height'].map((side) => frame.getAttribute(side));
    expect(await across).toBe(await up);
  });

  it('shows its marks in the colours of the system, where these are forced', async () => {
    const window = await answered('high-contrast');
    await window.page.emulateMedia({ forcedColors: 'active' });
    await check(window);
    const visible = await window
      .board()
      .locator('.ink, .stroke, .axis')
      .evaluateAll((all) => all.map((each) => getComputedStyle(each).stroke));
    expect(visible.length).toBeGreaterThan(4);
    const paper = await window.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(visible).not.toContain(paper);
    expect(visible).not.toContain('none');
  });

  it('draws many objects', async () => {
    const host = drawingHost();
    const items = Array.from({ length: 2000 }, (_, index) => ({
      type: 'segment' as const,
      points: [
        [(index % 40) / 10 - 2, Math.floor(index / 40) / 13 - 2],
        [(index % 40) / 10 - 1.9, Math.floor(index / 40) / 13 - 2],
      ] as [number, number][],
    }));
    host.questions.set('2a', { revision: 1, answer: { items, labels: [] } });
    const window = await DrawingWindow.open(views, { host });
    expect(await window.board().locator('.item').count()).toBe(2000);
    await window.question('2a').getByText('… and 1800 more.').waitFor();
  });
});
