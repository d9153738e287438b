/** Marks in the editor where a run or a check failed. They go away when the student changes the text. */
import {
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  languages,
  type Uri,
  workspace,
} from 'vscode';

export class FailureMarks implements Disposable {
  readonly #marks = languages.createDiagnosticCollection('exambench');
  readonly #listener = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0) this.#marks.delete(document.uri);
  });

  /** `line` counts from 0 and is moved into the file where it lies outside. */
  async show(file: Uri, line: number, messages: readonly string[]): Promise<void> {
    const document = await workspace.openTextDocument(file);
    const { range, firstNonWhitespaceCharacterIndex } = document.lineAt(
      Math.min(Math.max(0, line), document.lineCount - 1),
    );
    const start = range.start.translate(0, firstNonWhitespaceCharacterIndex);
    this.#marks.set(
      file,
      messages.map((message) => {
        const mark = new Diagnostic(range.with(start), message, DiagnosticSeverity.Error);
        mark.source = 'Exambench';
        return mark;
      }),
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
