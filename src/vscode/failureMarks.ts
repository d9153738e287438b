/** Marks in the editor where a run or a check failed. They go away when the student changes the text. */
import {
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  languages,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';

export interface Failure {
  /** from 0 */
  readonly line: number;
  readonly message: string;
}

export class FailureMarks implements Disposable {
  readonly #marks = languages.createDiagnosticCollection('exambench');
  readonly #listener = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0) this.#marks.delete(document.uri);
  });

  /** In place of the file's earlier marks; lines outside the text are moved into it. */
  async show(file: Uri, failures: readonly Failure[]): Promise<void> {
    const document = await workspace.openTextDocument(file);
    this.#marks.set(
      file,
      failures.map((failure) => markIn(document, failure)),
    );
  }

  clear(file: Uri): void {
    this.#marks.delete(file);
  }

  dispose(): void {
    this.#listener.dispose();
    this.#marks.dispose();
  }
}

function markIn(document: TextDocument, { line, message }: Failure): Diagnostic {
  const last = document.lineCount - 1;
  const { range, firstNonWhitespaceCharacterIndex: indent } = document.lineAt(
    Math.min(Math.max(0, line), last),
  );
  const start = range.start.translate(0, indent);
  const mark = new Diagnostic(range.with(start), message, DiagnosticSeverity.Error);
  mark.source = 'Exambench';
  return mark;
}
