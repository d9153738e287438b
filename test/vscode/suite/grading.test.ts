import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, extensions, TabInputWebview, Uri, window } from 'vscode';
import { type GradedQuestion, type GradeRecord } from '../../../src/core/gradebook/gradeRecord.ts';
import { questionsOf } from '../../../src/core/taskset/taskSet.ts';
import { type Insides } from '../../../src/extension.ts';
import { type GradedSet, gradedFolder } from '../../../src/runtime/grading/gradedSet.ts';
import { GradingFolder, setPlace } from '../../../src/runtime/grading/gradingFolder.ts';
import { type GradingPanel } from '../../../src/vscode/gradingView/gradingPanel.ts';
import { eventually } from '../opened.ts';

const TEXT = '3c';

/** Nothing but a text, which a person grades. */
function recordOf(submission: string, { set, content }: GradedSet): GradeRecord {
  const questions = questionsOf(set).map(({ id, points }): [string, GradedQuestion] => [
    id,
    {
      ...{ points: 0, maxPoints: points, feedback: [], cause: 'ok' },
      ...(id === TEXT
        ? { verdict: 'manual', settled: false }
        : { verdict: 'unanswered', settled: true }),
    },
  ]);
  return {
    ...{ format: 1, submission, sha256: '0'.repeat(64), taskSet: set.id, version: set.version },
    ...{ content, variant: 0, cause: 'ok', points: 0, maxPoints: set.points },
    questions: Object.fromEntries(questions),
    answers: { [TEXT]: { text: `It is steep, says ${submission}.` } },
    ...{ isolation: 'bubblewrap', seed: '5eed', tool: 'exambench test' },
    times: { gradedAt: '2026-06-01T09:00:00.000Z', ms: 1 },
  };
}

async function insides(): Promise<{ readonly insides: Insides; readonly exam: string }> {
  const extension = extensions.getExtension<Insides>('exambench.exambench');
  assert.ok(extension);
  const exam = Uri.joinPath(extension.extensionUri, 'tasks', 'ml1').fsPath;
  return { insides: await extension.activate(), exam };
}

describe('grading by hand', () => {
  let folder: Uri;

  before(async () => {
    const { exam } = await insides();
    folder = Uri.file(await mkdtemp(join(tmpdir(), 'grading-')));
    const set = await gradedFolder(exam);
    await mkdir(join(folder.fsPath, 'records'));
    for (const name of ['ada', 'bob', 'eve']) {
      const record = JSON.stringify(recordOf(name, set));
      await writeFile(join(folder.fsPath, 'records', `${name}.json`), record);
    }
    await new GradingFolder(folder.fsPath).writeHead({
      ...{ format: 1, taskSet: 'ml1', version: '1.0.0', content: set.content, seed: '5eed' },
      ...{ tool: 'exambench test', isolation: 'bubblewrap', started: '2026-06-01T09:00:00.000Z' },
      set: setPlace(folder.fsPath, exam),
    });
  });

  after(() => rm(folder.fsPath, { recursive: true, force: true }));

  const tabs = () =>
    window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(
        ({ input }) =>
          input instanceof TabInputWebview && input.viewType.endsWith('exambench.grading'),
      );

  async function panel(): Promise<GradingPanel> {
    const found = (await insides()).insides.gradings.of(folder);
    assert.ok(found, 'no grading is open');
    return found;
  }

  const texts = async (path: string): Promise<string> =>
    await readFile(join(folder.fsPath, ...path.split('/')), 'utf8').catch(() => '');

  it('opens from the file of the grading, once', async () => {
    for (const target of [Uri.joinPath(folder, 'grading.json'), folder]) {
      const opened = await commands.executeCommand<Uri>('exambench.openGrading', target);
      assert.equal(opened.toString(), folder.toString());
    }
    await eventually(() => (tabs().length > 0 ? true : undefined));
    assert.equal(tabs().length, 1);
    assert.match(tabs()[0]?.label ?? '', /^Grading: Machine Learning \(grading-/);
    assert.equal((await panel()).session.state.submissions, 3);
  });

  it('hears of what is decided elsewhere', async () => {
    const { session } = await panel();
    await mkdir(join(folder.fsPath, 'decisions'), { recursive: true });
    const questions = { [TEXT]: { points: 1, decidedAt: '2026-06-02T09:00:00Z' } };
    const text = JSON.stringify({ format: 1, submission: 'eve', questions });
    await writeFile(join(folder.fsPath, 'decisions', 'eve.json'), text);
    await eventually(() =>
      session.state.questions.some(({ id, decided }) => id === TEXT && decided === 1)
        ? true
        : undefined,
    );
  });

  it('writes the results when it is closed', async () => {
    const { session } = await panel();
    const { answers } = await session.handlers.openQuestion({ question: TEXT });
    for (const { key } of answers.filter(({ standing }) => standing === 'open')) {
      const decision = { points: 2, ticks: [0], comment: 'Well *put*.' };
      await session.handlers.decide({ question: TEXT, keys: [key], decision });
    }
    assert.match(await texts('decisions/ada.json'), /"points": 2/);
    assert.equal(await texts('grades.csv'), '');
    await window.tabGroups.close(tabs());
    await eventually(async () => ((await texts('statistics.html')) === '' ? undefined : true));
    assert.match(await texts('students/bob.html'), /Well <em>put<\/em>\./);
    assert.equal(session.state.isStale, false);
    assert.equal((await insides()).insides.gradings.of(folder), undefined);
  });

  it('opens nothing where there is no grading', async () => {
    const nowhere = Uri.joinPath(folder, 'records');
    assert.equal(await commands.executeCommand('exambench.openGrading', nowhere), undefined);
    assert.equal(tabs().length, 0);
  });
});
