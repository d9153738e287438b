import { expect, it } from 'vitest';
import { candidatesFor, type Offering, offersOf } from '../../src/vscode/offeredSets.ts';

function offering(id: string, ...sets: readonly object[]): Offering {
  const taskSets = sets.map((set) => ({ path: 'set', id: 'algebra', title: 'Algebra', ...set }));
  const packageJSON = { displayName: `The ${id}`, contributes: { exambench: { taskSets } } };
  return { id, extensionPath: `/extensions/${id}`, packageJSON };
}

it('lists the own sets first, then the others by extension, each with where it comes from', () => {
  const { sets } = offersOf(
    [
      offering('z.sets', { version: '1.0.0' }),
      offering('a.sets', { version: '2.0.0' }),
      { id: 'no.sets', extensionPath: '/extensions/no', packageJSON: {} },
      offering('own.product', { version: '1.0.0' }),
    ],
    'own.product',
  );
  expect(sets.map(({ extension }) => extension)).toEqual(['own.product', 'a.sets', 'z.sets']);
  expect(sets[1]).toMatchObject({ origin: 'The a.sets', folder: '/extensions/a.sets/set' });
});

it('says which extension offers what cannot be taken', () => {
  const { sets, refused } = offersOf(
    [
      offering('bad.one', { version: '1.0.0', path: '../x' }),
      offering('good', { version: '1.0.0' }),
    ],
    '',
  );
  expect(sets.map(({ extension }) => extension)).toEqual(['good']);
  expect(refused).toEqual([expect.stringMatching(/^bad\.one: taskSets\[0\]: .*path/)]);
});

it('prefers the version of an attempt, then the newest by number', () => {
  const { sets } = offersOf(
    [
      offering(
        'a.sets',
        { version: '1.9.0' },
        { version: '1.10.0' },
        { version: '1.2.0' },
        { version: '9.0.0', id: 'other' },
      ),
    ],
    '',
  );
  const versions = (version?: string) =>
    candidatesFor(sets, 'algebra', version).map((set) => set.version);
  expect(versions()).toEqual(['1.10.0', '1.9.0', '1.2.0']);
  expect(versions('1.2.0')).toEqual(['1.2.0', '1.10.0', '1.9.0']);
});
