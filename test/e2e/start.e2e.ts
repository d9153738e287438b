import { equal, match } from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../../scripts/editor/chromium.ts';
import { freePort } from '../../scripts/editor/server.ts';
import { at } from '../../scripts/project.ts';
import { EditorWindow } from '../support/editorWindow.ts';
import { ExamWindow } from '../support/examWindow.ts';

/** The address that it prints once the editor is up. */
async function addressFrom(child: ChildProcess): Promise<string> {
  let output = '';
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk);
    const address = /http:\/\/\S+/.exec(output)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error(`no address in:\n${output}`);
}

describe('npm start', () => {
  let parent: string;
  let folder: string;
  let child: ChildProcess;
  let address: string;

  before(async () => {
    parent = await mkdtemp(join(tmpdir(), 'start-'));
    folder = join(parent, 'exam');
    const options = ['--editor', 'web', '--no-open', '--folder', folder];
    const port = String(await freePort());
    child = spawn(process.execPath, [at('scripts/start/main.ts'), ...options, '--port', port], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    address = await addressFrom(child);
  });

  after(async () => {
    child.kill('SIGTERM');
    await rm(parent, { recursive: true });
  });

  it('hands the exam out', () => {
    equal(existsSync(join(folder, 'adversarial.ts')), true);
    equal(existsSync(join(folder, '.exambench/attempt.json')), true);
  });

  it('lets nobody in without the key', async () => {
    const { origin, search } = new URL(address);
    equal((await fetch(`${origin}/`)).status, 403);
    match(search, /tkn=/);
  });

  it('opens the exam with its tasks in sight, restricted until the folder is trusted', async () => {
    const browser = await launchChromium();
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(address);
    const editor = new EditorWindow({ page, close: () => browser.close() });
    const exam = new ExamWindow(editor, folder);
    try {
      await exam.taskItem(1).waitFor();
      const task = await exam.openTask(5);
      await task.restriction.waitFor();
      await editor.trustFolder();
      await task.restriction.waitFor({ state: 'detached' });
    } finally {
      await editor.close();
    }
  });

  it('ends with Ctrl+C, and the editor with it', async () => {
    child.kill('SIGINT');
    const [code] = (await once(child, 'exit')) as [number];
    equal(code, 0);
    await fetch(address).then(
      () => {
        throw new Error('the editor still answers');
      },
      () => undefined,
    );
  });
});
