import { strict as assert } from 'node:assert';
import { cp, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Disposable, EventEmitter, extensions, Uri } from 'vscode';
import { type AttemptMarker, writeMarker } from '../../../src/runtime/attempt/marker.ts';
import { type Exam } from '../../../src/vscode/exam.ts';
import { followSets } from '../../../src/vscode/followSets.ts';
import { loadTaskSet } from '../../../src/vscode/loadTaskSet.ts';
import { Log } from '../../../src/vscode/log.ts';
import { type Offering } from '../../../src/vscode/offeredSets.ts';
import { openExam } from '../../../src/vscode/openExam.ts';
import { NotInstalled, TaskSets } from '../../../src/vscode/taskSets.ts';
import { eventually } from '../opened.ts';
import { MODEL, SMALL_SET } from '../../support/taskSet.ts';

const MARKER: AttemptMarker = { taskSet: 'small', version: '1.0.0', attempt: 'a', variant: 0 };

describe('the sets of installed extensions', () => {
  let home: string;
  let sets: TaskSets;
  let installed: Offering[];
  let loads: number;
  /** Stays open: all logs of a window write to one channel. */
  const log = new Log();
  const changed = new EventEmitter<void>();

  /** As an extension is installed. */
  async function install(name: string, change: Readonly<Record<string, string>> = {}) {
    const { version = '1.0.0', path = 'taskset', ...texts } = change;
    const root = join(home, name);
    const head = (SMALL_SET['taskset.yaml'] ?? '').replace('version: 1.0.0', `version: ${version}`);
    for (const [file, text] of Object.entries({ ...SMALL_SET, 'taskset.yaml': head, ...texts })) {
      await mkdir(join(root, 'taskset', file, '..'), { recursive: true });
      await writeFile(join(root, 'taskset', file), text);
    }
    await writeFile(join(root, 'taskset/second/model.onnx'), MODEL);
    const taskSets = [{ path, id: 'small', title: 'Small', version }];
    const packageJSON = { displayName: 'Small', contributes: { exambench: { taskSets } } };
    installed = [...installed, { id: `uni.${name}`, extensionPath: root, packageJSON }];
    changed.fire();
    return join(root, 'taskset');
  }

  function uninstall(name: string): void {
    installed = installed.filter(({ id }) => id !== `uni.${name}`);
    changed.fire();
  }

  const of = (name: string) => {
    const found = sets.offered.find(({ extension }) => extension === `uni.${name}`);
    assert.ok(found, `${name} is not offered`);
    return found;
  };
  const fault = async (name: string): Promise<string> =>
    await sets.load(of(name)).then(
      () => assert.fail(`${name} was loaded`),
      (error: unknown) => String(error),
    );

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'installed-'));
    installed = [];
    loads = 0;
    const dist = join(extensions.getExtension('exambench.exambench')?.extensionPath ?? '', 'dist');
    const load = (folder: string, variant?: number) => {
      loads += 1;
      return loadTaskSet(folder, dist, variant);
    };
    const source = {
      get all() {
        return installed;
      },
      onDidChange: changed.event,
    };
    sets = new TaskSets('exambench.exambench', load, log, source);
  });

  afterEach(async () => {
    sets.dispose();
    await rm(home, { recursive: true });
  });

  after(() => {
    changed.dispose();
  });

  it('are offered without a look into them, and read once when they are chosen', async () => {
    await install('one');
    await install('two');
    assert.equal(sets.offered.length, 2);
    assert.equal(loads, 0);
    await Promise.all([sets.load(of('one')), sets.load(of('one'))]);
    assert.equal(loads, 1);
  });

  it('come and go with their extensions, which is told once', async () => {
    let told = 0;
    const counting = sets.onDidChange(() => (told += 1));
    await install('one');
    changed.fire();
    assert.deepEqual([sets.offered.length, told], [1, 1]);
    uninstall('one');
    assert.deepEqual([sets.offered.length, told], [0, 2]);
    counting.dispose();
  });

  it('say what is wrong with one that is broken; the others can be used all the same', async () => {
    await install('good');
    await install('yaml', { 'taskset.yaml': 'title: [' });
    await install('copy', { 'exam.json': '{"format": 1,' });
    await rm(await install('gone'), { recursive: true });
    await rm(join(await install('empty'), 'taskset.yaml'));
    await truncate(join(await install('large'), 'first/task.yaml'), 3e6);
    await install('other', { path: 'taskset/first' });
    const outside = await install('outside');
    await cp(outside, join(home, 'elsewhere'), { recursive: true });
    await rm(outside, { recursive: true });
    await symlink(join(home, 'elsewhere'), outside);
    await symlink('/etc/hosts', join(await install('link'), 'first/notes.md'));
    await install('traversal', { path: '../good/taskset' });
    assert.match(await fault('yaml'), /uni\.yaml .*“Small” cannot be used: taskset\.yaml:1:/);
    assert.match(await fault('copy'), /exam\.json:1:.*Install it anew/);
    assert.match(await fault('gone'), /there is no folder taskset in it\./);
    assert.match(await fault('empty'), /taskset\.yaml/);
    assert.match(await fault('large'), /first\/task\.yaml:1:1: expected at most \d+ bytes/);
    assert.match(await fault('other'), /taskset\.yaml/);
    assert.match(await fault('outside'), /its folder taskset leads out of it\./);
    assert.match(await fault('link'), /first\/notes\.md:1:1: only plain files/);
    assert.ok(!sets.offered.some(({ extension }) => extension === 'uni.traversal'));
    assert.equal((await sets.load(of('good'))).public.id, 'small');
    await rm(join(home, 'link/taskset/first/notes.md'));
    assert.equal((await sets.load(of('link'))).public.id, 'small');
  });

  it('say so when one holds another set than it promises', async () => {
    await install('wrong', { 'taskset.yaml': SMALL_SET['taskset.yaml'] ?? '', version: '2.0.0' });
    assert.match(await fault('wrong'), /it promises small 2\.0\.0, but holds small 1\.0\.0\./);
  });

  it('give an attempt the set that it was begun on, of two with one id', async () => {
    await install('new', { version: '1.1.0' });
    await install('changed', { 'second/3a.md': 'Why not?\n' });
    await install('begun');
    const { content } = await sets.load(of('begun'));
    assert.equal((await sets.forAttempt({ ...MARKER, content })).content, content);
    uninstall('begun');
    assert.equal((await sets.forAttempt({ ...MARKER, content })).public.version, '1.0.0');
    uninstall('changed');
    assert.equal((await sets.forAttempt({ ...MARKER, content })).public.version, '1.1.0');
    uninstall('new');
    await assert.rejects(sets.forAttempt(MARKER), (error: unknown) => {
      assert.ok(error instanceof NotInstalled);
      assert.match(error.message, /“small” \(version 1\.0\.0\) is not installed here/);
      return true;
    });
  });

  describe('while an exam', () => {
    let reopened: number;
    let exam: Exam | undefined;
    let following: Disposable;

    beforeEach(() => {
      reopened = 0;
      exam = undefined;
      const current = {
        get exam() {
          return exam;
        },
        reopen: () => {
          reopened += 1;
          return Promise.resolve();
        },
      };
      following = followSets({ sets, current, log, flush: () => Promise.resolve() });
    });

    afterEach(() => {
      following.dispose();
    });

    it('cannot be opened, open it as soon as they are there', async () => {
      await install('one');
      await eventually(() => (reopened === 1 ? true : undefined));
    });

    it('is open, leave it as it is', async () => {
      await install('one');
      await eventually(() => (reopened === 1 ? true : undefined));
      const folder = join(home, 'student');
      const set = await sets.load(of('one'));
      await writeMarker(folder, { ...MARKER, content: set.content });
      exam = await openExam(Uri.file(folder), { sets, storage: Uri.file(home), log });
      loads = 0;
      await install('new', { version: '1.1.0' });
      await eventually(() => (loads > 0 ? true : undefined));
      uninstall('one');
      uninstall('new');
      await eventually(() => (sets.offered.length === 0 ? true : undefined));
      assert.equal(reopened, 1);
      await exam.close();
    });
  });
});
