/** The table at the end: every number that was promised beside the one that was reached. */
import { type Figure, type HostileKind, type Trials } from './trials.ts';

/** All figures of one kind, its own two first. */
export function figuresOf(
  { least, of }: HostileKind,
  { tried, broken, figures }: Trials,
): Figure[] {
  return [
    { what: of, goal: `≥ ${least}`, reached: String(tried), isReached: tried >= least },
    {
      what: 'of them broke a promise',
      goal: '0',
      reached: String(broken.length),
      isReached: broken.length === 0,
    },
    ...figures,
  ];
}

/** A row for each figure, in columns. */
export function tableOf(rows: readonly (readonly [kind: string, figure: Figure])[]): string {
  const cells = rows.map(([kind, { what, goal, reached, isReached }]) => [
    isReached ? '✓' : '✗',
    kind,
    what,
    goal,
    reached,
  ]);
  const all = [['', 'kind', 'what', 'to reach', 'reached'], ...cells];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...all.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return all.map(line).join('\n');
}
