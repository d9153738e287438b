import { type CDPSession } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type PlanePoint } from '../../../src/protocol/messages.ts';
import { useViews } from '../useViews.ts';
import { DrawingWindow } from './drawingWindow.ts';

const views = useViews();

type Fingers = readonly PlanePoint[];

/** Puts fingers on the board, moves them from place to place, and takes them away. */
async function touch(window: DrawingWindow, ...places: readonly Fingers[]): Promise<void> {
  const hand: CDPSession = await window.page.context().newCDPSession(window.page);
  for (const [index, fingers] of places.entries()) {
    const touchPoints = await Promise.all(
      fingers.map(async (point, id) => ({ ...(await window.pixel(point)), id })),
    );
    const type = index === 0 ? 'touchStart' : 'touchMove';
    await hand.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
  await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

describe('drawing by fingers', () => {
  it('draws with one', async () => {
    const window = await DrawingWindow.open(views);
    await window.choose('Segment');
    await touch(window, [[0, 0]], [[0.5, 0.5]], [[1, 0.5]]);
    await expect
      .poll(() => window.answer())
      .toEqual({
        items: [
          {
            type: 'segment',
            points: [
              [0, 0],
              [1, 0.5],
            ],
          },
        ],
        labels: [],
      });
  });

  it('looks closer with two, and draws nothing then', async () => {
    const window = await DrawingWindow.open(views);
    const numbers = () => window.board().locator('.axis-numbers text').allTextContents();
    expect(await numbers()).toContain('−2');
    await touch(
      window,
      [[-0.5, 0]],
      [
        [-0.5, 0],
        [0.5, 0],
      ],
      [
        [-1, 0],
        [1, 0],
      ],
    );
    await expect.poll(numbers).not.toContain('−2');
    expect(await window.board().locator('.ghost .aim').count()).toBeLessThan(2);
    await window.choose('The whole window');
    await window.drag([0, 0], [1, 1]);
    await expect
      .poll(() => window.answer())
      .toMatchObject({
        items: [
          {
            points: [
              [0, 0],
              [1, 1],
            ],
          },
        ],
      });
  });
});
