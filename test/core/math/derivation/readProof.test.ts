import { describe, expect, it } from 'vitest';
import { readProof } from '../../../../src/core/math/derivation/readProof.ts';
import { readTask } from '../../../../src/core/math/derivation/readTask.ts';
import { readDeclarations } from '../../../../src/core/math/read/readDeclarations.ts';
import { latexOf } from '../../../../src/core/math/show/latexOf.ts';
import { type Checked } from '../../../../src/core/math/shape/checked.ts';
import { derivation } from '../../../support/derivations.ts';

const read = readDeclarations('x: vector d; w: vector d; a, b, c: scalar; i: index d');
if (!read.ok) throw new Error('the letters cannot be read');
const declarations = read.value;

const task = readTask(
  { start: 'a', relation: '<=', goal: 'c', facts: [], factsPerStep: 2 },
  declarations,
);
if (!task.ok) throw new Error(task.error.message);
const { claim } = task.value;

const shown = ({ expression }: Checked) => latexOf(expression, declarations);

/** `1: a <= b`, one link a line, by step. */
function linksIn(text: string): string[] {
  const proof = readProof(claim, derivation(text).steps, declarations);
  if (!proof.ok) throw new Error(proof.error.complaint.message);
  return proof.value.chains.map(({ first, links }) =>
    [
      shown(first),
      ...links.map(({ relation, right, step }) => `${relation} ${shown(right)} (${step + 1})`),
    ].join(' '),
  );
}

/** The step, the message, and the part of the step's text that it is about. */
function complaintIn(text: string): string {
  const { steps } = derivation(text);
  const proof = readProof(claim, steps, declarations);
  if (proof.ok) throw new Error('expected a complaint');
  const { step, complaint } = proof.error;
  const { start, end } = complaint.span;
  return `${step + 1} '${steps[step]?.latex.slice(start, end) ?? ''}' ${complaint.message}`;
}

describe('reading the steps of a derivation', () => {
  it.each([
    ['a\n<= b\n= c', ['a <= b (2) = c (3)']],
    ['a <= b = c', ['a <= b (1) = c (1)']],
    ['a\n<= b = c\n<= a + c', ['a <= b (2) = c (2) <= a + c (3)']],
    ['a\n<= b\n\nb\n<= c', ['a <= b (2)', 'b <= c (4)']],
    ['<= b\n<= c', ['a <= b (1) <= c (2)']],
    [String.raw`\le b` + '\n' + String.raw`\leq c`, ['a <= b (1) <= c (2)']],
    ['a <= b\n\n|x_i| <= b', ['a <= b (1)', String.raw`\left|x_{i}\right| <= b (2)`]],
    ['a', ['a']],
  ])('%j', (text, chains) => {
    expect(linksIn(text)).toEqual(chains);
  });

  it('keeps reasons by step, wherever they were written', () => {
    const proof = readProof(
      claim,
      derivation('a\n<= b # by a lemma\n= c, because b = c').steps,
      declarations,
    );
    expect(proof.ok && proof.value.reasons).toEqual(['', 'by a lemma', 'because b = c']);
  });

  it.each([
    ['a\n<= (b', /^2 '\(' .*never closed/],
    ['a\n<= \\ge b', /^2 '.*' .*marked “<=” but begins with “>=”/],
    ['a\n= q', /^2 'q' .*q/],
    ['a\n= x', /^2 'x' .*vector of size d/],
    [String.raw`a \leq ` + 'b +', /^1 '\+' /],
    [String.raw`  \leq b + q`, /^1 'q' /],
    ['a\n= b as we know from before', /^2 .*write them in the step's reason/],
    ['a\n=', /^2 '' |^2 /],
  ])('complains at the place: %j', (text, expected) => {
    expect(complaintIn(text)).toMatch(expected);
  });

  it('bounds the length of a derivation', () => {
    expect(complaintIn(`a${'\n= a'.repeat(61)}`)).toMatch(/^62 'a' .* 60 relations/);
    expect(complaintIn('a\n\n'.repeat(101))).toMatch(/^101 'a' .* 100 steps/);
  });
});
