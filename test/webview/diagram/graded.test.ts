/** The view and the grader of the bundled exam together: what is drawn here is read, graded and marked there. */
import { describe, expect, it } from 'vitest';
import { at } from '../../../scripts/project.ts';
import { echoOf } from '../../../src/core/grade/echoOf.ts';
import { gradeDiagram } from '../../../src/core/grade/gradeDiagram.ts';
import { publicTaskSet } from '../../../src/core/taskset/publicTaskSet.ts';
import { type QuestionOf, questionsOf } from '../../../src/core/taskset/taskSet.ts';
import { loadTaskSet } from '../../../src/runtime/taskSetFiles.ts';
import { useViews } from '../useViews.ts';
import { RNN_LINES } from './diagramTask.ts';
import { DiagramWindow } from './diagramWindow.ts';

async function bundled() {
  const loaded = await loadTaskSet(at('tasks/ml1'));
  if (!loaded.ok) throw new Error('the bundled exam does not load');
  const question = questionsOf(loaded.value).find(
    (each): each is QuestionOf<'diagram'> => each.kind === 'diagram',
  );
  const isAsked = ({ id }: { readonly id: string }): boolean => id === question?.id;
  const task = publicTaskSet(loaded.value).tasks.find((each) => each.questions.some(isAsked));
  if (!question || !task) throw new Error('the bundled exam has no diagram');
  return { question, task: { ...task, questions: task.questions.filter(isAsked) } };
}

const { question, task } = await bundled();

const views = useViews();

async function checked(lines: readonly string[]): Promise<DiagramWindow> {
  const window = await DiagramWindow.open(views, {
    state: { task, writing: 'text' },
    judge: (answer) => gradeDiagram(question, answer),
    echo: (text) => echoOf(question, text),
  });
  await window.page.getByLabel(/Edges of question .* as text/).fill(lines.join('\n'));
  await window.press('Enter');
  await window.page.getByText('Check', { exact: true }).click();
  await window.page.locator('[data-verdict]').waitFor();
  return window;
}

describe('a diagram of the bundled exam', () => {
  it('is right as it is drawn by lines of text', async () => {
    const window = await checked(RNN_LINES);
    expect(await window.page.locator('[data-verdict="correct"]').count()).toBe(1);
  });

  it('is marked where it is not right', async () => {
    const window = await checked([
      'x_1, w, h_0, x_2 -> h_1',
      'x_2, w -> h_2',
      'h_2 -> y',
      'E -> y, t',
    ]);
    expect(await window.page.locator('[data-verdict="partial"]').count()).toBe(1);
    expect(await window.page.locator('.diagram-arrow[data-mark="superfluous"]').count()).toBe(1);
    expect(await window.page.locator('.diagram-arrow[data-mark="reversed"]').count()).toBe(2);
    const [missing] = await window.page.locator('[data-difference="missing-edge"]').all();
    expect(await missing?.textContent()).toContain('There is no edge from');
  });

  it('shows which label cannot be read', async () => {
    const window = await checked([String.raw`\frac{x -> y`]);
    expect(await window.page.locator('[data-verdict="invalid"]').count()).toBe(1);
    expect(await window.page.locator('.diagram-node[data-mark="unreadable"]').count()).toBe(1);
    expect(await window.page.locator('.maths-error').count()).toBe(1);
  });
});
