/** The list of “Start Exam…”: exams first, then what is for practice, each by title; found by words in any order. */
import { compareVersions, type OfferedSet } from './offeredSets.ts';

export interface SetGroup {
  readonly title: string;
  readonly sets: readonly OfferedSet[];
}

/** Groups without a set are left out. @param query every word of it has to occur somewhere in what is shown */
export function groupedSets(offered: readonly OfferedSet[], query: string): readonly SetGroup[] {
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = offered.filter((set) => {
    const text = plain(`${set.title}\n${identityOf(set)}\n${originOf(set)}`);
    return words.every((word) => text.includes(word));
  });
  const ordered = found.toSorted(inOrder);
  return [
    { title: 'Exams', sets: ordered.filter(({ mode }) => mode === 'exam') },
    { title: 'For practice', sets: ordered.filter(({ mode }) => mode !== 'exam') },
  ].filter(({ sets }) => sets.length > 0);
}

export function identityOf({ id, version }: OfferedSet): string {
  return `${id} ${version}`;
}

/** A set's own package is called as the set is, which need not be said twice. */
export function originOf({ title, origin, extension }: OfferedSet): string {
  return origin === title ? `from ${extension}` : `from ${origin} (${extension})`;
}

/** “Sheet 2” before “Sheet 10”; of the same set, the newest first. */
function inOrder(a: OfferedSet, b: OfferedSet): number {
  return (
    a.title.localeCompare(b.title, undefined, { numeric: true }) ||
    (a.id < b.id ? -1 : Number(a.id > b.id)) ||
    compareVersions(b.version, a.version)
  );
}

function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
