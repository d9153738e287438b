import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/project.ts';
import { EditorWindow } from '../support/editorWindow.ts';

describe('TypeScript in the editor', () => {
  let folder: string;
  let window: EditorWindow;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'exambench-e2e-'));
    await writeFile(join(folder, 'wrong.ts'), "export const rate: number = 'fast';\n");
    window = await EditorWindow.open({ folder, extension: root });
  });

  after(async () => {
    await window.close();
    await rm(folder, { recursive: true });
  });

  it('underlines a type error', async () => {
    await window.openFile('wrong.ts');
    await window.errors.first().waitFor();
  });
});
