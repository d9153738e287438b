/** JSON that strangers wrote: bounded in depth, so that nothing that walks it overflows. */

import { parseJson } from '../jsonText.ts';
import { type Result, failure } from '../result.ts';

/** The deepest answer of all kinds has six levels. */
const DEEPEST = 32;

export function readJson(text: string): Result<unknown, string> {
  const depth = depthOf(text);
  if (depth > DEEPEST) return failure(`expected at most ${DEEPEST} levels, found ${depth}`);
  return parseJson(text);
}

/** How deep its brackets are nested; those inside of texts do not count. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isInside = false;
  // sign by sign: a pattern for whole texts overflows on one of many megabytes
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\') at++;
    else if (sign === '"') isInside = !isInside;
    else if (isInside) continue;
    else if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++depth);
    else if (sign === ']' || sign === '}') depth--;
  }
  return deepest;
}
