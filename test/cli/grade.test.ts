import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GradeRecord } from '../../src/core/gradebook/gradeRecord.ts';
import { newKeyPair } from '../../src/runtime/seal/identities.ts';
import { seal } from '../../src/runtime/seal/seal.ts';
import { sealSet } from '../../src/runtime/seal/sealedSet.ts';
import { exambench, type Said } from '../support/commandLine.ts';
import { bytesIn, changeKey, gradedClass, type GradedClass } from '../support/gradedClass.ts';

const SEED = '5eed'.repeat(8);
const ALL = { right: 2, mixed: 4, wrong: 2, broken: 2 };

let given: GradedClass;
let first: Said;
beforeAll(async () => {
  given = await gradedClass(14, { seed: 3, weights: ALL });
  first = await grade('first', '--seed', SEED);
});
afterAll(() => given.remove());

function grade(out: string, ...more: readonly string[]): Promise<Said> {
  const { set, submissions } = given;
  return exambench('grade', set, '--submissions', submissions, '--out', given.out(out), ...more);
}

async function records(out: string): Promise<Map<string, GradeRecord>> {
  const folder = join(given.out(out), 'records');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const read = names.toSorted().map(async (name): Promise<[string, GradeRecord]> => {
    const text = await readFile(join(folder, name), 'utf8');
    return [name.slice(0, -5), JSON.parse(text) as GradeRecord];
  });
  return new Map(await Promise.all(read));
}

async function withoutTimes(out: string): Promise<unknown[]> {
  return [...(await records(out)).values()].map((record) => ({ ...record, times: undefined }));
}

const text = (out: string, path: string) => readFile(join(given.out(out), path), 'utf8');

describe('exambench grade', () => {
  it('makes a record of every submission, with what it is known to deserve', async () => {
    expect([first.code, first.err]).toEqual([1, expect.stringContaining('[14/14]')]);
    const found = await records('first');
    for (const { file, cause, profile } of given.students) {
      const record = found.get(file.replace('.zip', ''));
      expect([file, record?.cause]).toEqual([file, cause]);
      if (profile === 'right') expect(record?.points).toBe(record?.maxPoints);
    }
    expect(found.size).toBe(given.students.length);
  });

  it('writes pages, tables and statistics beside them', async () => {
    const names = await readdir(given.out('first'));
    expect(names).toEqual(
      expect.arrayContaining(['grades.csv', 'grading.json', 'junit.xml', 'statistics.html']),
    );
    expect((await readdir(join(given.out('first'), 'students'))).length).toBe(28);
    expect(JSON.parse(await text('first', 'grading.json'))).toMatchObject({
      taskSet: 'ml1',
      seed: SEED,
    });
  });

  it('says how programs are shut in and what waits for whom', () => {
    expect(first.err).toMatch(/^Programs run in /);
    expect(first.out).toContain('14 submissions');
    expect(first.out).toMatch(/to be looked at by a person/);
    const [, answered = '', questions = ''] =
      /, (\d+) of (\d+) questions answered/.exec(first.out) ?? [];
    const [, unanswered = ''] = /(\d+) {2}not answered/.exec(first.out) ?? [];
    expect(Number(answered) + Number(unanswered)).toBe(Number(questions));
  });

  it('does not grade twice what was graded', async () => {
    const before = await stat(join(given.out('first'), 'records', 'student-001.json'));
    const again = await grade('first');
    expect(again.err).toContain('14 of 14 were graded before');
    const after = await stat(join(given.out('first'), 'records', 'student-001.json'));
    expect(after.mtimeMs).toBe(before.mtimeMs);
  });

  it('comes to the same records with one worker, another order and encrypted files', async () => {
    const { identity, recipient } = await newKeyPair();
    const folder = join(given.root, 'encrypted');
    const key = join(given.root, 'key.txt');
    await mkdir(folder);
    await writeFile(key, identity);
    for (const [index, { file, bytes }] of given.students.entries()) {
      const name = `${given.students.length + 10 - index}-${file}.age`;
      await writeFile(join(folder, name), await seal(bytes, [recipient]));
    }
    const sealed = join(given.root, 'set.sealed.age');
    const salt = new Uint8Array(32).fill(7);
    await writeFile(sealed, await sealSet(await bytesIn(given.set), salt, [recipient]));
    const args = ['--submissions', folder, '--out', given.out('other'), '--seed', SEED];
    expect((await exambench('grade', sealed, ...args)).err).toContain('--key FILE is missing');
    const said = await exambench('grade', sealed, ...args, '--key', key, '--jobs', '1');
    expect([said.code, said.err]).toEqual([1, expect.stringContaining('[14/14]')]);
    const verdicts = async (out: string) =>
      [...(await records(out)).values()]
        .toSorted((a, b) => ((a.attempt ?? '' < (b.attempt ?? '')) ? -1 : 1))
        .map(({ questions, cause, points, answers, receipt, content }) =>
          JSON.stringify({ questions, cause, points, answers, receipt, content }),
        )
        .toSorted();
    expect(await verdicts('other')).toEqual(await verdicts('first'));
  });

  it('after a changed key grades only that question again, and tells every grade that changed', async () => {
    const before = await records('first');
    await changeKey(given.set);
    const said = await grade('first');
    const after = await records('first');
    const changed: string[] = [];
    for (const [name, record] of after) {
      const old = before.get(name);
      for (const [id, question] of Object.entries(record.questions)) {
        if (id !== '1.1') expect(question).toEqual(old?.questions[id]);
        else if (question.points !== old?.questions[id]?.points) changed.push(name);
      }
    }
    expect(changed.length).toBeGreaterThan(2);
    const told = JSON.parse(await text('first', 'changes.json')) as { submission: string }[];
    expect(told.map(({ submission }) => submission).toSorted()).toEqual(changed.toSorted());
    expect(said.out).toContain(`${changed.length} grades changed:`);
  });

  it('keeps what a person decided, in the tables and when grading again', async () => {
    const [name = ''] = (await records('first')).keys();
    const decided = { points: 0.25, decidedAt: '2026-06-02T08:00:00.000Z' };
    const file = join(given.out('first'), 'decisions', `${name}.json`);
    await mkdir(join(given.out('first'), 'decisions'));
    await writeFile(
      file,
      JSON.stringify({ format: 1, submission: name, questions: { '1.2': decided } }),
    );
    await grade('first', '--only', name);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      questions: { '1.2': decided },
    });
    const row = (await text('first', 'grades.csv'))
      .split(/\r?\n/)
      .find((line) => line.startsWith(name));
    expect(row?.split(',')).toContain('0.25');
  });
});

