/** Why an archive is not read: where, what was expected, what was found. */

export interface ArchiveProblem {
  /** the file inside the archive; undefined when it is the archive as a whole */
  readonly entry?: string | undefined;
  readonly expected: string;
  readonly found: string;
}

/** Thrown inside this folder only; `readArchive` returns it as a value. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: ArchiveProblem;

  constructor(problem: ArchiveProblem) {
    super(archiveProblemText(problem));
    this.problem = problem;
  }
}

const LONGEST_SHOWN = 80;

/** As a sentence without its full stop; names are quoted, so that no character of them acts on a terminal. */
export function archiveProblemText({ entry, expected, found }: ArchiveProblem): string {
  const where = entry === undefined ? '' : `${shown(entry)}: `;
  return `${where}expected ${expected}, found ${found}`;
}

/** Quoted and cut; everything but printable ASCII is escaped. */
export function shown(text: string): string {
  const cut = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  return JSON.stringify(cut).replace(/[^ -~…]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
