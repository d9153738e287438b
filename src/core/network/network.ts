/** A network that is asked for: what has to be drawn, and what else counts as the same. */

import { type NodeRole } from '../answer/answer.ts';

export interface NetworkNode {
  readonly id: string;
  /** formula as the author wrote it */
  readonly label: string;
  /** other labels for it: formulas, or words as they are */
  readonly also: readonly string[];
  /** what it may be called; none: anything */
  readonly roles: readonly NodeRole[];
  /** it may be left out together with its edges */
  readonly optional: boolean;
  /** it may be drawn more than once */
  readonly copies: boolean;
  /** edges on which its label does what an edge from it to their end would do */
  readonly onEdges: readonly NodePair[];
  /** steps of its calculation may stand as nodes between its inputs and it */
  readonly between: boolean;
  /** the node with which it may be one node, whose label names both */
  readonly mergedWith?: string | undefined;
}

/** Ids of nodes. */
export interface NodePair {
  readonly from: string;
  readonly to: string;
}

export interface NetworkEdge extends NodePair {
  readonly label?: string | undefined;
  readonly optional: boolean;
}

export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
}
