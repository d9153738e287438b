/**
 * A diagram while it is being drawn: what is selected, from where an arrow is being drawn, and the way back. The answer
 * is what stands here now; the way back is known to this view only.
 */

import { type AnswerOf } from '../../../src/protocol/messages.ts';
import {
  type Arrow,
  EMPTY,
  type Graph,
  answerOf,
  arrowOf,
  between,
  graphOf,
  nodeOf,
  numberOf,
  withArrow,
  withNode,
} from './graph.ts';
import { type Point } from './plane.ts';

type Answer = AnswerOf['diagram'];

export type Picked =
  { readonly kind: 'node'; readonly id: string } | { readonly kind: 'arrow'; readonly key: number };

/** Two answers that say the same read the same. */
const saying = (answer: Answer | undefined): string => JSON.stringify(answer ?? {});

const KEPT = 200;

export class Sketch {
  #graph: Graph = EMPTY;
  #past: readonly Graph[] = [];
  #future: readonly Graph[] = [];
  /** what the last change was a part of: typing one label is one change */
  #run: string | undefined;
  /** the answer that the graph says, to tell it from one that came from elsewhere */
  #said: string | undefined;
  #lastNode = 0;
  #lastKey = 0;
  #picked: Picked | undefined;
  /** the node from which an arrow is being drawn by keyboard */
  from: string | undefined;

  get graph(): Graph {
    return this.#graph;
  }

  /** Takes an answer that did not come from here. */
  adopt(answer: Answer | undefined): void {
    if (saying(answer) === this.#said) return;
    this.#said = saying(answer);
    this.#show(graphOf(answer, this.#lastKey + 1));
    this.#past = [];
    this.#future = [];
    this.#run = undefined;
    this.#lastKey += this.#graph.arrows.length;
    this.#lastNode = Math.max(0, ...this.#graph.nodes.map(({ id }) => numberOf(id)));
  }

  answer(): Answer | undefined {
    const answer = answerOf(this.#graph);
    this.#said = saying(answer);
    return answer;
  }

  get picked(): Picked | undefined {
    return this.#picked;
  }

  pick(picked: Picked | undefined): void {
    this.#picked = picked;
    this.#run = undefined;
  }

  /** @param run changes in a row with the same name are taken back as one */
  change(graph: Graph, run?: string): void {
    if (run === undefined || run !== this.#run)
      this.#past = [...this.#past, this.#graph].slice(-KEPT);
    this.#run = run;
    this.#future = [];
    this.#show(graph);
  }

  /** Writes down what was plain to see already: nothing that could be taken back. */
  settle(graph: Graph): void {
    this.#graph = graph;
  }

  /** @returns the id of the new node, which is selected */
  addNode(label: string, at?: Point): string {
    const id = this.freshId();
    this.change(withNode(this.#graph, { id, label, at }));
    this.pick({ kind: 'node', id });
    return id;
  }

  readonly freshId = (): string => {
    this.#lastNode += 1;
    return `n${this.#lastNode}`;
  };

  readonly freshKey = (): number => {
    this.#lastKey += 1;
    return this.#lastKey;
  };

  /** Selects it. @returns whether it is new: what leads from one node to another does so once */
  connect(from: string, to: string): boolean {
    this.from = undefined;
    const known = between(this.#graph, from, to);
    const arrow: Arrow = known ?? { from, to, key: this.freshKey() };
    if (known === undefined) this.change(withArrow(this.#graph, arrow));
    this.pick({ kind: 'arrow', key: arrow.key });
    return known === undefined;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** @returns whether there was something to take back */
  undo(): boolean {
    const before = this.#past.at(-1);
    if (before === undefined) return false;
    this.#past = this.#past.slice(0, -1);
    this.#future = [this.#graph, ...this.#future];
    this.#run = undefined;
    this.#show(before);
    return true;
  }

  redo(): boolean {
    const [after, ...later] = this.#future;
    if (after === undefined) return false;
    this.#past = [...this.#past, this.#graph];
    this.#future = later;
    this.#run = undefined;
    this.#show(after);
    return true;
  }

  /** What is no longer there is no longer selected. */
  #show(graph: Graph): void {
    this.#graph = graph;
    if (this.from !== undefined && !nodeOf(graph, this.from)) this.from = undefined;
    const { picked } = this;
    const isThere =
      picked?.kind === 'node' ? nodeOf(graph, picked.id) : picked && arrowOf(graph, picked.key);
    if (!isThere) this.#picked = undefined;
  }
}
