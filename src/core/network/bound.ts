/** What the differences of a reading cost at least, while only some of its nodes are settled. */

import { type Merging, type Subject } from './case.ts';
import { type Settled } from './choices.ts';
import { type Form, edgeKey, expectation, ownerOf, standIn } from './expectation.ts';
import { isMeant } from './flow.ts';
import { type Meaning, costOf } from './meaning.ts';
import { type SketchEdge } from './sketch.ts';

export class Bound {
  readonly #subject: Subject;
  readonly #form: Form;
  /** edges of the network, as keys */
  readonly #edges: ReadonlySet<string>;
  /** so many edges of the network cannot be there, since fewer are drawn */
  readonly #short: number;

  constructor(subject: Subject, { merged }: Merging) {
    const { sketch, reference } = subject;
    this.#subject = subject;
    this.#form = { merged, parts: [] };
    const wanted = expectation(reference, this.#form);
    this.#edges = new Set(wanted.keys());
    const isOptional = (node: number): boolean => reference.nodes[node]?.authored.optional === true;
    const needed = [...wanted.values()].filter(
      ({ from, to, optional }) => !optional && !isOptional(from) && !isOptional(to),
    );
    const labels = sketch.edges.reduce((sum, edge) => sum + edge.labels.length, 0);
    this.#short = needed.length - sketch.edges.length - labels;
  }

  /** What a choice adds: the flaw of the node, and its edges to settled nodes that cannot be right. */
  added(node: number, choice: Meaning, settled: Settled): Added {
    const around = this.#subject.sketch.around[node] ?? [];
    const meaningOf = (place: number): Meaning | undefined =>
      place === node ? choice : settled[place];
    const own = choice.as === 'outside' ? Number(around.length === 0) : costOf(choice);
    return { own, ...this.#wrongAmong(around, meaningOf) };
  }

  /** What is wrong between nodes that are settled from the start. */
  start(settled: Settled): Added {
    return { own: 0, ...this.#wrongAmong(this.#subject.sketch.edges, (node) => settled[node]) };
  }

  /** With the edges that must be missing. */
  total({ own, wrong, turned }: Added): number {
    return own + wrong + turned + Math.max(0, this.#short + wrong);
  }

  #wrongAmong(
    edges: readonly SketchEdge[],
    meaningOf: (node: number) => Meaning | undefined,
  ): Omit<Added, 'own'> {
    const found = edges.map(({ from, to }) => this.#fit(meaningOf(from), meaningOf(to)));
    return {
      wrong: found.filter((fit) => fit === 'wrong').length,
      turned: found.filter((fit) => fit === 'turned').length,
    };
  }

  #fit(from: Meaning | undefined, to: Meaning | undefined): 'wrong' | 'turned' | 'maybe' {
    if (from === undefined || to === undefined) return 'maybe';
    if (!isMeant(from) || !isMeant(to)) return 'wrong';
    const { reference } = this.#subject;
    const [begin, end] = [from.target, to.target].map((target) => standIn(target, this.#form));
    const [source, goal] = [from.target, to.target].map((target) =>
      standIn(ownerOf(target, reference), this.#form),
    );
    if (from.as === 'between') return begin === end ? 'maybe' : 'wrong';
    if (source === undefined || goal === undefined) return 'maybe';
    if (from.target >= reference.nodes.length && source === goal) return 'maybe';
    if (this.#edges.has(edgeKey(source, goal))) return 'maybe';
    return this.#edges.has(edgeKey(goal, source)) ? 'turned' : 'wrong';
  }
}

export interface Added {
  /** of nodes */
  readonly own: number;
  /** edges where there can be none */
  readonly wrong: number;
  /** edges that may be turned round ones of the network */
  readonly turned: number;
}
