/** Programs without comments and blanks, and whether two differ in more than those. */

export function isSameCode(one: string, other: string): boolean {
  return bareCode(one) === bareCode(other);
}

/** Texts are kept as they are. Every alternative matches to its end whatever follows, so the time is linear. */
const TEXT_OR_COMMENT =
  /("(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?|`(?:\\[\s\S]|[^`\\])*`?)|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|\s+/g;

/** Without comments and blanks. */
export function bareCode(code: string): string {
  return code.replace(TEXT_OR_COMMENT, (_, text: string | undefined) => text ?? '');
}
