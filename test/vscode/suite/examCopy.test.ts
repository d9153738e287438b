import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Uri, extensions } from 'vscode';
import { type Answer } from '../../../src/core/answer/answer.ts';
import { openAttempt } from '../../../src/runtime/attempt/attempt.ts';
import { publishTaskSet } from '../../../src/runtime/publish/publishTaskSet.ts';
import { writeCopy } from '../../../src/runtime/publish/writeCopy.ts';
import { newKeyPair } from '../../../src/runtime/seal/identities.ts';
import { type AttackEngine } from '../../../src/vscode/attackEngine.ts';
import { check } from '../../../src/vscode/checking.ts';
import { Exam } from '../../../src/vscode/exam.ts';
import { FailureMarks } from '../../../src/vscode/failureMarks.ts';
import { loadTaskSet } from '../../../src/vscode/loadTaskSet.ts';
import { previewEdits } from '../../../src/vscode/previewEdits.ts';
import { readMathematics } from '../../../src/vscode/readMathematics.ts';
import { reviewText } from '../../../src/vscode/reviewText.ts';
import { taskViewState } from '../../../src/vscode/taskViewState.ts';
import { canariesIn } from '../../support/canary/canaryPaths.ts';
import { CANARY_TASK, canaryFiles } from '../../support/canary/canarySet.ts';
import { foundIn } from '../../support/canary/findCanaries.ts';

const CIRCUMSTANCES = { isTrusted: true, writing: 'formula', wantsSuggestions: true } as const;

const PROGRAM = 'export const attack = 1;\n';

const ANSWERS: Readonly<Record<string, Answer>> = {
  '1': { selected: ['a'] },
  '2': { latex: 'u + 1' },
  '3': { steps: [{ latex: 'u' }, { relation: '=', latex: 'u + 0' }] },
  '4': {
    items: [
      {
        type: 'line',
        points: [
          [0, 0],
          [0, 1],
        ],
      },
    ],
    labels: [],
  },
  '5': {
    items: [
      {
        type: 'line',
        points: [
          [0, 0],
          [0, 1],
        ],
      },
    ],
    labels: [],
  },
  '6': { text: 'Some words of a student.' },
  '7': { nodes: [{ id: 'n', label: 'u' }], edges: [] },
  '8': { files: { 'attack.ts': PROGRAM } },
  '9': { base: 'own', edits: [{ line: 1, action: 'replace', text: 'let one = 1;' }] },
};

/** What the copy shows: everything else that the author wrote stays behind. */
function secretsIn(files: ReadonlyMap<string, Uint8Array>, copy: string): string[] {
  const written = [...files].flatMap(([path, bytes]) => [path, Buffer.from(bytes).toString()]);
  const all = new Set(written.flatMap(canariesIn));
  return [...all].filter((canary) => !copy.includes(canary));
}

async function filesUnder(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = files.map((entry) => readFile(join(entry.parentPath, entry.name)));
  return Buffer.concat(await Promise.all(read));
}

/** No program may be started: nothing of an exam is judged on the student's machine. */
const noEngine: AttackEngine = {
  run: () => assert.fail('a program ran'),
  evaluate: () => assert.fail('a model ran'),
  field: () => assert.fail('a model ran'),
  checks: () => assert.fail('a check ran'),
  dispose: () => undefined,
};

describe('a copy of an exam', () => {
  let root: string;
  let exam: Exam;
  let secrets: string[];
  const told: unknown[] = [];

  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'copy-'));
    const files = canaryFiles();
    for (const [path, bytes] of files) {
      await mkdir(dirname(join(root, 'whole', path)), { recursive: true });
      await writeFile(join(root, 'whole', path), bytes);
    }
    const { recipient } = await newKeyPair();
    const published = await publishTaskSet(join(root, 'whole'), { sealedFor: [recipient] });
    assert.ok(published.ok);
    const copy = join(root, 'copy');
    await writeCopy(published.value, join(root, 'whole'), copy);
    secrets = secretsIn(files, (await filesUnder(copy)).toString());
    const dist = join(extensions.getExtension('exambench.exambench')?.extensionPath ?? '', 'dist');
    const set = await loadTaskSet(copy, dist);
    const student = join(root, 'student');
    await mkdir(student);
    for (const [name, text] of Object.entries(set.studentFiles)) {
      await writeFile(join(student, name), text);
    }
    await writeFile(join(student, 'attack.ts'), PROGRAM);
    const { attempt } = await openAttempt({
      journalFolder: join(root, 'storage'),
      studentFolder: student,
      taskSet: 'canary',
      readAnswer: (question, value) => set.readAnswer(question, value),
      onCopyFailed: (error) => {
        throw error;
      },
    });
    exam = new Exam(Uri.file(student), set, attempt);
  });

  after(async () => {
    await exam.close();
    await rm(root, { recursive: true, force: true });
  });

  it('takes answers of every kind and says that they can be read, without running anything', async () => {
    const parts = {
      engine: noEngine,
      trust: { isTrusted: false, refuse: () => assert.fail('trust was asked for') },
      marks: new FailureMarks(),
      provider: () => 'cpu' as const,
    };
    for (const { id } of CANARY_TASK.questions) {
      await exam.saveAnswer(id, ANSWERS[id] ?? null);
      const { verdict } = await check(exam, id, parts);
      assert.equal(verdict?.verdict, 'manual', `${id}: ${verdict?.feedback.join(' ') ?? ''}`);
      assert.equal(verdict.points, 0);
      told.push(verdict);
    }
    assert.equal(exam.points.points, 0);
    assert.equal(exam.points.answered, CANARY_TASK.questions.length);
  });

  it('echoes formulas, previews edits of the own program, and shows no model answer', async () => {
    for (const question of ['2', '3', '4', '7']) {
      const echo = await readMathematics(exam, { question, latex: 'u + 1' });
      assert.equal(echo.kind, 'read', question);
      told.push(echo);
    }
    const answer = { base: 'given', edits: [] } as const;
    const preview = await previewEdits(exam, { question: '9', answer });
    assert.equal(preview.base, 'own');
    told.push(preview);
    assert.throws(() => reviewText(exam, '6'), /not shown/);
  });

  it('lets nothing of the solutions into views, storage or the student’s folder', async () => {
    for (const { id } of exam.tasks) told.push(taskViewState(exam, id, CIRCUMSTANCES));
    const state = taskViewState(exam, 'only', CIRCUMSTANCES);
    assert.equal(state.canGrade, false);
    assert.equal(state.modelAnswers, false);
    assert.equal(state.suggestions, false);
    assert.ok(secrets.length > 150, `${secrets.length} secrets`);
    assert.deepEqual(await foundIn(Buffer.from(JSON.stringify(told)), secrets), []);
    for (const folder of ['storage', 'student']) {
      const bytes = await filesUnder(join(root, folder));
      assert.ok(bytes.length > 0, `nothing in ${folder}`);
      assert.deepEqual(await foundIn(bytes, secrets), [], folder);
    }
  });
});
