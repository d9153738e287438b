import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import {
  type CodeLens,
  commands,
  DiagnosticSeverity,
  languages,
  Range,
  type Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { entryLine } from '../../../src/vscode/entryFunction.ts';
import { FileBadges } from '../../../src/vscode/fileBadges.ts';
import { eventually, type Opened, openedExam } from '../opened.ts';

const ACTIONS = ['checkCode', 'runCpu', 'runCuda', 'showTask', 'resetCode'];

async function replaceText(file: Uri, text: string): Promise<void> {
  const document = await workspace.openTextDocument(file);
  const edit = new WorkspaceEdit();
  edit.replace(file, document.validateRange(new Range(0, 0, document.lineCount, 0)), text);
  assert.ok(await workspace.applyEdit(edit));
}

function solution({ exam }: Opened): string {
  const question = exam.codeSource('5a');
  return question.reference['adversarial.ts'] ?? assert.fail('no reference solution');
}

describe('the code question', () => {
  let opened: Opened;
  let file: Uri;
  before(async () => {
    opened = await openedExam();
    file = opened.exam.fileUri('adversarial.ts');
    await window.showTextDocument(file);
  });

  it('has its five actions as lenses on the line of the function, each a known command', async () => {
    const document = await workspace.openTextDocument(file);
    const line = entryLine(document.getText(), 'adversarial');
    const lenses = await eventually(async () => {
      const all = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', file);
      const ours = all.filter(({ command }) => command?.command.startsWith('exambench.'));
      return ours.length > 0 ? ours : undefined;
    });
    assert.deepEqual(
      lenses.map(({ command }) => command?.command),
      ACTIONS.map((action) => `exambench.${action}`),
    );
    assert.ok(lenses.every(({ range }) => range.start.line === line));
    const known = await commands.getCommands(true);
    for (const action of ACTIONS) assert.ok(known.includes(`exambench.${action}`), action);
  });

  it('type-checks against the types in the folder, printing included', async () => {
    const program = [
      "import { tensor } from 'exambench/torch';",
      "console.log('printing is fine');",
      'export const n: number = tensor(1);',
    ];
    await replaceText(file, program.join('\n'));
    const errors = await eventually(() => {
      const found = languages
        .getDiagnostics(file)
        .filter(({ source, severity }) => source === 'ts' && severity === DiagnosticSeverity.Error);
      return found.length > 0 ? found : undefined;
    });
    assert.equal(errors.length, 1, errors.map(({ message }) => message).join('\n'));
    assert.match(errors[0]?.message ?? '', /Tensor/);
    assert.equal(errors[0]?.range.start.line, 2);
  });

  it('journals what is saved as the answer', async () => {
    await replaceText(file, '// step 1\n');
    await (await workspace.openTextDocument(file)).save();
    await eventually(() => {
      const { answer } = opened.exam.record('5a');
      return JSON.stringify(answer ?? {}).includes('step 1') ? true : undefined;
    });
  });

  it('gets its points for the reference solution, and a badge on the file', async function () {
    this.timeout(120_000);
    await replaceText(file, solution(opened));
    await commands.executeCommand('exambench.checkCode', '5a');
    const { verdict } = opened.exam.record('5a');
    assert.equal(verdict?.verdict, 'correct', JSON.stringify(verdict));
    const badge = new FileBadges(opened.current).provideFileDecoration(file);
    assert.equal(badge?.badge, '✓');
    assert.ok(await readFile(file.fsPath, 'utf8'), 'nothing was saved');
  });

  it('is marked at the function when checks fail, until the text changes', async function () {
    this.timeout(120_000);
    const ours = () =>
      languages.getDiagnostics(file).filter(({ source }) => source === 'Exambench');
    const skeleton = opened.exam.codeSource('5a').files['adversarial.ts'] ?? '';
    await replaceText(file, skeleton);
    await commands.executeCommand('exambench.checkCode', '5a');
    assert.notEqual(opened.exam.record('5a').verdict?.verdict, 'correct');
    assert.ok(ours().length > 0, 'no mark');
    assert.equal(ours()[0]?.range.start.line, entryLine(skeleton, 'adversarial'));
    await replaceText(file, `${skeleton}\n`);
    await eventually(() => (ours().length === 0 ? true : undefined));
  });

  it('runs on the CPU and shows the attack beside the code', async function () {
    this.timeout(120_000);
    await replaceText(file, solution(opened));
    const outcome = await commands.executeCommand('exambench.runCpu', '5a');
    assert.equal((outcome as { ok: boolean }).ok, true, JSON.stringify(outcome));
    const labels = window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ label }) => label);
    assert.ok(labels.includes('Attack: adversarial.ts'), labels.join(', '));
  });

  it('marks the line on which a run fails', async function () {
    this.timeout(120_000);
    await replaceText(
      file,
      "import { type Model, type Tensor } from 'exambench/torch';\n\nexport function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {\n  throw new Error('here');\n}\n",
    );
    await commands.executeCommand('exambench.runCpu', '5a');
    const marks = languages.getDiagnostics(file).filter(({ source }) => source === 'Exambench');
    assert.deepEqual(
      marks.map(({ range }) => range.start.line),
      [3],
    );
  });
});
