/** JSON that strangers wrote: bounded in depth, so that nothing that walks it overflows. */

import { type Result, failure, success } from '../result.ts';

/** The deepest answer of all kinds has six levels. */
const DEEPEST = 32;

export function readJson(text: string): Result<unknown, string> {
  const depth = depthOf(text);
  if (depth > DEEPEST) return failure(`expected at most ${DEEPEST} levels, found ${depth}`);
  try {
    return success(JSON.parse(text) as unknown);
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
}

/** How deep its brackets are nested; those inside of strings do not count. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, ++depth);
    else if (token === ']' || token === '}') depth--;
  }
  return deepest;
}
