/** What is wrong with the task sets that somebody works on, in the Problems panel; and a quick fix for misspelt fields. */
import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  languages,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
} from 'vscode';
import { type Problem } from '../../core/taskset/problem.ts';
import { type Inspected } from '../../core/validate/inspected.ts';
import { HEAD_FILE } from './setFolder.ts';

interface Found extends Problem {
  readonly severity: DiagnosticSeverity;
}

export class SetProblems implements CodeActionProvider, Disposable {
  readonly #marks = languages.createDiagnosticCollection('exambench task sets');
  readonly #fixes = languages.registerCodeActionsProvider(
    { scheme: 'file', pattern: '**/{taskset,task}.yaml' },
    this,
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
  /** folder → file → what is wrong there */
  readonly #known = new Map<string, ReadonlyMap<string, readonly Found[]>>();

  /** In place of what was shown for this set before. */
  show(folder: Uri, { problems, warnings }: Inspected): void {
    const byFile = new Map<string, Found[]>();
    const found = [
      ...problems.map((problem) => ({ ...problem, severity: DiagnosticSeverity.Error })),
      ...warnings.map((problem) => ({ ...problem, severity: DiagnosticSeverity.Warning })),
    ];
    for (const problem of found) {
      const file = fileUri(folder, problem.file).toString();
      byFile.set(file, [...(byFile.get(file) ?? []), problem]);
    }
    const before = this.#known.get(folder.toString()) ?? new Map<string, unknown>();
    this.#known.set(folder.toString(), byFile);
    const stale = [...before.keys()].filter((file) => !byFile.has(file));
    this.#marks.set([
      ...stale.map((file): [Uri, undefined] => [Uri.parse(file), undefined]),
      ...[...byFile].map(([file, inFile]): [Uri, Diagnostic[]] => [
        Uri.parse(file),
        inFile.map(diagnostic),
      ]),
    ]);
  }

  provideCodeActions(document: TextDocument, range: Range): CodeAction[] {
    const file = document.uri.toString();
    const here = [...this.#known.values()].flatMap((files) => files.get(file) ?? []);
    return here
      .filter(({ line }) => line - 1 >= range.start.line && line - 1 <= range.end.line)
      .flatMap((problem) => renaming(document, problem));
  }

  dispose(): void {
    this.#fixes.dispose();
    this.#marks.dispose();
  }
}

/** Of what concerns the whole set, the head. */
function fileUri(folder: Uri, file: string): Uri {
  return Uri.joinPath(folder, file === '.' ? HEAD_FILE : file);
}

/** The editor shows an empty range at the word that stands there. */
function diagnostic({ line, column, message, rename, severity }: Found): Diagnostic {
  const start = column - 1;
  const range = new Range(line - 1, start, line - 1, start + (rename?.from.length ?? 0));
  const shown = new Diagnostic(range, message, severity);
  shown.source = 'exambench';
  return shown;
}

/** Nothing, if the line has changed since. */
function renaming(document: TextDocument, problem: Found): CodeAction[] {
  const { line, column, rename } = problem;
  if (rename === undefined || line > document.lineCount) return [];
  const { text } = document.lineAt(line - 1);
  const quote = /["']/.test(text.charAt(column - 1)) ? 1 : 0;
  const start = column - 1 + quote;
  const end = start + rename.from.length;
  if (text.slice(start, end) !== rename.from) return [];
  const action = new CodeAction(`Rename to “${rename.to}”`, CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  action.edit.replace(document.uri, new Range(line - 1, start, line - 1, end), rename.to);
  action.diagnostics = [diagnostic(problem)];
  action.isPreferred = true;
  return [action];
}
