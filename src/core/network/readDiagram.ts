/**
 * The reading of a diagram with the fewest differences: a graph edit distance, found by branch and bound over what the nodes
 * without a certain name are taken for (after Riesen, Structural Pattern Recognition with Graph Edit Distance, 2015, ch. 3).
 * Named nodes are certain, so that for an exam's diagrams few are left; a bounded search says so when it was cut short.
 */

import { type Merging, type Subject } from './case.ts';
import { type Added, Bound } from './bound.ts';
import { choicesFor } from './choices.ts';
import { type Meaning } from './meaning.ts';
import { mergings, namedMeanings } from './mergings.ts';
import { type Reading, readingOf } from './reading.ts';
import { recognise } from './recognition.ts';
import { type Reference } from './reference.ts';
import { type SameValue } from './sameValue.ts';
import { type Sketch } from './sketch.ts';

export interface BestReading extends Reading {
  /** whether no other reading can have fewer differences */
  readonly isBest: boolean;
  /** a formula could not be compared */
  readonly isUnsure: boolean;
}

/** Visits of nodes and edges, for all readings of a diagram. */
const MOST_VISITS = 2e5;

export interface Judging {
  readonly countRoles: boolean;
  readonly same: SameValue;
  /** readings that lose more than this part of the shares are all the same to the caller; 1 if absent */
  readonly worst?: number | undefined;
}

export function readDiagram(
  sketch: Sketch,
  reference: Reference,
  { countRoles, same, worst = 1 }: Judging,
): BestReading {
  const recognitions = recognise(sketch, reference, same);
  const subject: Subject = { sketch, reference, recognitions, same, countRoles };
  const isUnsure = recognitions.some(({ unsure }) => unsure);
  const forms = mergings(subject);
  let best: Reading | undefined;
  let isBest = true;
  for (const merging of forms) {
    const search = new Search(subject, merging, { visits: MOST_VISITS / forms.length, worst });
    const found = search.run();
    if (best === undefined || share(found) < share(best)) best = found;
    isBest &&= !search.isCutShort;
    if (best.cost === 0) break;
  }
  if (best === undefined) throw new Error('there is no form to read the diagram in');
  return { ...best, isBest: isBest || best.cost === 0, isUnsure };
}

function share({ cost, shares }: Reading): number {
  return cost / Math.max(shares, 1);
}

interface Limits {
  readonly visits: number;
  readonly worst: number;
}

class Search {
  readonly #subject: Subject;
  readonly #merging: Merging;
  readonly #bound: Bound;
  readonly #open: readonly number[];
  readonly #settled: (Meaning | undefined)[];
  readonly #worst: number;
  /** nodes that may turn out as steps, which add shares of their own */
  readonly #steps: number;
  #visits: number;
  #best: Reading | undefined;

  constructor(subject: Subject, merging: Merging, { visits, worst }: Limits) {
    this.#subject = subject;
    this.#merging = merging;
    this.#visits = visits;
    this.#worst = worst;
    this.#steps = subject.recognitions.filter(({ worth }) => worth.length > 0).length;
    this.#bound = new Bound(subject, merging);
    this.#settled = namedMeanings(subject, merging);
    this.#open = endsFirst(subject.sketch, this.#settled);
  }

  get isCutShort(): boolean {
    return this.#visits <= 0;
  }

  run(): Reading {
    this.#settle(0, this.#bound.start(this.#settled));
    if (this.#best === undefined) throw new Error('no reading was tried');
    return this.#best;
  }

  /** Depth first, the likeliest choice first; `known` is what the choices so far cost at least. */
  #settle(place: number, known: Added): void {
    const node = this.#open[place];
    if (node === undefined) {
      this.#try();
      return;
    }
    const { nodes, edges } = this.#subject.sketch;
    this.#visits -= 2 + (nodes.length + edges.length) / 10;
    for (const choice of choicesFor(node, this.#settled, { ...this.#subject, ...this.#merging })) {
      const sum = together(known, this.#bound.added(node, choice, this.#settled));
      if (this.#isHopeless(sum)) continue;
      this.#settled[node] = choice;
      this.#settle(place + 1, sum);
      this.#settled[node] = undefined;
    }
  }

  /** It cannot become better than what was found, or is worth nothing anyway. */
  #isHopeless(known: Added): boolean {
    if (this.#best === undefined) return false;
    const { cost, shares } = this.#best;
    const atLeast = this.#bound.total(known);
    const most = (shares + this.#steps) * this.#worst;
    return this.isCutShort || atLeast >= cost || atLeast > most;
  }

  #try(): void {
    const { sketch } = this.#subject;
    this.#visits -= 20 + sketch.nodes.length + sketch.edges.length;
    const meanings = this.#settled.map((each): Meaning => each ?? { as: 'outside' });
    const reading = readingOf(this.#subject, this.#merging, meanings);
    if (this.#best === undefined || reading.cost < this.#best.cost) this.#best = reading;
  }
}

function together(one: Added, other: Added): Added {
  return {
    own: one.own + other.own,
    wrong: one.wrong + other.wrong,
    turned: one.turned + other.turned,
  };
}

/** Open nodes, each after those that it leads to, where there is no circle. */
function endsFirst(
  { nodes, edges }: Sketch,
  settled: readonly (Meaning | undefined)[],
): readonly number[] {
  const next = nodes.map((): number[] => []);
  for (const { from, to } of edges) next[from]?.push(to);
  const order: number[] = [];
  const seen = new Set<number>();
  const enter = (start: number): void => {
    const way = [{ node: start, left: [...(next[start] ?? [])] }];
    seen.add(start);
    for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
      const to = top.left.pop();
      if (to === undefined) {
        order.push(top.node);
        way.pop();
      } else if (!seen.has(to)) {
        seen.add(to);
        way.push({ node: to, left: [...(next[to] ?? [])] });
      }
    }
  };
  nodes.forEach((_, node) => {
    if (!seen.has(node)) enter(node);
  });
  return order.filter((node) => settled[node] === undefined);
}
