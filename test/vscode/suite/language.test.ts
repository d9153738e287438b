import { strict as assert } from 'node:assert';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  commands,
  CompletionItemKind,
  type CompletionList,
  type DocumentSymbol,
  extensions,
  type FoldingRange,
  type Hover,
  type LocationLink,
  MarkdownString,
  type Position,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';

const SET = `format: 1
id: a
mode: 
tasks: [one]
`;

const TASK = `title: One
prompt: { file: prompt.md }
questions:
  - id: 1a
    kind: drawing
    title: First
    points: 2
    
  - id: 1b
    kind: drawing
    over: 1a
    hints:
      - One
      - Two
`;

describe('the YAML of a task set', () => {
  let folder: string;
  const fileAt = (path: string) => Uri.file(join(folder, path));
  const open = async (path: string) => await workspace.openTextDocument(fileAt(path));
  const write = async (path: string, text: string) => {
    await workspace.fs.writeFile(fileAt(path), Buffer.from(text));
  };
  const behind = (document: TextDocument, words: string): Position =>
    document.positionAt(document.getText().indexOf(words) + words.length);
  const ask = async <R>(what: string, path: string, words: string): Promise<R> => {
    const document = await open(path);
    const place = behind(document, words);
    return await commands.executeCommand<R>(`vscode.execute${what}Provider`, document.uri, place);
  };

  before(async () => {
    await extensions.getExtension('exambench.exambench')?.activate();
    folder = await mkdtemp(join(tmpdir(), 'language-'));
    await write('set/taskset.yaml', SET);
    await write('set/one/task.yaml', TASK);
    await write('set/one/prompt.md', 'Look.');
    await write('alone/task.yaml', TASK);
  });

  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const labels = async (path: string, words: string) => {
    const { items } = await ask<CompletionList>('CompletionItem', path, words);
    // the editor itself offers the words of all open files
    const ours = items.filter(({ kind }) => kind !== CompletionItemKind.Text);
    return ours.map(({ label }) => (typeof label === 'string' ? label : label.label));
  };

  it('is completed with values and fields', async () => {
    const values = await labels('set/taskset.yaml', 'mode: ');
    assert.ok(values.includes('practice') && values.includes('exam'), values.join());
    const fields = await labels('set/one/task.yaml', 'points: 2\n    ');
    assert.ok(fields.includes('window') && fields.includes('function'), fields.join());
  });

  it('is left alone where no set is around', async () => {
    assert.ok(!(await labels('alone/task.yaml', 'points: 2\n    ')).includes('window'));
  });

  it('is explained', async () => {
    const hovers = await ask<Hover[]>('Hover', 'set/one/task.yaml', '    po');
    const texts = hovers.flatMap(({ contents }) => contents);
    const told = texts.map((text) => (text instanceof MarkdownString ? text.value : '')).join();
    assert.match(told, /What a right answer earns/);
  });

  it('leads to files and to other questions', async () => {
    const [file] = await ask<LocationLink[]>('Definition', 'set/one/task.yaml', 'file: pro');
    assert.equal(file?.targetUri.path, fileAt('set/one/prompt.md').path);
    const [question] = await ask<LocationLink[]>('Definition', 'set/one/task.yaml', 'over: 1');
    assert.equal(question?.targetRange.start.line, 3);
  });

  it('has an outline and folds by it', async () => {
    const symbols = await ask<DocumentSymbol[]>('DocumentSymbol', 'set/one/task.yaml', '');
    assert.deepEqual(
      symbols.map(({ name, detail }) => `${name}: ${detail}`),
      ['1a First: drawing, 2 points', '1b: drawing'],
    );
    const folds = await ask<FoldingRange[]>('FoldingRange', 'set/one/task.yaml', '');
    assert.ok(folds.some(({ start, end }) => start === 3 && end === 6));
  });
});
