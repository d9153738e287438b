import { deepEqual, match } from 'node:assert/strict';
import { skeleton, solution, useExam } from '../support/examWindow.ts';

describe('The programming task', () => {
  const exam = useExam();

  it('offers what can be done above the function', async () => {
    const { editor } = exam();
    await editor.openFile('adversarial.ts');
    await editor.lens('Run on CPU').waitFor();
    deepEqual(await editor.lenses(), [
      'Run the checks',
      'Run on CPU',
      'Run on CUDA',
      'Show the task',
      'Reset to the skeleton',
    ]);
  });

  it('knows the types of the student module', async () => {
    const { editor } = exam();
    const program = await solution();
    await editor.replaceText(`${program}\nexport const wrong: number = optim.SGD;\n`);
    await editor.errors.first().waitFor();
    await editor.replaceText(program);
    await editor.errors.first().waitFor({ state: 'detached' });
  });

  it('runs the attack and shows how it went', async () => {
    await exam().editor.lens('Run on CPU').click();
    const page = await exam().attackPage('done');
    match(await page.locator('dl').innerText(), /Iterations\s+1,000\s/);
  });

  it('checks the program', async () => {
    await exam().editor.lens('Run the checks').click();
    await exam().questionItem('5a').filter({ hasText: '9 / 9' }).waitFor();
  });

  it('says what is wrong with a program that does not work, and where', async () => {
    const { editor } = exam();
    await editor.replaceText(
      "export function adversarial(): never {\n  throw new Error('not yet');\n}\n",
    );
    await editor.lens('Run on CPU').click();
    const page = await exam().attackPage('failed');
    match(await page.locator('main').innerText(), /not yet[^]*adversarial\.ts:2/);
    await editor.errors.first().waitFor();
  });

  it('goes back to the skeleton', async () => {
    const { editor } = exam();
    await editor.lens('Reset to the skeleton').click();
    await editor.confirm('Reset');
    await exam().written('adversarial.ts', await skeleton());
  });
});
