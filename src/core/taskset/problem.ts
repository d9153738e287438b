/** Something wrong in a task set, at the place where its author has to mend it. */

export interface Problem {
  /** relative to the task set's folder, with slashes */
  readonly file: string;
  /** 1-based, like `column` */
  readonly line: number;
  readonly column: number;
  /** what is wrong; where it helps, what was expected and what was found */
  readonly message: string;
  /** a field with a wrong name, and the name that was probably meant */
  readonly rename?: Rename | undefined;
}

export interface Rename {
  readonly from: string;
  readonly to: string;
}

export function problemText({ file, line, column, message }: Problem): string {
  return `${file}:${line}:${column}: ${message}`;
}

/** By file, then by place. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.message, b.message),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
