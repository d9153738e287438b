import { expect, it } from 'vitest';
import { type OfferedSet } from '../../src/vscode/offeredSets.ts';
import { groupedSets, originOf } from '../../src/vscode/setList.ts';

function offered(title: string, set: Partial<OfferedSet> = {}): OfferedSet {
  const id = title.toLowerCase().replaceAll(' ', '-');
  const extension = `uni.taskset-${id}`;
  const places = { path: 'taskset', root: '/x', folder: '/x/taskset' };
  return { id, title, version: '1.0.0', extension, origin: title, ...places, ...set };
}

const titles = (sets: readonly OfferedSet[], query = '') =>
  groupedSets(sets, query).map((group) => [group.title, ...group.sets.map(({ title }) => title)]);

it('lists exams first, then what is for practice, by title as people count', () => {
  const sets = [
    offered('Sheet 10'),
    offered('Sheet 2'),
    offered('Final', { mode: 'exam' }),
    offered('Ångström'),
  ];
  expect(titles(sets)).toEqual([
    ['Exams', 'Final'],
    ['For practice', 'Ångström', 'Sheet 2', 'Sheet 10'],
  ]);
});

it('lists the newest version of a set first', () => {
  const sets = ['1.9.0', '1.10.0', '1.2.0'].map((version) => offered('Algebra', { version }));
  const [group] = groupedSets(sets, '');
  expect(group?.sets.map(({ version }) => version)).toEqual(['1.10.0', '1.9.0', '1.2.0']);
});

it('finds a set by words in any order, in its title, its id and its origin', () => {
  const sets = Array.from({ length: 100 }, (_, index) => offered(`Analysis ${2000 + index} Übung`));
  expect(titles(sets, 'ubung  2042')).toEqual([['For practice', 'Analysis 2042 Übung']]);
  expect(titles(sets, 'taskset-analysis-2007')).toEqual([['For practice', 'Analysis 2007 Übung']]);
  expect(titles(sets, 'analysis 1999')).toEqual([]);
});

it('names what a set comes with once', () => {
  expect(originOf(offered('Algebra'))).toBe('from uni.taskset-algebra');
  const bundled = offered('Machine Learning', { extension: 'a.b', origin: 'Exambench' });
  expect(originOf(bundled)).toBe('from Exambench (a.b)');
});
