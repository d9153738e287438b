import { strict as assert } from 'node:assert';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, extensions, Uri } from 'vscode';
import { readArchive } from '../../../src/runtime/archive/readArchive.ts';
import { contributionOf } from '../../../src/runtime/pack/contribution.ts';

const LIMITS = { bytes: 1e8, entries: 1000, fileBytes: 1e8, totalBytes: 1e9, deepest: 10 };

describe('packing a task set', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'packing-'));
  });

  after(() => rm(folder, { recursive: true }));

  function bundled(...path: readonly string[]): Uri {
    const extension = extensions.getExtension('exambench.exambench');
    assert.ok(extension);
    return Uri.joinPath(extension.extensionUri, 'tasks', 'ml1', ...path);
  }

  it('makes an extension that offers the set', async () => {
    const file = Uri.file(join(folder, 'ml1.vsix'));
    const made = await commands.executeCommand(
      'exambench.packTaskSet',
      bundled('taskset.yaml'),
      file,
    );
    assert.deepEqual(made, file);
    const read = await readArchive(await readFile(file.fsPath), LIMITS);
    assert.ok(read.ok);
    const manifest = read.value.get('extension/package.json');
    const { sets } = contributionOf(JSON.parse(new TextDecoder().decode(manifest)));
    assert.deepEqual(
      sets.map(({ id }) => id),
      ['ml1'],
    );
    assert.deepEqual(await readdir(folder), ['ml1.vsix']);
  });

  it('leaves nothing behind for what is no task set', async () => {
    const file = Uri.file(join(folder, 'none.vsix'));
    const set = bundled('1-multiple-choice');
    assert.equal(await commands.executeCommand('exambench.packTaskSet', set, file), undefined);
    assert.deepEqual(await readdir(folder), ['ml1.vsix']);
  });
});
