/** `npm run screenshots [-- SCENE …]`: the views in three themes, as pictures in .cache/screenshots. Build first. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EditorWindow } from '../test/support/editorWindow.ts';
import { type ExamWindow, openExam, solution } from '../test/support/examWindow.ts';
import { gradedExam } from '../test/support/gradingFolder.ts';
import { Mouse } from '../test/support/hands/mouse.ts';
import { installEditor } from './editor/install.ts';
import { fail, step } from './progress.mjs';
import { at, root } from './project.ts';

const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high-contrast': 'Dark High Contrast',
} as const;

const pictures = at('.cache/screenshots');

async function showChoice(exam: ExamWindow): Promise<void> {
  const task = await exam.openTask(1);
  await task.choose('1.1', 0);
  await task.check('1.1');
  await task.question('1.1').locator('[data-verdict]').waitFor();
}

async function showMaths(exam: ExamWindow): Promise<void> {
  const task = await exam.openTask(3);
  await task.formulas.first().waitFor();
}

async function showFormula(exam: ExamWindow): Promise<void> {
  const task = await exam.openTask(4);
  await task.typeFormula('4b', 'y-t');
  await task.check('4b');
  await task.verdict('4b', 'partial').waitFor();
  await task.typeFormula('4d', '2(y-t)(1-h_2^2)(x_2+x_1)+x_1');
  await task.check('4d');
  await task.verdict('4d', 'wrong').waitFor();
  await task.question('4d').scrollIntoViewIfNeeded();
}

async function showDerivation(exam: ExamWindow): Promise<void> {
  const task = await exam.openTask(3);
  await task.typeFormula('3b', '<=d max_i |dy/dx_i|', 1);
  await exam.editor.page.keyboard.press('Enter');
  await exam.editor.page.keyboard.type('<=d|sum_j w_j|');
  await task.check('3b');
  await task.question('3b').locator('[data-verdict]').waitFor();
  await task.question('3b').locator('.derivation').scrollIntoViewIfNeeded();
}

async function showDrawing(exam: ExamWindow): Promise<void> {
  const mouse = new Mouse(exam);
  await mouse.begin('2a');
  await mouse.draw([
    {
      type: 'Segment',
      points: [
        [-1.5, -1],
        [0.5, 1],
      ],
    },
    {
      type: 'Ray',
      points: [
        [0.5, 1],
        [1, 0.5],
      ],
    },
    {
      type: 'Line',
      points: [
        [-1, 1.5],
        [-0.5, 0],
      ],
    },
  ]);
  await mouse.question.scrollIntoViewIfNeeded();
}

async function showDiagram(exam: ExamWindow): Promise<void> {
  const mouse = new Mouse(exam);
  await mouse.begin('4a');
  await mouse.sketch({
    nodes: ['x_1', 'w', 'h_0', 'h_1', 'x_2'],
    edges: [
      ['x_1', 'h_1'],
      ['w', 'h_1'],
      ['x_2', 'h_1'],
    ],
  });
  await mouse.check();
  await mouse.question.locator('[data-verdict]').waitFor();
  await mouse.question.locator('header').scrollIntoViewIfNeeded();
}

async function showText(exam: ExamWindow): Promise<void> {
  const mouse = new Mouse(exam);
  await mouse.begin('3c');
  await mouse.text('The larger $\\|w\\|_1$, the **steeper** $y$ may be.');
  await mouse.compare([0]);
  await mouse.question.locator('.review').scrollIntoViewIfNeeded();
}

async function showLines(exam: ExamWindow): Promise<void> {
  const mouse = new Mouse(exam);
  await mouse.begin('5b');
  await mouse.takeRightProgram();
  await mouse.change([{ line: 6, text: '  const sgd = new optim.SGD([z], { lr: 0.02 });' }]);
}

async function showCode(exam: ExamWindow): Promise<void> {
  await exam.openTask(5);
  await exam.editor.openFile('adversarial.ts');
  await exam.editor.lens('Run on CPU').waitFor();
}

async function showAttack(exam: ExamWindow): Promise<void> {
  await exam.editor.openFile('adversarial.ts');
  await exam.editor.replaceText(await solution());
  await exam.editor.lens('Run on CPU').click();
  await exam.attackPage('done');
}

const scenes = {
  choice: showChoice,
  maths: showMaths,
  formula: showFormula,
  derivation: showDerivation,
  drawing: showDrawing,
  diagram: showDiagram,
  text: showText,
  lines: showLines,
  code: showCode,
  attack: showAttack,
};

const GRADING = 'grading';
const STUDENTS = 24;

/** In a window of its own: who grades has no exam open. */
async function photographGrading(theme: Theme): Promise<void> {
  const given = await gradedExam(STUDENTS);
  const editor = await EditorWindow.open({ folder: given.path, extension: root });
  try {
    await editor.chooseTheme(themes[theme]);
    await editor.runCommand('Exambench: Open Grading');
    const view = await editor.webview('#answer-heading');
    const question = view.locator('.questions .row', { hasText: /^\s*3c/ });
    await question.click();
    await view.getByRole('heading', { name: 'Answers to 3c' }).waitFor();
    await view.locator('.criteria input').first().check();
    await view.getByRole('textbox', { name: 'Comment' }).fill('Say *why*: $|y(x)-y(z)|$ is small.');
    await view.locator('.preview .katex').waitFor();
    await editor.settle();
    await editor.page.screenshot({ path: join(pictures, `${GRADING}-${theme}.png`) });
  } finally {
    await editor.close();
    await given.remove();
  }
}

type Theme = keyof typeof themes;

async function photograph(theme: Theme, wanted: readonly string[]): Promise<void> {
  if (wanted.length === 0 || wanted.includes(GRADING)) await photographGrading(theme);
  if (wanted.length > 0 && wanted.every((scene) => scene === GRADING)) return;
  const exam = await openExam();
  try {
    await exam.editor.chooseTheme(themes[theme]);
    for (const [scene, show] of Object.entries(scenes)) {
      if (wanted.length > 0 && !wanted.includes(scene)) continue;
      await show(exam);
      await exam.editor.settle();
      await exam.editor.page.screenshot({ path: join(pictures, `${scene}-${theme}.png`) });
    }
  } finally {
    await exam.close();
  }
}

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  await mkdir(pictures, { recursive: true });
  await installEditor();
  for (const theme of Object.keys(themes) as Theme[]) {
    await step(`Pictures in ${theme}`, () => photograph(theme, positionals));
  }
  console.log(`kept in ${pictures}`);
}

await main().catch(fail);
