/** What leads to what in one reading of a diagram, once steps in between are passed through. */

import { type Meaning } from './meaning.ts';
import { type Sketch, type SketchEdge } from './sketch.ts';

export interface Flow {
  /** targets */
  readonly from: number;
  readonly to: number;
  /** place in the sketch's edges */
  readonly edge: number;
}

export interface Flows {
  readonly flows: readonly Flow[];
  /** edges that leave a step for somewhere else, or once too often */
  readonly astray: readonly number[];
}

export function flowsOf(sketch: Sketch, meanings: readonly Meaning[]): Flows {
  const flows: Flow[] = [];
  const astray: number[] = [];
  const onward = onwardEdges(sketch, meanings);
  sketch.edges.forEach((edge, place) => {
    const [from, to] = [meanings[edge.from], meanings[edge.to]];
    if (from === undefined || to === undefined || !isMeant(from) || !isMeant(to)) return;
    if (from.as === 'core') flows.push({ from: from.target, to: to.target, edge: place });
    else if (onward.get(edge.from) !== place) astray.push(place);
  });
  return { flows, astray };
}

type Meant = Extract<Meaning, { as: 'core' | 'between' }>;

export function isMeant(meaning: Meaning): meaning is Meant {
  return meaning.as === 'core' || meaning.as === 'between';
}

/** Step → the edge on which its value goes on: of several the one on the shortest way. */
function onwardEdges(sketch: Sketch, meanings: readonly Meaning[]): ReadonlyMap<number, number> {
  const inner = sketch.edges.flatMap((edge, place) =>
    isOnward(edge, meanings) ? [{ ...edge, place }] : [],
  );
  const onward = new Map<number, number>();
  const reached = new Set<number>();
  let front = inner.filter(({ to }) => isEnd(meanings[to]));
  while (front.length > 0) {
    for (const { from, place } of front) if (!onward.has(from)) onward.set(from, place);
    const fresh = new Set(front.map(({ from }) => from).filter((node) => !reached.has(node)));
    for (const node of fresh) reached.add(node);
    front = inner.filter(({ from, to }) => fresh.has(to) && !onward.has(from));
  }
  return onward;
}

/** Where a way of steps ends: at their node, or where it breaks off. */
function isEnd(meaning: Meaning | undefined): boolean {
  return meaning?.as === 'core' || (meaning?.as === 'between' && meaning.flaw === 'no-way');
}

function isOnward({ from, to }: SketchEdge, meanings: readonly Meaning[]): boolean {
  const [here, there] = [meanings[from], meanings[to]];
  return (
    from !== to &&
    here?.as === 'between' &&
    there !== undefined &&
    isMeant(there) &&
    here.target === there.target
  );
}
