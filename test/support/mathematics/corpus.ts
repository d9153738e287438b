/** The corpus of answers: one file a derivation, with what students write, right and wrong. */

import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { at, root } from '../../../scripts/project.ts';

export interface WrongAnswer {
  readonly answer: string;
  /** the slip that it shows, as `findSlip` names it */
  readonly slip?: string;
}

export interface Derivation {
  readonly title: string;
  readonly declare: string;
  readonly where: readonly string[];
  readonly reference: string;
  readonly right: readonly string[];
  readonly wrong: readonly WrongAnswer[];
  /** what cannot be read, or whose shapes do not fit */
  readonly invalid: readonly string[];
  /** what can be read in two ways, and has to be asked back */
  readonly ambiguous: readonly string[];
}

/** An answer that wants to harm: pieces of text, some of them many times over. */
export interface HostileAnswer {
  readonly what: string;
  readonly pieces: readonly (string | readonly [string, number])[];
  /** the verdicts that are all right */
  readonly expect: readonly string[];
}

export interface HostileAnswers {
  readonly title: string;
  readonly declare: string;
  readonly reference: string;
  readonly cases: readonly HostileAnswer[];
}

export interface NamedDerivation extends Derivation {
  /** of its file, as in `exam-3a` */
  readonly name: string;
}

export function derivations(): NamedDerivation[] {
  return corpusFiles()
    .map((file) => ({ ...read(file), name: basename(file, '.json') }))
    .filter((each): each is NamedDerivation => 'right' in each);
}

export function hostileAnswers(): HostileAnswers {
  const found = corpusFiles().map(read);
  const hostile = found.find((each): each is HostileAnswers => 'cases' in each);
  if (hostile === undefined) throw new Error('no file of hostile answers in the corpus');
  return hostile;
}

export function textOf({ pieces }: HostileAnswer): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : piece[0].repeat(piece[1])))
    .join('');
}

function corpusFiles(): string[] {
  return globSync('test/core/math/corpus/*.json', { cwd: root }).sort();
}

function read(file: string): object {
  return JSON.parse(readFileSync(at(file), 'utf8')) as object;
}