describe('exambench grade, killed without a word', () => {
  it('leaves nothing running, goes on where it was, and grades nothing twice', async () => {
    const cli = join(import.meta.dirname, '../../dist/cli.mjs');
    const args = [
      'grade',
      given.set,
      '--submissions',
      given.submissions,
      '--out',
      given.out('killed'),
    ];
    const child = spawn(process.execPath, [cli, ...args, '--jobs', '2', '--seed', SEED]);
    const folder = join(given.out('killed'), 'records');
    await expect.poll(() => readdir(folder).catch(() => [])).not.toEqual([]);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    await expect.poll(() => survivors(given.root)).toEqual([]);
    const before = await timesOf('killed');
    const said = await grade('killed', '--seed', SEED);
    expect(said.code).toBe(1);
    const after = await timesOf('killed');
    expect(after.size).toBe(14);
    for (const [name, gradedAt] of before) expect(after.get(name)).toBe(gradedAt);
    await rm(given.out('fresh'), { recursive: true, force: true });
    await grade('fresh', '--seed', SEED);
    expect(await withoutTimes('killed')).toEqual(await withoutTimes('fresh'));
  });

  it('is refused while another one writes to the same folder', async () => {
    await mkdir(given.out('held'));
    const holder = spawn('sleep', ['60']);
    const lock = { pid: holder.pid, host: hostname() };
    await writeFile(join(given.out('held'), '.lock'), JSON.stringify(lock));
    const said = await grade('held');
    holder.kill('SIGKILL');
    expect([said.code, said.err]).toEqual([2, expect.stringContaining('is being written by')]);
  });
});

async function timesOf(out: string): Promise<Map<string, string>> {
  return new Map([...(await records(out))].map(([name, { times }]) => [name, times.gradedAt]));
}

/** Command lines of grading workers whose controller is gone. */
async function survivors(root: string): Promise<string[]> {
  if (process.platform !== 'linux') return [];
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found: string[] = [];
  for (const pid of pids) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    const isOrphan = /^PPid:\s+1$/m.test(status) && !/^State:\s+Z/m.test(status);
    if (line.includes(root) || (isOrphan && line.includes('gradingWorker'))) found.push(line);
  }
  return found;
}

describe('exambench grade, called wrongly,', () => {
  it.each([
    [['--submissions', 'x'], '--out DIR is missing'],
    [['--out', 'x'], '--submissions DIR is missing'],
    [['--submissions', 'x', '--out', 'y', '--jobs', '0'], '--jobs must be a number'],
    [['--submissions', 'x', '--out', 'y', '--seed', '12'], '32 hexadecimal digits'],
  ])('%s: says what is missing', async (argv, message) => {
    const said = await exambench('grade', given.set, ...argv);
    expect([said.code, said.err]).toEqual([2, expect.stringContaining(message)]);
  });

  it('names a question or a submission that there is not, and a folder of another task set', async () => {
    for (const asked of ['1.1,9z', '1.1 9z']) {
      expect((await grade('no', '--questions', asked)).err).toContain("no question '9z'");
    }
    expect((await grade('no', '--only', 'nobody')).err).toContain("no submission 'nobody'");
    await mkdir(given.out('foreign'));
    const head = await text('first', 'grading.json');
    await writeFile(join(given.out('foreign'), 'grading.json'), head.replace('"ml1"', '"ml2"'));
    expect((await grade('foreign')).err).toContain("the task set 'ml2'");
  });
});
