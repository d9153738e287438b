/** The letters that a declaration names, as it is written: `x: vector d; a_3, a_4: scalar`. Reads on where one is half typed. */

export interface DeclaredLetter {
  /** LaTeX */
  readonly name: string;
  /** what it is, such as `vector d` */
  readonly detail: string;
}

/** @param declare may begin with the sign of a block (`|`) */
export function declaredLetters(declare: string): readonly DeclaredLetter[] {
  const clauses = declare.replace(/^[|>][-+0-9]*/, '').split(/[;\n]/);
  return clauses.flatMap((clause) => {
    const colon = clause.lastIndexOf(':');
    if (colon === -1) return [];
    const detail = clause.slice(colon + 1).trim();
    const names = clause.slice(0, colon).split(/,(?![^{]*\})/);
    return names.map((name) => ({ name: name.trim(), detail })).filter(({ name }) => name !== '');
  });
}
