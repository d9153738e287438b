/** Whether two programs differ in more than comments and blanks. */

export function isSameCode(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

/** Texts are kept as they are. Every alternative matches to its end whatever follows, so the time is linear. */
const TEXT_OR_COMMENT =
  /("(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?|`(?:\\[\s\S]|[^`\\])*`?)|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|\s+/g;

function bare(code: string): string {
  return code.replace(TEXT_OR_COMMENT, (_, text: string | undefined) => text ?? '');
}
