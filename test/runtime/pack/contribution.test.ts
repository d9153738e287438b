import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { contributionOf } from '../../../src/runtime/pack/contribution.ts';
import { loadTaskSet } from '../../../src/runtime/taskSetFiles.ts';

const entry = { path: 'tasks/algebra', id: 'algebra', title: 'Algebra', version: '1.2.0' };
const offering = (taskSets: unknown) => ({ contributes: { exambench: { taskSets } } });

it('reads what an extension offers', () => {
  expect(contributionOf(offering([entry]))).toEqual({ sets: [entry], refused: [] });
});

it('lets fields of later versions be', () => {
  expect(contributionOf(offering([{ ...entry, colour: 'red' }])).sets).toEqual([entry]);
});

it.each([
  ['no manifest', undefined],
  ['another extension', { contributes: { commands: [] } }],
  ['a list for an object', { contributes: [] }],
  ['text for an object', { contributes: { exambench: 'taskSets' } }],
])('finds nothing in %s', (_, manifest) => {
  expect(contributionOf(manifest)).toEqual({ sets: [], refused: [] });
});

it.each([
  ['out of the extension', { path: '../other' }, 'path'],
  ['out of it on the way', { path: 'a/../../b' }, 'path'],
  ['to an absolute place', { path: '/etc' }, 'path'],
  ['to a drive', { path: 'C:/sets' }, 'path'],
  ['with backslashes', { path: '..\\x' }, 'path'],
  ['with a null byte', { path: 'a\0b' }, 'path'],
  ['nowhere', { path: '' }, 'path'],
  ['without an id', { id: undefined }, 'id'],
  ['with an id that is a path', { id: '../x' }, 'id'],
  ['with another version', { version: 'latest' }, 'version'],
  ['with a title that is none', { title: { toString: 1 } }, 'title'],
])('leaves out an entry that leads %s, and says why', (_, change, field) => {
  const good = { ...entry, id: 'good' };
  const { sets, refused } = contributionOf(offering([{ ...entry, ...change }, good]));
  expect(sets).toEqual([good]);
  expect(refused).toEqual([expect.stringMatching(`^taskSets\\[0\\]: .*${field}`)]);
});

it('says when it is no list, or too long a one', () => {
  expect(contributionOf(offering('x')).refused).toEqual(['taskSets: expected a list']);
  const many = contributionOf(offering(Array.from({ length: 200 }, () => entry)));
  expect(many.sets).toHaveLength(100);
  expect(many.refused).toEqual(['taskSets: only the first 100 count']);
});

it('is told of the bundled exam what its files say', async () => {
  const { sets, refused } = contributionOf(JSON.parse(readFileSync('package.json', 'utf8')));
  expect(refused).toEqual([]);
  for (const { path, ...said } of sets) {
    const read = await loadTaskSet(path);
    expect(read.ok && { ...read.value }).toMatchObject(said);
  }
});
