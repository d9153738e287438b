/** Finds the function that a code question checks in the student's text. */

/** 0-based line of `export function <name>` or of an exported constant of that name; undefined when there is none. */
export function entryLine(text: string, name: string): number | undefined {
  const lines = text.split(/\r?\n/);
  const escaped = name.replaceAll(/[$\\]/g, String.raw`\$&`);
  const declaration = new RegExp(
    String.raw`^\s*export\s+(?:async\s+)?(?:function\s*\*?|const|let|var)\s+${escaped}(?![\w$])`,
  );
  const line = lines.findIndex((text) => declaration.test(text));
  return line === -1 ? undefined : line;
}

/** The line from 0 that a message names at its end, as in `… (adversarial.ts:9)`. */
export function lineNamedIn(message: string, file: string): number | undefined {
  const named = /\(([^()]+:\d+)\)(?=\.?(\s|$))/.exec(message)?.[1];
  const place = named === undefined ? undefined : placeOf(named);
  return place?.file === file ? place.line : undefined;
}

/** Where a message says the fault is, as in `adversarial.ts:9` or `adversarial.ts:9:3`; lines from 0. */
export function placeOf(at: string): { readonly file: string; readonly line: number } | undefined {
  const match = /^(.+?):(\d+)(?::\d+)?$/.exec(at);
  if (match === null) return undefined;
  const [, file = '', line = '1'] = match;
  return { file, line: Math.max(0, Number(line) - 1) };
}
