/** What somebody may have meant by a name that there is not. */

/** The known name that is at most a third of its letters away; none where another one is as near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const short = name.slice(0, 60);
  const ranked = known
    .map((candidate) => ({
      candidate,
      edits: editDistance(short.toLowerCase(), candidate.toLowerCase()),
    }))
    .toSorted((a, b) => a.edits - b.edits);
  const [best, second] = ranked;
  if (best === undefined || best.edits > Math.ceil(best.candidate.length / 3)) return undefined;
  return best.edits === second?.edits ? undefined : best.candidate;
}

/** Letters to insert, drop or exchange (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
