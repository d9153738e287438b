import { beforeAll, describe, expect, it } from 'vitest';
import { readSubmission } from '../../../src/runtime/submission/readSubmission.ts';
import { BREAKAGES } from '../../support/brokenSubmissions.ts';
import { submissionOf } from '../../support/submissions.ts';
import { smallSet } from '../../support/taskSet.ts';

let whole: Uint8Array;
beforeAll(async () => {
  whole = await submissionOf(smallSet(), { '3b': { files: { 'attack.ts': '' } } });
});

async function reasonOf(bytes: Uint8Array): Promise<string> {
  const read = await readSubmission(bytes);
  return read.ok ? '' : read.error.reason;
}

/** What a person can act on: what became of the file, where, what was expected and what was found. */
const REASONS: readonly (readonly [keyof typeof BREAKAGES, RegExp])[] = [
  ['empty', /^The file is empty\.$/],
  ['truncated', /^The archive is damaged, cut off, .*: expected a zip archive, found .* the end/],
  ['no zip', /^The file is no zip archive: it begins with "%PDF-1\.7"\.$/],
  ['other zip', /^This is no submission: there is no manifest\.json in it\.$/],
  ['one byte flipped', /^The archive is damaged, .*"answers\.json": expected .*, found /],
  ['manifest is no JSON', /^manifest\.json is no JSON .*: line 2, column 11: expected .*, found/],
  ['manifest of a newer format', /^manifest\.json is of format 2, which a newer version wrote/],
  [
    'answer changed',
    /^"answers\.json" was changed after .*: expected SHA-256 \w{64}, found \w{64}\.$/,
  ],
  ['answers removed', /^answers\.json is missing\.$/],
  ['file added', /^"code\/more\.ts" was added after handing in\.$/],
  ['journal removed', /^"journal\/.*" is missing\.$/],
  ['other records claimed', /records than the manifest names: expected 1, found \d+ whole ones\.$/],
];

describe('a submission that is not as it should be says so in a sentence:', () => {
  it.each(REASONS)('%s', async (name, reason) => {
    expect(await reasonOf((await BREAKAGES[name]?.of(whole)) ?? whole)).toMatch(reason);
  });
});
