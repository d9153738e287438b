/** A diagram beside the network that is asked for, in one way to read it. */

import { type Form, type Wanted } from './expectation.ts';
import { type Flows } from './flow.ts';
import { type Meaning } from './meaning.ts';
import { type Recognition } from './recognition.ts';
import { type Reference } from './reference.ts';
import { type SameValue } from './sameValue.ts';
import { type Sketch } from './sketch.ts';

/** A parameter that is written on an edge. */
export interface ParameterLabel {
  /** the parameter's node */
  readonly parameter: number;
  /** where its value goes; undefined: it must not stand there */
  readonly to?: number | undefined;
  /** place in the sketch's edges */
  readonly edge: number;
}

/** What all readings of a diagram share. */
export interface Subject {
  readonly sketch: Sketch;
  readonly reference: Reference;
  readonly recognitions: readonly Recognition[];
  readonly same: SameValue;
  readonly countRoles: boolean;
}

/** Nodes that are drawn as one, and those of them whose name is missing there. */
export interface Merging {
  readonly merged: Form['merged'];
  readonly unnamed: readonly number[];
}

/** Everything that differences are found from. */
export interface Case extends Subject, Merging {
  readonly meanings: readonly Meaning[];
  readonly flows: Flows;
  readonly labels: readonly ParameterLabel[];
  readonly wanted: ReadonlyMap<string, Wanted>;
  /** targets that are drawn as nodes */
  readonly drawn: ReadonlySet<number>;
}
