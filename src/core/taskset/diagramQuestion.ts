/** A diagram question as loaded: the network that is asked for, and what else counts as it. */

import { type DiagramAnswer } from '../answer/answer.ts';
import { type VerdictKind } from '../grade/verdict.ts';
import { type Declarations } from '../math/declarations.ts';
import { type Network } from '../network/network.ts';
import { type Place } from './place.ts';

/** Another network that is accepted, or recognised by its name and worth less. */
export interface AlternativeNetwork extends Network {
  readonly name: string;
  /** Markdown with LaTeX */
  readonly feedback?: string | undefined;
  /** what it earns without a difference */
  readonly points: number;
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
  readonly network: Network;
  readonly alternatives: readonly AlternativeNetwork[];
  /** what becomes of a role that contradicts the network's: a remark, or a difference; undefined: nothing */
  readonly roles?: 'shown' | 'counted' | undefined;
  readonly examples: readonly DiagramExample[];
}
