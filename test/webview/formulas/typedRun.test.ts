import { describe, expect, it } from 'vitest';
import { Letters } from '../../../webview/controls/letters.ts';
import { type Step, TypedRun } from '../../../webview/controls/typedRun.ts';

const letters = new Letters([
  'a_j',
  'x_i',
  String.raw`x_{\text{max}}`,
  'i',
  String.raw`\mathcal{E}`,
]);

/** What has to be done at the last of these keys. */
function last(keys: string) {
  const run = new TypedRun(() => letters);
  let reading: ReturnType<TypedRun['take']> | undefined;
  for (const key of keys) reading = run.take(key);
  return reading;
}

const PASSED = { before: [], isTaken: false };
const TAKEN = { before: [], isTaken: true };
const leaves = (times: number): readonly Step[] => Array.from({ length: times }, () => 'leave');

describe('what was typed in one go', () => {
  it.each([
    ['x_i-', 1],
    ['c_ij)', 1],
    ['c_ij', 0],
    ['W_i,', 0],
    ['h_2^', 1],
    ['x^T_', 1],
    ['e^x^', 0],
    ['x^2y', 1],
    ['x^2yz', 0],
    ['x^Tw', 1],
    ['x^25', 0],
    ['e^-', 0],
    ['sum_j=', 0],
    ['x_j=', 1],
    ['sum_j=1^', 1],
    ['a+b-', 0],
    ['a/b+', 1],
    ['a/b/', 1],
    ['a/b*', 1],
    ['a/bc', 0],
    ['a/x_i+', 2],
    ['(a/x_i)', 2],
    ['1/(a+', 0],
    ['1/(a+b)+', 1],
    ['e^(-x)', 0],
    ['e^(-x)y', 1],
    ['x_i-c', 0],
    ['h_1x', 1],
    ['c_ija', 1],
    ['c_ii', 0],
    ['x_ma', 0],
    ['x_max', 0],
    ['w_jE', 0],
    ['w_jex', 0],
    ['w_{ja', 0],
    ['x_i)', 1],
  ])('tells how much is over at the end of %s', (keys, times) => {
    expect(last(keys)).toEqual({ before: leaves(times), isTaken: false });
  });

  it('takes out of an index what turns out not to belong there', () => {
    const before = (retake: number, latex: string) => ({
      before: [{ retake, leaves: true, latex }],
    });
    expect(last('w_jb_')).toMatchObject(before(1, 'b'));
    expect(last('w_jdz_')).toMatchObject(before(2, 'dz'));
    expect(last('w_jexp')).toMatchObject(before(2, String.raw`\exp`));
    expect(last('w_jtanh')?.before).toEqual([
      { retake: 1, leaves: false, latex: String.raw`\tanh` },
    ]);
    expect(last('w_{jb_')).toEqual(PASSED);
  });

  it('keeps together what stands in braces', () => {
    expect(last('h_{')).toEqual(TAKEN);
    expect(last('h_{t-')).toEqual(PASSED);
    expect(last('h_{t-1}')).toEqual({ before: leaves(1), isTaken: true });
    expect(last('h_{x_i}')).toEqual({ before: leaves(2), isTaken: true });
    expect(last('a{')).toEqual(PASSED);
    expect(last('a}')).toEqual(PASSED);
  });

  it('makes a norm of two bars, and ends it at the next two', () => {
    expect(last('|')).toEqual(PASSED);
    expect(last('||')).toEqual({ before: ['make-norm'], isTaken: true });
    expect(last('||w|')).toEqual(TAKEN);
    expect(last('||w||')).toEqual({ before: leaves(1), isTaken: true });
    expect(last('||w_i|')).toEqual({ before: leaves(1), isTaken: true });
    expect(last('||w||_1')).toEqual(PASSED);
  });

  it('tells one value beside another from a norm', () => {
    expect(last('|a|')).toEqual(PASSED);
    expect(last('|a||')).toEqual(PASSED);
    expect(last('|a||b|')).toEqual(PASSED);
    expect(last('|x_i|')).toEqual({ before: leaves(1), isTaken: false });
    // a bar was held back that opens a value inside the norm
    expect(last('||a+|b')?.before).toEqual(['open-bar']);
  });

  it('makes a power of two stars', () => {
    expect(last('h_2*')).toEqual({ before: leaves(1), isTaken: false });
    expect(last('h_2**')).toEqual({ before: ['make-power'], isTaken: true });
    expect(last('h_2**2)')?.before).toEqual(leaves(1));
  });

  it('takes the space behind a word for its end, and leaves no bracket with it', () => {
    expect(last('sum ')).toEqual(TAKEN);
    expect(last('xsum ')).toEqual(PASSED);
    expect(last('x_i ')).toEqual({ before: leaves(1), isTaken: true });
    expect(last('(x_i - ')).toEqual(TAKEN);
    expect(last('a/b_1 ')).toEqual({ before: leaves(1), isTaken: true });
    expect(last('h_{t ')).toEqual(TAKEN);
    expect(last(' ')).toEqual(PASSED);
  });

  it('does not open again what a word has opened', () => {
    expect(last('sqrt(')).toEqual(TAKEN);
    expect(last('sqrt(x_i)')).toEqual({ before: leaves(2), isTaken: true });
    expect(last('exp(')).toEqual(PASSED);
  });

  it('does without dollars', () => {
    expect(last('$')).toEqual(TAKEN);
  });

  it('forgets when the caret goes elsewhere', () => {
    const run = new TypedRun();
    for (const key of 'x_i') run.take(key);
    run.end();
    expect(run.take('-').before).toEqual([]);
  });
});
