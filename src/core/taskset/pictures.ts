/** Finds the pictures of a Markdown text. */

export interface Picture {
  readonly alt: string;
  readonly target: string;
  /** in characters from the start of the text */
  readonly offset: number;
}

const PICTURE = /!\[([^\]\n]*)\]\(\s*<?([^\s)>]*)/g;

export function picturesOf(markdown: string): Picture[] {
  return [...markdown.matchAll(PICTURE)].map((match) => ({
    alt: match[1]?.trim() ?? '',
    target: match[2] ?? '',
    offset: match.index,
  }));
}
