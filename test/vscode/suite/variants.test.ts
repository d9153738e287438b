import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { extensions, Uri } from 'vscode';
import { beginAttempt } from '../../../src/runtime/attempt/beginAttempt.ts';
import { readMarker } from '../../../src/runtime/attempt/marker.ts';
import { type Exam } from '../../../src/vscode/exam.ts';
import { loadTaskSet } from '../../../src/vscode/loadTaskSet.ts';
import { Log } from '../../../src/vscode/log.ts';
import { openExam } from '../../../src/vscode/openExam.ts';
import { VARIED_SET, variedModel } from '../../support/variants.ts';

describe('an attempt on a set with variants', () => {
  let home: string;
  let dist: string;
  const log = new Log();
  const at = (...path: string[]) => join(home, ...path);
  const load = (variant?: number) => loadTaskSet(at('set'), dist, variant);

  async function put(path: string, bytes: string | Uint8Array): Promise<void> {
    await mkdir(dirname(at('set', path)), { recursive: true });
    await writeFile(at('set', path), bytes);
  }

  /** As the editor does when a window is opened. */
  const open = (): Promise<Exam> =>
    openExam(Uri.file(at('student')), {
      sets: { forAttempt: (marker) => load(marker.variant) },
      storage: Uri.file(at('storage')),
      log,
    });

  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'varied-'));
    const extension = extensions.getExtension('exambench.exambench');
    assert.ok(extension, 'the extension is not installed');
    dist = Uri.joinPath(extension.extensionUri, 'dist').fsPath;
    for (const [path, text] of Object.entries(VARIED_SET)) await put(path, text);
    await put('program/model.onnx', variedModel);
    const set = await load();
    await beginAttempt(at('student'), {
      taskSet: set.public.id,
      version: set.public.version,
      content: set.content,
      variants: set.variants,
      filesOf: async (variant) => (await load(variant)).studentFiles,
    });
  });

  after(async () => {
    log.dispose();
    await rm(home, { recursive: true });
  });

  it('shows the questions, the files and the pictures of its variant', async () => {
    const marker = await readMarker(at('student'));
    assert.ok(marker && marker.variant >= 1 && marker.variant <= 12);
    const exam = await open();
    assert.equal(exam.set.public.variant, marker.variant);
    const expected = await load(marker.variant);
    assert.deepEqual(exam.tasks, expected.public.tasks);
    const skeleton = await readFile(at('student', 'attack.ts'), 'utf8');
    assert.equal(skeleton, expected.studentFiles['attack.ts']);
    assert.match(skeleton, /^export const rate = 0\.0[1-5]; \/\/ [123]\n$/);
    const picture = exam.set.figures('hinges')['line.svg'] ?? '';
    const drawn = Buffer.from(picture.split(',')[1] ?? '', 'base64').toString();
    assert.match(drawn, /<path d="M-?[123] -?[12]"\/>/);
    await exam.close();
  });

  it('keeps it when it is opened again, though there are more or fewer variants by then', async () => {
    const first = await open();
    const { variant, tasks } = first.set.public;
    await first.saveAnswer('side', { selected: ['right'] });
    await first.close();
    for (const variants of ['variants: 1', 'variants: 400']) {
      await put(
        'taskset.yaml',
        (VARIED_SET['taskset.yaml'] ?? '').replace('variants: 12', variants),
      );
      const again = await open();
      assert.equal(again.set.public.variant, variant);
      assert.deepEqual(again.tasks, tasks);
      assert.deepEqual(again.record('side').answer, { selected: ['right'] });
      await again.close();
    }
  });
});
