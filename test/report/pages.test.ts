import { beforeAll, describe, expect, it } from 'vitest';
import { type Graded } from '../../src/core/gradebook/finalGrade.ts';
import { type TaskSet } from '../../src/core/taskset/taskSet.ts';
import { reportsOf } from '../../src/report/reportFiles.ts';
import { loadTaskSet } from '../../src/runtime/taskSetFiles.ts';
import { accessibilityTroubles } from '../support/axe.ts';
import { EMPTY_RECORD, MATERIAL, gradedClass } from '../support/gradedRecords.ts';
import { usePages } from './usePages.ts';

const open = usePages();
let set: TaskSet;
let graded: Graded[];
let files: ReadonlyMap<string, string>;
const SHOWN = ['students/student-002.html', 'students/broken.html', 'statistics.html'];

const fileOf = (path: string): string => files.get(path) ?? '';

beforeAll(async () => {
  const loaded = await loadTaskSet('tasks/ml1');
  if (!loaded.ok) throw new Error('the bundled exam has problems');
  set = loaded.value;
  graded = await gradedClass(set, 2);
  const broken = { cause: 'not-gradable' as const, reason: 'manifest.json is missing' };
  graded.push({ record: { ...EMPTY_RECORD, ...broken, submission: 'broken' } });
  const state = { verdict: 'wrong' as const, points: 0, settled: true };
  const after = { verdict: 'correct' as const, points: 4, settled: true };
  const changes = [
    { submission: 'student-001', question: '3a', maxPoints: 4, before: state, after },
  ];
  files = reportsOf({ set, graded, changes, material: MATERIAL });
});

describe('the files of a class', () => {
  it('are three a student and the tables of the class', () => {
    const ofStudent = [
      'gradescope/broken/results.json',
      'students/broken.html',
      'students/broken.json',
    ];
    expect([...files.keys()].filter((path) => path.includes('broken')).sort()).toEqual(ofStudent);
    const ofClass = ['grades.csv', 'junit.xml', 'statistics.html', 'changes.csv', 'changes.json'];
    expect([...files.keys()].filter((path) => !path.includes('/'))).toEqual(ofClass);
  });

  it('are the same when made again', () => {
    const make = () => [...reportsOf({ set, graded, material: MATERIAL })];
    expect(make()).toEqual(make());
  });
});

describe('a page of results', () => {
  it('loads nothing and runs nothing that it does not name', async () => {
    for (const path of SHOWN) {
      expect((await open(fileOf(path))).troubles, path).toEqual([]);
    }
  });

  it.each(['light', 'dark'] as const)(
    'is accessible (%s)',
    { timeout: 120_000 },
    async (scheme) => {
      for (const path of SHOWN) {
        const { page } = await open(fileOf(path), { scheme, obeysPolicy: false });
        expect(await accessibilityTroubles(page), path).toEqual([]);
      }
    },
  );

  it('sets its formulas in the fonts that it carries, and carries no others', async () => {
    const { page } = await open(fileOf('students/student-002.html'));
    const faces = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].map(({ family, status }) => `${family} ${status}`);
    });
    expect(faces).toContain('KaTeX_Math loaded');
    expect(faces.filter((face) => face.endsWith('error'))).toEqual([]);
    expect(fileOf('students/student-002.html')).not.toContain('KaTeX_Fraktur;src');
    expect(faces.some((face) => face.startsWith('KaTeX_Fraktur'))).toBe(false);
  });

  it('shows every question with its verdict', async () => {
    const { page } = await open(fileOf('students/student-002.html'));
    const ids = set.tasks.flatMap(({ questions }) => questions.map(({ id }) => `q-${id}`));
    const shown = await page.locator('article').evaluateAll((all) => all.map(({ id }) => id));
    expect(shown).toEqual(ids);
    expect(await page.locator('article .badge').count()).toBe(ids.length);
  });

  it('keeps to the width of a phone and of paper', async () => {
    for (const path of SHOWN) {
      const { page } = await open(fileOf(path));
      await page.setViewportSize({ width: 360, height: 700 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, path).toBeLessThanOrEqual(0);
    }
  });

  it('of the class sorts by a column, up and down, with its only script', async () => {
    const { page, troubles } = await open(fileOf('statistics.html'));
    const points = () => page.locator('table.students tbody tr td:nth-child(3)').allTextContents();
    const numbers = async () => (await points()).map(Number).filter((each) => !Number.isNaN(each));
    await page.getByRole('button', { name: 'Points' }).click();
    const up = await numbers();
    expect(up).toEqual(up.toSorted((a, b) => a - b));
    await page.getByRole('button', { name: 'Points' }).click();
    expect(await numbers()).toEqual(up.toReversed());
    expect(troubles).toEqual([]);
  });
});
