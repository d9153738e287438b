import { strict as assert } from 'node:assert';
import { type Uri, commands, Range, workspace, WorkspaceEdit } from 'vscode';
import { type Exam } from '../../../src/vscode/exam.ts';
import { previewEdits } from '../../../src/vscode/previewEdits.ts';
import { openedExam } from '../opened.ts';

const LOSS = '    const loss = x.sub(z).square().sum().add(t.mul(model(z)).relu().sum());';
const edits = [{ line: 10, action: 'replace', text: LOSS }] as const;

/** In the editor, not on disk. */
async function write(file: Uri, text: string): Promise<void> {
  const document = await workspace.openTextDocument(file);
  const edit = new WorkspaceEdit();
  edit.replace(file, document.validateRange(new Range(0, 0, document.lineCount, 0)), text);
  assert.ok(await workspace.applyEdit(edit));
}

/** The same exam as one that counts. */
function asExam(exam: Exam): Exam {
  const seen: Partial<Exam> = {
    set: { ...exam.set, public: { ...exam.set.public, mode: 'exam', modelAnswers: false } },
    codeQuestion: (id) => exam.codeQuestion(id),
    codeSource: (id) => exam.codeSource(id),
    fileUri: (name) => exam.fileUri(name),
    record: (id) => exam.record(id),
  };
  return seen as Exam; // all of it that is looked at
}

describe('a program that is changed by line numbers', () => {
  let exam: Exam;
  let file: Uri;
  const given = () => {
    const question = exam.set.question('5b');
    return question.kind === 'lines' ? question.given : assert.fail('5b changes no program');
  };
  const preview = (base?: 'own' | 'given', from = exam) =>
    previewEdits(from, { question: '5b', answer: { ...(base && { base }), edits } });

  before(async () => {
    ({ exam } = await openedExam());
    file = exam.fileUri('adversarial.ts');
    await exam.saveAnswer('5b', null);
  });

  it('is none as long as nothing is written, unless the given one is taken; never in an exam', async () => {
    await write(file, exam.codeSource('5a').files['adversarial.ts'] ?? '');
    for (const base of [undefined, 'own'] as const) {
      assert.deepEqual(await preview(base), {
        base: 'none',
        own: 'missing',
        rows: [],
        complaints: [],
      });
    }
    const taken = await preview('given');
    assert.equal(taken.base, 'given');
    assert.deepEqual(
      taken.rows.filter(({ kind }) => kind !== 'kept').map(({ kind, text }) => [kind, text]),
      [
        ['removed', given().split('\n')[9]],
        ['added', LOSS],
      ],
    );
    assert.equal((await preview('given', asExam(exam))).base, 'none');
  });

  it('is the one in the editor, saved or not', async () => {
    await write(file, `${given()}// unsaved`);
    const { base, own, rows, complaints } = await preview();
    assert.deepEqual([base, own, complaints], ['own', 'unchecked', []]);
    assert.equal(rows.at(-1)?.text, '// unsaved');
    await write(file, 'one line');
    assert.match((await preview()).complaints[0]?.message ?? '', /^Edit 1 \(replace line 10\)/);
  });

  it('is run when the answer is checked, and kept before that', async function () {
    this.timeout(120_000);
    await write(file, given());
    await exam.saveAnswer('5b', { base: 'own', edits });
    await commands.executeCommand('exambench.checkQuestion', '5b');
    const { verdict } = exam.record('5b');
    assert.equal(verdict?.verdict, 'correct', JSON.stringify(verdict));
    assert.equal(verdict.evidence?.['base'], 'own');
    assert.deepEqual(exam.record('5a').answer, { files: { 'adversarial.ts': given() } });
  });

  it('is told to be passing or failing once it was checked, until it changes', async function () {
    this.timeout(120_000);
    await commands.executeCommand('exambench.checkCode', '5a');
    assert.equal((await preview()).own, 'passing');
    await write(file, given().replace('t.mul(', 't.neg().mul('));
    assert.equal((await preview()).own, 'unchecked');
    await commands.executeCommand('exambench.checkCode', '5a');
    assert.equal((await preview()).own, 'failing');
  });
});
