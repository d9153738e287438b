/**
 * MathLive loses the inner one of two plain pairs of parentheses behind the name of a function; pairs that are written
 * with `\left` and `\right` it keeps.
 */

/** What encloses, and commands, so that an escaped brace or a sized parenthesis is none. */
const PIECES =
  /\\(?:left|right|[bB]igg?[lrm]?)(?![A-Za-z])\s*(?:\\?[^\sA-Za-z]|\\[A-Za-z]+)|\\[A-Za-z]+|\\[^]|[(){}]/g;

const OPENS = /^\\left(?![A-Za-z])/;
const CLOSES = /^\\right(?![A-Za-z])/;

interface Opened {
  readonly isParenthesis: boolean;
  readonly at: number;
}

/** Every plain pair that no other enclosure cuts through grows with what is in it; the rest stays as it is. */
export function stretched(latex: string): string {
  const edits = new Map<number, string>();
  const opened: Opened[] = [];
  for (const { 0: piece, index } of latex.matchAll(PIECES)) {
    if (piece === '(') opened.push({ isParenthesis: true, at: index });
    else if (piece === '{' || OPENS.test(piece)) opened.push({ isParenthesis: false, at: index });
    else if (piece === '}' || CLOSES.test(piece)) close(opened);
    else if (piece === ')' && opened.at(-1)?.isParenthesis === true) {
      edits.set(opened.pop()?.at ?? index, String.raw`\left(`);
      edits.set(index, String.raw`\right)`);
    }
  }
  return latex.replace(/[()]/g, (sign, index: number) => edits.get(index) ?? sign);
}

/** With all parentheses in it that were never closed. */
function close(opened: Opened[]): void {
  const at = opened.findLastIndex(({ isParenthesis }) => !isParenthesis);
  if (at >= 0) opened.splice(at);
}
