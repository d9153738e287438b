/** A diagram question as loaded: the network that is asked for, and what else counts as it. */

import { type DiagramAnswer, type DiagramEdge, type NodeRole } from '../answer/answer.ts';
import { type VerdictKind } from '../grade/verdict.ts';
import { type Declarations } from '../math/declarations.ts';
import { type Place } from './place.ts';

export interface ReferenceNode {
  readonly id: string;
  /** formula as the author wrote it */
  readonly label: string;
  readonly role?: NodeRole | undefined;
}

export interface DiagramExample {
  readonly at: Place;
  readonly name: string;
  readonly answer: DiagramAnswer;
  readonly verdict: VerdictKind;
  readonly points?: number | undefined;
}

export interface DiagramFields {
  readonly declarations: Declarations;
  /** LaTeX that label fields offer; undefined: all letters */
  readonly palette?: readonly string[] | undefined;
  readonly nodes: readonly ReferenceNode[];
  readonly edges: readonly DiagramEdge[];
  readonly examples: readonly DiagramExample[];
}
