import { strict as assert } from 'node:assert';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands } from 'vscode';
import { readMarker } from '../../../src/runtime/attempt/marker.ts';
import { openedExam } from '../opened.ts';

describe('starting', () => {
  it('puts the skeleton, the compiler options, the types and the marker into the folder', async () => {
    const { folder } = await openedExam();
    const text = (path: string) => readFile(join(folder.fsPath, path), 'utf8');
    assert.match(await text('adversarial.ts'), /export function adversarial\(/);
    assert.ok(JSON.parse(await text('tsconfig.json')));
    assert.match(await text('.exambench/types/torch/index.d.ts'), /Tensor/);
    const marker = await readMarker(folder.fsPath);
    assert.equal(marker?.taskSet, 'ml1');
  });

  it("leaves the student's files as they are when it is done again", async () => {
    const { folder, current } = await openedExam();
    const path = join(folder.fsPath, 'adversarial.ts');
    const before = await readFile(path, 'utf8');
    const marker = await readMarker(folder.fsPath);
    try {
      await writeFile(path, '// my work\n');
      await commands.executeCommand('exambench.startExam', { taskSet: 'ml1', folder });
      await current.require();
      assert.equal(await readFile(path, 'utf8'), '// my work\n');
      assert.deepEqual(await readMarker(folder.fsPath), marker);
    } finally {
      await writeFile(path, before);
    }
  });
});
