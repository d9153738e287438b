import { describe, expect, it } from 'vitest';
import { expectAccessible } from '../../support/axe.ts';
import { useViews } from '../useViews.ts';
import { type Theme } from '../viewWindow.ts';
import { halfRight, halfRightAnswer, rnnWithRoles } from './diagramTask.ts';
import { DiagramWindow, type Settings } from './diagramWindow.ts';

const views = useViews();

async function checked(settings?: Settings): Promise<DiagramWindow> {
  const window = await DiagramWindow.open(views, { answer: halfRightAnswer, ...settings });
  await window.page.getByText('Check', { exact: true }).click();
  await window.page.locator('[data-verdict="partial"]').waitFor();
  return window;
}

const marked = (window: DiagramWindow): Promise<readonly string[]> =>
  window.page
    .locator('.diagram-node:not([data-mark="none"]), .diagram-arrow:not([data-mark="none"])')
    .evaluateAll((found) =>
      found.map(
        (each) =>
          `${each.getAttribute('aria-roledescription') ?? ''} ${each.getAttribute('aria-label') ?? ''}`,
      ),
    );

const lit = (window: DiagramWindow): Promise<readonly (string | null)[]> =>
  window.page
    .locator('[data-lit]')
    .evaluateAll((found) =>
      found.map((each) => each.getAttribute('data-node') ?? each.getAttribute('aria-label')),
    );

describe('a checked diagram', () => {
  it('has marks on what is wrong, in words too', async () => {
    const window = await checked();
    expect(await marked(window)).toEqual([
      'edge x 2 to h 1; does not belong here',
      'edge E to y; points the wrong way',
      'node w, input, to h 2; is not right',
      'node q, operation; does not belong here',
    ]);
    expect(await window.page.locator('.diagram-badge .icon, .diagram-note > .icon').count()).toBe(
      4,
    );
  });

  it('lists each difference once, beside what else is said', async () => {
    const window = await checked();
    expect(await window.page.locator('.verdict > p').allTextContents()).toContain(
      'Most of it is there.',
    );
    expect(await window.page.locator('.diagram-differences > li').count()).toBe(6);
    expect(await window.page.locator('.remarks').count()).toBe(0);
  });

  it('shows what a difference speaks of, to the pointer and to the focus', async () => {
    const window = await checked();
    const items = window.page.locator('.diagram-differences > li');
    await items.filter({ hasText: 'feeds' }).getByRole('button').hover();
    await expect.poll(() => lit(window)).toEqual(['x 2 to h 1; does not belong here', 'n3', 'n5']);
    await window.page.mouse.move(0, 0);
    await expect.poll(() => lit(window)).toEqual([]);
    await items.first().getByRole('button').focus();
    await expect.poll(() => lit(window)).toEqual(['n3', 'n6']);
    expect(await items.filter({ hasText: 'no node for' }).getByRole('button').count()).toBe(0);
  });

  it('loses its marks once something is changed', async () => {
    const window = await checked();
    await window.node('n4').focus();
    await window.press('Delete');
    await expect.poll(() => marked(window)).toEqual([]);
  });

  it('shows where it could not be read', async () => {
    const window = await DiagramWindow.open(views, {
      answer: halfRightAnswer,
      verdict: {
        verdict: 'invalid',
        points: 0,
        maxPoints: 4,
        feedback: ['The label $x_{$ could not be read.'],
        evidence: { nodes: {}, differences: [], unreadable: { nodes: ['n1'], edges: [6] } },
      },
    });
    await window.page.getByText('Check', { exact: true }).click();
    await window.page.locator('[data-verdict="invalid"]').waitFor();
    expect(await marked(window)).toEqual([
      'edge h 2 to h 2, labelled t-1; could not be read',
      'node x 1, input, to h 1; could not be read',
    ]);
  });

  it('marks the edge and not its ends where a label stands on the wrong edge', async () => {
    const window = await DiagramWindow.open(views, {
      answer: halfRightAnswer,
      verdict: {
        ...halfRight,
        evidence: {
          differences: [
            { kind: 'wrong-label', message: 'On the edge.', nodes: ['n1', 'n3'], edges: [0] },
          ],
        },
      },
    });
    await window.page.getByText('Check', { exact: true }).click();
    await window.page.locator('[data-verdict="partial"]').waitFor();
    expect(await marked(window)).toEqual(['edge x 1 to h 1, labelled w; is not right']);
  });

  it('is as it was where the evidence is of another kind', async () => {
    const window = await DiagramWindow.open(views, {
      answer: halfRightAnswer,
      verdict: {
        verdict: 'wrong',
        points: 0,
        maxPoints: 4,
        feedback: ['No.'],
        evidence: { differences: [{ kind: 'odd', message: 1 }, null, 'x'] },
      },
    });
    await window.page.getByText('Check', { exact: true }).click();
    await window.page.locator('[data-verdict="wrong"]').waitFor();
    expect(await marked(window)).toEqual([]);
    expect(await window.page.locator('.diagram-differences').count()).toBe(0);
  });
});

const themes: readonly Theme[] = ['light', 'dark', 'high-contrast'];

describe('to axe-core', () => {
  it.each(themes)(
    'nothing is wrong in %s',
    async (theme) => {
      const empty = await DiagramWindow.open(views, { theme });
      await expectAccessible(empty.page);
      const drawn = await checked({ theme });
      await drawn.node('n3').focus();
      await drawn.page.locator('.diagram-inspector').waitFor();
      await expectAccessible(drawn.page);
      await drawn.press('c');
      await drawn.page.locator('.diagram-keys summary').click();
      await drawn.page.locator('.diagram-lists summary').click();
      await drawn.page.locator('.diagram-row').first().waitFor();
      await expectAccessible(drawn.page);
    },
    60_000,
  );

  it('nothing is wrong on a narrow page that may only be read', async () => {
    const window = await DiagramWindow.open(views, {
      width: 320,
      answer: rnnWithRoles,
      state: { readOnly: 'The exam is open in another window.' },
    });
    await window.node('n1').focus();
    await window.page.locator('.diagram-inspector').waitFor();
    await expectAccessible(window.page);
    const wide = await window.page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(320);
  });
});

describe('on the page', () => {
  it.each([720, 360])('no nodes overlap, and all are in sight at %d pixels', async (width) => {
    const window = await DiagramWindow.open(views, { width, answer: rnnWithRoles });
    const canvas = await window.canvas.boundingBox();
    const boxes = await Promise.all((await window.nodes.all()).map((node) => node.boundingBox()));
    for (const [index, one] of boxes.entries()) {
      if (!canvas || !one) throw new Error('it is not there');
      expect(one.x).toBeGreaterThanOrEqual(canvas.x);
      expect(one.y).toBeGreaterThanOrEqual(canvas.y);
      expect(one.x + one.width).toBeLessThanOrEqual(canvas.x + canvas.width);
      expect(one.y + one.height).toBeLessThanOrEqual(canvas.y + canvas.height);
      for (const two of boxes.slice(index + 1)) {
        const apart =
          two &&
          (one.x + one.width <= two.x ||
            two.x + two.width <= one.x ||
            one.y + one.height <= two.y ||
            two.y + two.height <= one.y);
        expect(apart).toBe(true);
      }
    }
  });
});
