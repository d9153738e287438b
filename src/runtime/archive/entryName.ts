/** Names of files in an archive: only such as mean the same file, inside the folder, on every system. */

const LONGEST = 200;

interface Unfit {
  readonly is: RegExp;
  readonly words: string;
}

/** Of the whole name, in the order in which they are told. */
const UNFIT_NAMES: readonly Unfit[] = [
  { is: /^$/, words: 'no name' },
  { is: /^\//, words: 'an absolute path' },
  { is: /\\/, words: 'a backslash' },
  { is: /^[A-Za-z]:/, words: 'a drive' },
  { is: /\p{Cc}/u, words: 'a control character' },
  { is: /[\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u, words: 'an invisible character' },
  { is: /[<>:"|?*]/, words: 'a character that Windows does not allow' },
];

const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** Of each part between slashes. */
const UNFIT_PARTS: readonly Unfit[] = [
  { is: /^$/, words: 'an empty folder name' },
  { is: /^\.\.$/, words: 'a path out of the folder' },
  { is: /^\.$/, words: "the folder '.'" },
  { is: /[. ]$/, words: 'a dot or a blank at the end' },
  { is: /^ /, words: 'a blank at the beginning' },
  { is: RESERVED, words: 'a name that Windows keeps for devices' },
];

/** What is wrong with a name, as what was found; undefined when it is good. A folder's name ends with a slash. */
export function unfitness(name: string, deepest: number): string | undefined {
  if (name.length > LONGEST) return `${name.length} characters`;
  const whole = UNFIT_NAMES.find(({ is }) => is.test(name));
  if (whole !== undefined) return whole.words;
  const parts = name.replace(/\/$/, '').split('/');
  if (parts.length > deepest) return `a file ${parts.length} folders deep`;
  return UNFIT_PARTS.find(({ is }) => parts.some((part) => is.test(part)))?.words;
}

export function fitName(deepest: number): string {
  return `a relative path of at most ${LONGEST} characters and ${deepest} levels that every system can write`;
}

/** Names with the same key are the same file on one system or another: case and Unicode forms do not count. */
export function sameFileKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().toUpperCase().normalize('NFKC');
}
