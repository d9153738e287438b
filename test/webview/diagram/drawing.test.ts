import { type Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type AnswerOf } from '../../../src/protocol/messages.ts';
import { useViews } from '../useViews.ts';
import { RNN_LINES, halfRightAnswer, rnn } from './diagramTask.ts';
import { DiagramWindow, type Settings } from './diagramWindow.ts';

const views = useViews();

const show = (settings?: Settings) => DiagramWindow.open(views, settings);

type Diagram = AnswerOf['diagram'];

const field = (window: DiagramWindow): Locator => window.page.locator('.diagram .formula-input');

const focusedNode = (window: DiagramWindow): Promise<string | null | undefined> =>
  window.page.evaluate(() => document.activeElement?.getAttribute('data-node'));

/** Fields for formulas write indices in braces. */
const inBraces = ({ nodes, edges }: Diagram): Diagram => ({
  nodes: nodes.map(({ id, label }) => ({ id, label: label.replace(/_(\d)/, '_{$1}') })),
  edges,
});

const answered = (window: DiagramWindow, expected: unknown) =>
  expect.poll(() => window.answer, { timeout: 5000 }).toEqual(expected);

const places: readonly (readonly [number, number])[] = [
  [60, 60],
  [60, 140],
  [60, 220],
  [200, 140],
  [200, 280],
  [340, 200],
  [440, 200],
  [440, 290],
  [560, 240],
];

async function connect(window: DiagramWindow, from: string, to: string): Promise<void> {
  await window.node(from).hover();
  const handle = await window.node(from).locator('.diagram-handle').boundingBox();
  const target = await window.node(to).boundingBox();
  if (!handle || !target) throw new Error('there is nothing to connect');
  const { mouse } = window.page;
  await mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await mouse.down();
  await mouse.move(target.x + target.width / 2 - 20, target.y + target.height / 2, { steps: 3 });
  await mouse.move(target.x + target.width / 2, target.y + target.height / 2);
  await mouse.up();
}

