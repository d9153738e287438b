/** What stands in a label besides mathematics: dollars, words such as “input”, and how texts are compared. */

/** Without the signs that only say “here is mathematics”. */
export function bareLabel(text: string): string {
  return text
    .trim()
    .replace(/^\\\((.*)\\\)$/s, '$1')
    .replace(/^\$+(.*?)\$+$/s, '$1')
    .replace(/^\\displaystyle/, '')
    .trim();
}

/** Characters of no script: what was not meant as text. */
export function isNoText(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd\ufffe\uffff]/.test(text);
}

const ROLE_WORDS =
  'input|output|hidden|state|hidden state|start|initial state|target|label|weights?|parameters?|loss|error|cost|bias|prediction|' +
  'Eingabe|Ausgabe|Zustand|Ziel|Gewichte?|Fehler|Verlust';
const WORD_BEFORE = new RegExp(String.raw`^(?:${ROLE_WORDS})s?\s*[:=]?\s+(?=\S)`, 'i');
const WORD_AFTER = new RegExp(String.raw`(?<=\S)\s*[,:(]?\s+(?:${ROLE_WORDS})\)?$`, 'i');

/** `input x_1`, `x_1 (input)` → `x_1` */
export function withoutRoleWord(text: string): string {
  return text.replace(WORD_BEFORE, '').replace(WORD_AFTER, '').trim();
}

/** `\\cdot w`, `*w` → `w`: what stands on an edge may say what is done with it. */
export function withoutSign(text: string): string {
  return text.replace(/^(?:\\cdot|\\times|[·⋅*∗×])\s*(?=\S)/, '');
}

/** `x^{(1)}`, `x^(1)`, `x[1]` → `x_{1}`: the number of a step, wherever it is written. */
export function withStepBelow(text: string): string {
  return text
    .replace(/\^\{?\s*(?:\\left)?\(([^()^]{1,9}?)(?:\\right)?\)\s*\}?/g, '_{$1}')
    .replace(/([A-Za-z}])\[([^[\]]{1,9})\]/g, '$1_{$2}');
}

/** `E(y, t)`, `h_1 (after step 1)` → what stands before the bracket */
export function beforeBracket(text: string): string | undefined {
  const [, head] = /^([^()]+?)\s*\([^]*\)$/.exec(text) ?? [];
  return head;
}

/** `W` → `w`, `h_1` → `H_1`: the letter that a label begins with, in its other size. */
export function inOtherCase(text: string): string {
  return text.replace(/[A-Za-z]/, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
}

/** Equal for texts that differ in how they are set only. */
export function textKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\\(?:text|mathrm|mathbf|mathit|mathcal|boldsymbol|operatorname|left|right)\b\s*/g, '')
    .replace(/[\s{}$\\]|\b_(?=[a-z0-9])/gi, '')
    .replaceAll('_', '')
    .toLowerCase();
}

const EQUALS = /\\coloneqq|:=|=/g;

/** The members of an equation; signs inside braces or brackets divide nothing. */
export function membersOf(text: string): string[] {
  const cuts = [...text.matchAll(EQUALS)].filter(
    ({ index, 0: sign }) =>
      depthAt(text, index) === 0 && !(sign === '=' && /[<>!≤≥]$/.test(text.slice(0, index))),
  );
  const starts = [0, ...cuts.map(({ index, 0: sign }) => index + sign.length)];
  const ends = [...cuts.map(({ index }) => index), text.length];
  return starts.map((start, place) => text.slice(start, ends[place]).trim());
}

function depthAt(text: string, end: number): number {
  let depth = 0;
  for (const sign of text.slice(0, end)) {
    if ('{(['.includes(sign)) depth += 1;
    if ('})]'.includes(sign)) depth -= 1;
  }
  return depth;
}
