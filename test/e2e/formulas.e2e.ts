import { deepEqual, equal, match } from 'node:assert/strict';
import { useExam } from '../support/examWindow.ts';

describe('A task that is answered with formulas', () => {
  const exam = useExam();
  const keys = (): ReturnType<typeof exam>['editor']['page']['keyboard'] =>
    exam().editor.page.keyboard;

  it('takes a formula by keyboard, says how it is read, and finds it right', async () => {
    const task = await exam().openTask(4);
    await task.typeFormula('4b', '2(y-t)');
    await task.question('4b').locator('.read-as .katex').waitFor();
    await keys().press('Control+Enter');
    await task.verdict('4b', 'correct').waitFor();
  });

  it('takes back one step at a time, and nothing else', async () => {
    const task = await exam().taskPage(4);
    await task.typeFormula('4c', 'x');
    await keys().press('ArrowRight');
    await keys().type('y');
    await keys().press('Control+Z');
    await exam().editor.until(async () => {
      equal(await task.shownFormula('4c'), 'x');
    });
    await keys().press('Control+Y');
    await exam().editor.until(async () => {
      equal(await task.shownFormula('4c'), 'xy');
    });
  });

  it('says at once what cannot be read and where, and takes no points for it', async () => {
    const task = await exam().taskPage(4);
    await task.typeFormula('4d', '2(y-q)');
    const complaint = task.question('4d').locator('.echo .complaint');
    await complaint.waitFor();
    match(await complaint.innerText(), /“q” is not a name of this question/);
    await task.check('4d');
    await task.verdict('4d', 'invalid').waitFor();
  });

  it('recognises a slip, and shows where the values differ', async () => {
    const task = await exam().taskPage(4);
    await task.formula('4d').click();
    await keys().press('Control+A');
    await keys().type('2(y-t)(1-h_2^2)x_2');
    await keys().press('Control+Enter');
    await task.verdict('4d', 'partial').waitFor();
    match(
      await task.question('4d').locator('.verdict').innerText(),
      /takes part in the first step/,
    );
    await task.formula('4d').click();
    await keys().press('End');
    await keys().type(' y');
    await keys().press('Control+Enter');
    await task.verdict('4d', 'wrong').waitFor();
    await task.question('4d').locator('.counterexample').waitFor();
  });

  it('takes plain text instead, and remembers who likes it', async () => {
    const task = await exam().taskPage(4);
    await task.question('4d').getByText('Plain text', { exact: true }).click();
    await task.formula('4d').fill('2*(y-t)*(1-h_2^2)*(x_2+(1-h_1^2)*x_1)');
    await task.check('4d');
    await task.verdict('4d', 'correct').waitFor();
    const other = await exam().openTask(3);
    equal(await other.formula('3a').evaluate((field) => field.tagName), 'TEXTAREA');
    await other.question('3a').getByText('Formula', { exact: true }).click();
    equal(await other.formula('3a').evaluate((field) => field.tagName), 'MATH-FIELD');
  });

  it('takes a derivation row by row, and judges every step', async () => {
    const task = await exam().taskPage(3);
    await task.question('3b').getByText('Formula', { exact: true }).click();
    await task.typeFormula('3b', '<=sum_i sum_j |w_j|a_j |sign(x_i-c_ij)|', 1);
    await keys().press('Enter');
    await keys().type('<=d||w||_1');
    await keys().press('Control+Enter');
    await task.question('3b').locator('[data-verdict]').waitFor();
    const outcomes = task.question('3b').locator('[data-outcome]');
    deepEqual(
      await outcomes.evaluateAll((all) => all.map((each) => each.getAttribute('data-outcome'))),
      ['holds', 'holds'],
    );
  });

  it('keeps it all over a reload of the window', async () => {
    await exam().editor.reload();
    const task = await exam().taskPage(3);
    await task.formula('3b', 2).waitFor();
    match(String(await task.shownFormula('3b', 2)), /\\Vert w\\right\\Vert/);
    await task.question('3b').locator('[data-verdict]').waitFor();
  });
});