describe('a diagram', () => {
  it('is drawn by mouse', async () => {
    const window = await show();
    for (const [index, [x, y]] of places.entries()) {
      await window.canvas.dblclick({ position: { x, y } });
      await expect
        .poll(() => field(window).evaluate((it) => it === document.activeElement))
        .toBe(true);
      await window.page.keyboard.type(rnn.nodes[index]?.label ?? '');
    }
    for (const { from, to } of rnn.edges) await connect(window, from, to);
    const { nodes, edges } = inBraces(rnn);
    await answered(window, {
      nodes: nodes.map((node, index) => ({ ...node, at: places[index] })),
      edges,
    });
  }, 60_000);

  it('is drawn by keyboard alone', async () => {
    const window = await show();
    await window.canvas.focus();
    for (const { label } of rnn.nodes) {
      await window.press('n');
      await window.page.keyboard.type(label);
      await window.press('Enter');
    }
    for (const { from, to } of rnn.edges) {
      const down = Array.from({ length: Number(from.slice(1)) - 1 }, () => 'PageDown');
      await window.press('Home', ...down, 'c');
      await window.page.keyboard.type(rnn.nodes.find(({ id }) => id === to)?.label ?? '');
      await window.press('Enter');
    }
    await answered(window, inBraces(rnn));
  }, 60_000);

  it('is drawn by lines of text', async () => {
    const window = await show();
    await window.page.getByLabel('Edges of question 4a as text').focus();
    for (const line of RNN_LINES) {
      await window.page.keyboard.type(line);
      await window.press('Enter');
    }
    await answered(window, rnn);
    await expect.poll(() => window.announcement).toBe('2 nodes and 2 edges added');
    expect(await window.arrows.count()).toBe(9);
  });

  it('is drawn in the lists', async () => {
    const window = await show();
    const { page } = window;
    await page.locator('.diagram-lists summary').click();
    for (const label of ['h_1', 'h_2']) {
      await page.getByText('Add a node', { exact: true }).click();
      await page.keyboard.type(label);
    }
    await page.getByText('Add an edge', { exact: true }).click();
    await page.keyboard.press('Tab');
    await answered(window, {
      nodes: [
        { id: 'n1', label: 'h_{1}' },
        { id: 'n2', label: 'h_{2}' },
      ],
      edges: [{ from: 'n1', to: 'n2' }],
    });
    await page.getByLabel('Role of node h 1').selectOption('state');
    await page.getByLabel('To: edge from h 1 to h 2').selectOption({ label: 'h 1' });
    await page.getByLabel('Delete: Node h 2').click();
    await answered(window, {
      nodes: [{ id: 'n1', label: 'h_{1}', role: 'state' }],
      edges: [{ from: 'n1', to: 'n1' }],
    });
    expect(await window.nodes.count()).toBe(1);
    await page.getByLabel('Delete: Edge from h 1 to h 1').click();
    await page.getByLabel('Delete: Node h 1').click();
    await answered(window, undefined);
    await window.page.locator('.diagram-empty').waitFor();
  });

  it('is moved by mouse and by arrow keys, and what stood by itself then stands there', async () => {
    const window = await show({ answer: halfRightAnswer });
    const before = await window.node('n3').boundingBox();
    if (!before) throw new Error('the node is not there');
    const [x, y] = [before.x + before.width / 2, before.y + before.height / 2];
    await window.page.mouse.move(x, y);
    await window.page.mouse.down();
    await window.page.mouse.move(x + 30, y + 42, { steps: 4 });
    await window.page.mouse.up();
    const after = await window.node('n3').boundingBox();
    expect((after?.x ?? 0) - before.x).toBeGreaterThan(20);
    expect((after?.y ?? 0) - before.y).toBeGreaterThan(30);
    await expect.poll(() => placed(window.answer)).toBe(halfRightAnswer.nodes.length);
    const [left, top] = placeOf(window.answer, 'n3');
    await window.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowUp');
    await expect.poll(() => placeOf(window.answer, 'n3')).toEqual([left + 20, top - 10]);
    await window.press('Control+z');
    await expect.poll(() => placeOf(window.answer, 'n3')).toEqual([left, top]);
    await window.press('l');
    await answered(window, halfRightAnswer);
  });

  it('takes back and does again', async () => {
    const window = await show({ answer: halfRightAnswer });
    await window.node('n4').focus();
    await window.press('Delete');
    const without = {
      ...halfRightAnswer,
      nodes: halfRightAnswer.nodes.filter(({ id }) => id !== 'n4'),
    };
    await answered(window, without);
    expect(await focusedNode(window)).toBe('n5');
    await window.press('Control+z');
    await answered(window, halfRightAnswer);
    await window.press('Control+y');
    await answered(window, without);
    await window.page.getByRole('button', { name: 'Undo' }).click();
    await answered(window, halfRightAnswer);
  });

  it('has its nodes renamed', async () => {
    const window = await show({ answer: halfRightAnswer });
    await window.node('n4').dblclick();
    await expect
      .poll(() => field(window).evaluate((it) => it === document.activeElement))
      .toBe(true);
    await window.press('Control+a');
    await window.page.keyboard.type('tanh(x_1)');
    await window.press('Enter');
    expect(await focusedNode(window)).toBe('n4');
    await expect.poll(() => labelOf(window.answer, 'n4')).toBe(String.raw`\tanh\left(x_{1}\right)`);
    expect(await window.node('n4').getAttribute('aria-label')).toBe('tanh(x 1), operation');
    await window.node('n4').locator('.katex').waitFor();
  });

  it('has its edges turned round and labelled', async () => {
    const window = await show({ answer: halfRightAnswer });
    await window.node('n8').focus();
    await window.press('e', 'r');
    await expect.poll(() => edgesOf(window.answer)[3]).toEqual({ from: 'n7', to: 'n8' });
    await expect.poll(() => window.announcement).toBe('Edge from y to E, turned round');
    await window.press('Enter');
    await window.page.keyboard.type('w');
    await expect
      .poll(() => edgesOf(window.answer)[3])
      .toEqual({ from: 'n7', to: 'n8', label: 'w' });
    await window.press('Enter', 'Delete');
    await expect.poll(() => edgesOf(window.answer).length).toBe(halfRightAnswer.edges.length - 1);
  });

  it('is gone through by arrow keys', async () => {
    const window = await show({ answer: rnn });
    await window.node('n4').focus();
    await window.press('ArrowRight');
    const right = await focusedNode(window);
    await window.press('ArrowLeft');
    expect(right).not.toBe('n4');
    expect(['n4', 'n5']).toContain(await focusedNode(window));
  });

  it.each([
    ['PageUp', 'n4'],
    ['PageDown', 'n6'],
  ])('leads from an edge to its own nodes by %s', async (key, id) => {
    const window = await show({ answer: rnn });
    await window.page.locator('.diagram-arrow').nth(5).focus();
    await window.press(key);
    expect(await focusedNode(window)).toBe(id);
  });

  it('draws a loop by mouse, and connects what is connected no second time', async () => {
    const window = await show({
      answer: {
        nodes: [
          { id: 'n1', label: 'h', at: [200, 150] },
          { id: 'n2', label: 'y', at: [400, 150] },
        ],
        edges: [{ from: 'n1', to: 'n2' }],
      },
    });
    await connect(window, 'n1', 'n2');
    await expect.poll(() => window.announcement).toBe('There is an edge from h to y already');
    await window.node('n1').hover();
    const handle = await window.node('n1').locator('.diagram-handle').boundingBox();
    if (!handle) throw new Error('there is no handle');
    const [x, y] = [handle.x + 12, handle.y + 12];
    await window.page.mouse.move(x, y);
    await window.page.mouse.down();
    await window.page.mouse.move(x + 20, y - 60, { steps: 3 });
    await window.page.mouse.move(x - 30, y, { steps: 3 });
    await window.page.mouse.up();
    await expect
      .poll(() => edgesOf(window.answer))
      .toEqual([
        { from: 'n1', to: 'n2' },
        { from: 'n1', to: 'n1' },
      ]);
  });

  it('is left alone while it may only be read', async () => {
    const window = await show({
      answer: halfRightAnswer,
      state: { readOnly: 'The exam is open in another window.' },
    });
    await window.node('n3').focus();
    await window.press('n', 'Delete', 'Shift+ArrowRight', 'c', 'Control+z');
    await window.canvas.dblclick({ position: { x: 10, y: 10 } });
    expect(await window.nodes.count()).toBe(halfRightAnswer.nodes.length);
    expect(window.host.asked.filter(({ method }) => method === 'saveAnswer')).toEqual([]);
    expect(await window.page.locator('.diagram-handle, .diagram-entry').count()).toBe(0);
    expect(await window.page.getByLabel('Add a node').count()).toBe(0);
  });

  it('says what is wrong with a line of text and keeps it', async () => {
    const window = await show();
    await window.page.getByLabel('Edges of question 4a as text').fill('x_1 ->');
    await window.press('Enter');
    await window.page.getByText('Something is missing in “x_1 ->”').waitFor();
    expect(await window.page.getByLabel('Edges of question 4a as text').inputValue()).toBe(
      'x_1 ->',
    );
    expect(window.answer).toBeUndefined();
  });

  it('says that a line without an arrow makes nodes alone', async () => {
    const window = await show();
    await window.page.getByLabel('Edges of question 4a as text').fill('q_1');
    await window.press('Enter');
    await expect
      .poll(() => window.announcement)
      .toBe('Node q 1 added, without an edge; edges are written with ->');
    await answered(window, { nodes: [{ id: 'n1', label: 'q_1' }], edges: [] });
  });

  it('tells how an edge is drawn until there are two', async () => {
    const window = await show();
    const entry = window.page.getByLabel('Edges of question 4a as text');
    const hint = window.page.locator('.diagram-hint');
    expect(await window.page.locator('.diagram-empty').textContent()).toContain('small circle');
    for (const [line, count] of [
      ['a -> b', 1],
      ['b -> c', 0],
    ] as const) {
      await entry.fill(line);
      await window.press('Enter');
      await expect.poll(() => hint.count()).toBe(count);
    }
  });

  it('names the same keys for doing again in the tools and below', async () => {
    const window = await show();
    const { page } = window;
    expect(await page.getByRole('button', { name: 'Redo' }).getAttribute('title')).toBe(
      'Redo (Ctrl+Y or Ctrl+Shift+Z)',
    );
    expect(await page.locator('.diagram-keys').textContent()).toMatch(
      /Ctrl\+Y\s+Ctrl\+Shift\+Z\s+redo/,
    );
  });

  it('keeps the handle of a node while the pointer goes to it aslant', async () => {
    const window = await show({
      answer: {
        nodes: [
          { id: 'n1', label: 'h', at: [200, 150] },
          { id: 'n2', label: 'y', at: [400, 150] },
        ],
        edges: [{ from: 'n1', to: 'n2' }],
      },
    });
    const box = await window.node('n1').boundingBox();
    if (!box) throw new Error('the node is not there');
    const { mouse } = window.page;
    const right = box.x + box.width;
    await mouse.move(right - 4, box.y + 4);
    for (const [dx, dy] of [
      [4, 4],
      [8, 8],
      [12, 14],
    ] as const) {
      await mouse.move(right + dx, box.y + dy);
      expect(await window.node('n1').evaluate((node) => node.matches(':hover'))).toBe(true);
    }
    await mouse.move(right + 60, box.y + 4);
    await mouse.move(right + 8, box.y + 4);
    expect(await window.node('n1').evaluate((node) => node.matches(':hover'))).toBe(false);
  });

  it('is labelled in plain text where that is how one writes', async () => {
    const window = await show({ state: { writing: 'text' } });
    await window.canvas.focus();
    await window.press('n');
    await window.page.keyboard.type('h_1');
    await window.press('Enter');
    await answered(window, { nodes: [{ id: 'n1', label: 'h_1' }], edges: [] });
    await window.node('n1').locator('.katex').waitFor();
  });

  it('is not drawn when no one could see through it', async () => {
    const nodes = Array.from({ length: 10_000 }, (_none, index) => ({
      id: `n${index}`,
      label: 'a',
    }));
    const window = await show({ answer: { nodes, edges: [] } });
    await window.page.getByText('too many to draw here').waitFor();
    expect(await window.nodes.count()).toBe(0);
  });

  it('may come from anywhere', async () => {
    const window = await show({
      answer: {
        nodes: [
          { id: 'a b', label: String.raw`\frac{` },
          { id: 'a b', label: '<b>x</b>', at: [1e12, 3] },
          { id: '"', label: '' },
        ],
        edges: [
          { from: 'a b', to: 'nowhere' },
          { from: '"', to: '"', label: '$' },
        ],
      },
    });
    expect(await window.nodes.count()).toBe(3);
    expect(await window.arrows.count()).toBe(1);
  });
});

const diagramOf = (answer: unknown): Diagram => answer as Diagram; // of the only question
const edgesOf = (answer: unknown): Diagram['edges'] => diagramOf(answer).edges;
const labelOf = (answer: unknown, id: string) =>
  diagramOf(answer).nodes.find((node) => node.id === id)?.label;
const placeOf = (answer: unknown, id: string): readonly [number, number] =>
  diagramOf(answer).nodes.find((node) => node.id === id)?.at ?? [0, 0];
const placed = (answer: unknown): number =>
  answer === undefined ? 0 : diagramOf(answer).nodes.filter(({ at }) => at !== undefined).length;
