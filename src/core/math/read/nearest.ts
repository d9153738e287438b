/** The name that was probably meant. */

/** Of those at most two slips away, and never more than a third of the letters. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const allowed = Math.min(2, Math.floor((name.length + 1) / 3));
  let best: string | undefined;
  let least = allowed + 1;
  for (const each of known) {
    // of two that are as near, the one that is as long
    const slips = distance(name, each, least) + (each.length === name.length ? 0 : 0.5);
    if (slips >= least) continue;
    best = each;
    least = slips;
  }
  return best;
}

/** Letters changed, added, left out or swapped; stops counting at `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (before[j - 2] ?? 0) + 1 : limit;
      row.push(Math.min(change, swap, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? limit;
}
