/** Curves from their crossings with the edges of a grid: by marching squares, the pieces joined from square to square. */

import { type PlanePoint } from '../plane.ts';
import { type Corner, type GridEdge, type SignGrid, isPositive } from './signGrid.ts';

export interface Crossing {
  readonly at: PlanePoint;
  readonly atEdge: boolean;
}

export interface Chain {
  readonly crossings: readonly Crossing[];
  readonly closed: boolean;
}

/** A crossing, and the one or two that it is joined to. */
interface Link extends Crossing {
  readonly next: Link[];
}

export function chainsIn(grid: SignGrid): readonly Chain[] {
  const links = new Links(grid);
  for (let row = 0; row < grid.rows; row += 1) {
    for (let column = 0; column < grid.columns; column += 1) links.march([column, row]);
  }
  return links.chains();
}

class Links {
  readonly #grid: SignGrid;
  readonly #links = new Map<string, Link | undefined>();

  constructor(grid: SignGrid) {
    this.#grid = grid;
  }

  /** Joins the crossings around the square above and to the right of a corner. */
  march([column, row]: Corner): void {
    const bottom = this.#link({ from: [column, row], direction: 'right' });
    const left = this.#link({ from: [column, row], direction: 'up' });
    const top = this.#link({ from: [column, row + 1], direction: 'right' });
    const right = this.#link({ from: [column + 1, row], direction: 'up' });
    const crossed = [bottom, left, top, right].filter((link) => link !== undefined);
    if (crossed.length === 2) join(crossed[0], crossed[1]);
    if (crossed.length !== 4) return;
    // a saddle: the middle says which corners belong together
    const isOpen =
      isPositive(this.#middle([column, row])) === isPositive(this.#grid.value([column, row]));
    join(bottom, isOpen ? right : left);
    join(top, isOpen ? left : right);
  }

  chains(): readonly Chain[] {
    const left = new Set([...this.#links.values()].filter((link) => link !== undefined));
    const starts = [...left].filter(({ next }) => next.length === 1);
    return [...starts, ...left].flatMap((start) => {
      if (!left.has(start) || start.next.length === 0) return [];
      const crossings = walk(start, left);
      const [last] = crossings.slice(-1);
      const closed = crossings.length > 2 && last !== undefined && start.next.includes(last);
      return [{ crossings: closed ? [...crossings, start] : crossings, closed }];
    });
  }

  #middle([column, row]: Corner): number {
    const [x, y] = this.#grid.pointOf([column, row]);
    const [width, height] = this.#grid.step;
    return this.#grid.valueAt([x + width / 2, y + height / 2]);
  }

  #link(edge: GridEdge): Link | undefined {
    const key = `${edge.from.join()}${edge.direction}`;
    if (this.#links.has(key)) return this.#links.get(key);
    const at = this.#grid.crossing(edge);
    const link = at === undefined ? undefined : { at, atEdge: this.#grid.isAtEdge(edge), next: [] };
    this.#links.set(key, link);
    return link;
  }
}

function join(one: Link | undefined, other: Link | undefined): void {
  if (one === undefined || other === undefined) return;
  one.next.push(other);
  other.next.push(one);
}

function walk(start: Link, left: Set<Link>): Link[] {
  const path: Link[] = [];
  let at: Link | undefined = start;
  while (at !== undefined) {
    left.delete(at);
    path.push(at);
    at = at.next.find((next) => left.has(next));
  }
  return path;
}
