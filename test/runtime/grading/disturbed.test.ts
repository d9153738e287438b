import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GradedQuestion } from '../../../src/core/gradebook/gradeRecord.ts';
import { compareRecords } from '../../hostile/class/compareRecords.ts';
import { recordsIn } from '../../hostile/class/disturbedGrading.ts';
import { tryClass } from '../../hostile/class/tryClass.ts';
import { gradedClass, type GradedClass } from '../../support/gradedClass.ts';

const CLI = join(import.meta.dirname, '../../../dist/cli.mjs');

const LONG = { timeout: 120_000 };

/** What is killed and limited here is found by what Linux tells of processes. */
describe.runIf(process.platform === 'linux')('a grading that is disturbed', LONG, () => {
  let given: GradedClass;
  beforeAll(async () => {
    given = await gradedClass(10, { seed: 11, weights: { right: 2, mixed: 5, broken: 2 } });
    await mkdir(given.out('work'));
  });
  afterAll(() => given.remove());

  it('comes to the same records, though workers and graders are killed, records torn, and disks full', async () => {
    const plan = [
      { fault: 'worker killed', after: 2 },
      { fault: 'grader killed', after: 4 },
      { fault: 'records unwritable', after: 5 },
      { fault: 'disk full', after: 7 },
    ] as const;
    const names = given.students.map(({ file }) => file.replace('.zip', ''));
    const { set, submissions } = given;
    const where = { cli: CLI, set, submissions, folder: given.out('work') };
    const tried = await tryClass({ ...where, names, plan, added: 2, seed: 3 });
    expect(tried).toMatchObject({ same: 10, left: [], wrong: [], records: 12, trusted: [] });
    expect(tried.struck.toSorted()).toEqual(plan.map(({ fault }) => fault).toSorted());
  });

  it('is compared question by question: other points are wrong, a question left open is not', async () => {
    const out = join(given.out('work'), 'clean');
    const clean = await recordsIn({ out });
    const [[name, record] = []] = clean;
    const first = record?.questions['1.1'];
    if (name === undefined || record === undefined || first === undefined)
      throw new Error('there is no record');
    const { questions, points: before } = record;
    const changed = (question: Partial<GradedQuestion>, points = before) => {
      const other = { ...questions, '1.1': { ...first, ...question } };
      const found = new Map(clean).set(name, { ...record, points, questions: other });
      return compareRecords(clean, found);
    };
    expect(changed({ points: 77 }).wrong).toHaveLength(1);
    expect(changed({}, 77).wrong).toHaveLength(1);
    expect(changed({ cause: 'crash', settled: false }).left).toHaveLength(1);
    expect(changed({ cause: 'crash', settled: true }).wrong).toHaveLength(1);
    const less = new Map(clean);
    less.delete(name);
    expect(compareRecords(clean, less)).toMatchObject({
      same: 9,
      wrong: [`${name}: there is no record`],
    });
  });
});
