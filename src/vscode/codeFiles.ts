/** The student's code files, in the editor and on disk. */
import { Range, type TextDocument, type Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { type PublicQuestionOf } from '../core/taskset/publicTask.ts';
import { type Exam } from './exam.ts';

type CodeQuestion = PublicQuestionOf<'code'>;

/** Saves what is unsaved and journals the text, so that what runs is what is kept. Throws SaveError. */
export async function saveCode(
  exam: Exam,
  question: CodeQuestion,
): Promise<Record<string, string>> {
  const files = await Promise.all(
    question.files.map(async (name) => [name, await savedText(exam.fileUri(name))] as const),
  );
  const texts = Object.fromEntries(files);
  await exam.saveCode(question.id, texts);
  return texts;
}

export async function openCode(exam: Exam, question: CodeQuestion, line = 0): Promise<void> {
  const editor = await window.showTextDocument(exam.fileUri(question.entry.file), {
    preserveFocus: false,
  });
  if (line > 0) editor.revealRange(new Range(line, 0, line, 0));
}

/** Puts the skeletons back, as one edit that can be undone; the replaced text is journaled first. */
export async function resetCode(exam: Exam, question: CodeQuestion): Promise<void> {
  const skeletons = exam.codeSource(question.id).files;
  const edit = new WorkspaceEdit();
  for (const [name, skeleton] of Object.entries(skeletons)) {
    const file = exam.fileUri(name);
    const text = await textOf(file);
    if (text !== undefined) await exam.keepFile(name, text);
    if (text === undefined) edit.createFile(file, { contents: Buffer.from(skeleton) });
    else edit.replace(file, await wholeOf(file), skeleton);
  }
  await workspace.applyEdit(edit);
  await saveCode(exam, question);
}

async function savedText(file: Uri): Promise<string> {
  const document = await workspace.openTextDocument(file);
  if (document.isDirty && !(await document.save())) {
    throw new Error(`${workspace.asRelativePath(file)} could not be saved.`);
  }
  return await currentText(document);
}

/** What stands in the editor where it is unsaved, else on the disk. Undefined when the file is gone. */
export async function textOf(file: Uri): Promise<string | undefined> {
  try {
    return await currentText(await workspace.openTextDocument(file));
  } catch {
    return undefined;
  }
}

/** The editor may not have noticed yet what another program wrote. */
async function currentText(document: TextDocument): Promise<string> {
  const shown = document.getText();
  if (document.isDirty) return shown;
  const { uri } = document;
  const stored = await workspace.decode(await workspace.fs.readFile(uri), { uri });
  return withoutReturns(stored) === withoutReturns(shown) ? shown : stored;
}

export function withoutReturns(text = ''): string {
  return text.replaceAll('\r', '');
}

async function wholeOf(file: Uri): Promise<Range> {
  const document = await workspace.openTextDocument(file);
  return document.validateRange(new Range(0, 0, document.lineCount, 0));
}
