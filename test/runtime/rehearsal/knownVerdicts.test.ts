import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Rehearsal } from '../../../src/core/grade/rehearsal.ts';
import { rehearsalsOf } from '../../../src/core/grade/rehearsalsOf.ts';
import { type Verdict } from '../../../src/core/grade/verdict.ts';
import { openVerdictFile, type VerdictFile } from '../../../src/runtime/rehearsal/knownVerdicts.ts';
import { smallSet } from '../../support/taskSet.ts';

const verdict: Verdict = {
  verdict: 'partial',
  points: 1,
  maxPoints: 2,
  feedback: ['so'],
  evidence: { far: Number.POSITIVE_INFINITY, none: undefined },
};

function firstRehearsal(): Rehearsal {
  const [first] = rehearsalsOf(smallSet());
  if (first === undefined) throw new Error('the set has no answers');
  return first;
}

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verdicts-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Circumstances {
  readonly basis?: string;
  readonly model?: string;
}

function opened({ basis = 'basis', model }: Circumstances = {}): Promise<VerdictFile> {
  return openVerdictFile({ folder, set: '/a/set', basis, modelOf: () => model });
}

async function kept(): Promise<void> {
  const file = await opened();
  file.keep(firstRehearsal(), 'first', verdict);
  file.keepFine(['models']);
  await file.save();
}

async function path(): Promise<string> {
  const [name = ''] = await readdir(join(folder, 'rehearsals'));
  return join(folder, 'rehearsals', name);
}

describe('verdicts of earlier calls', () => {
  it('are found as they were kept', async () => {
    await kept();
    const file = await opened();
    expect(file.find(firstRehearsal(), 'first')).toStrictEqual(verdict);
    expect(file.isFine(['models'])).toBe(true);
  });

  const rehearsal = firstRehearsal();
  const changes: readonly (readonly [string, Rehearsal])[] = [
    ['answer', { ...rehearsal, answer: { selected: ['another'] } }],
    ['question', { ...rehearsal, question: { ...rehearsal.question, points: 77 } }],
    ['answer elsewhere', { ...rehearsal, given: new Map([['x', { text: 'y' }]]) }],
  ];
  it.each(changes)('are not those of another %s', async (_what, changed) => {
    await kept();
    expect((await opened()).find(changed, 'first')).toBeUndefined();
  });

  it('are not those of another round, tool or model', async () => {
    await kept();
    expect((await opened()).find(rehearsal, 'again')).toBeUndefined();
    const others = [await opened({ basis: 'other' }), await opened({ model: 'other' })];
    for (const other of others) expect(other.find(rehearsal, 'first')).toBeUndefined();
    expect(others[0]?.isFine(['models'])).toBe(false);
    expect((await opened()).isFine(['other models'])).toBe(false);
  });

  it('are found anew where a single character of the file is another one', async () => {
    await kept();
    const text = await readFile(await path(), 'utf8');
    const [line = ''] = text.split('\n');
    for (const place of [0, 70, 140, line.length - 3]) {
      const other = line[place] === 'A' ? 'B' : 'A';
      const poisoned = line.slice(0, place) + other + line.slice(place + 1);
      await writeFile(await path(), `${poisoned}\n`);
      expect((await opened()).find(rehearsal, 'first'), `at ${place}`).toBeUndefined();
    }
  });

  it('are found anew where the file is none of ours', async () => {
    await kept();
    for (const text of ['', '\n\n', 'a b c\n', '\u0000'.repeat(100)]) {
      await writeFile(await path(), text);
      expect((await opened()).find(rehearsal, 'first')).toBeUndefined();
    }
  });

  it('go when they are not used any more', async () => {
    await kept();
    const file = await opened();
    expect(file.isFine(['models'])).toBe(true);
    await file.save();
    expect((await opened()).find(rehearsal, 'first')).toBeUndefined();
    expect((await opened()).isFine(['models'])).toBe(true);
  });

  it('cost nothing but time where nothing can be written', async () => {
    await writeFile(join(folder, 'rehearsals'), 'a file where the folder should be');
    await expect(kept()).resolves.toBeUndefined();
    expect((await opened()).find(rehearsal, 'first')).toBeUndefined();
  });
});
