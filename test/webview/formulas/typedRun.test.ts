import { describe, expect, it } from 'vitest';
import { TypedRun, endsScript } from '../../../webview/controls/typedRun.ts';

/** What has to be done at the last of these keys. */
function last(keys: string) {
  const run = new TypedRun();
  let reading: ReturnType<TypedRun['take']> | undefined;
  for (const key of keys) reading = run.take(key);
  return reading;
}

describe('what was typed in one go', () => {
  it.each([
    ['x_i', '-', true],
    ['c_ij', ')', true],
    ['c_i', 'j', false],
    ['W_i', ',', false],
    ['h_2', '^', true],
    ['x^T', '_', true],
    ['e^x', '^', false],
    ['x^2', 'y', true],
    ['x^T', 'w', false],
    ['x^2', '5', false],
    ['e^', '-', false],
    ['sum_j', '=', false],
    ['x_j', '=', true],
    ['sum_j=1', '^', true],
    ['a+b', '-', false],
  ])('says whether %s is over at %s', (run, key, isOver) => {
    expect(endsScript(run, key)).toBe(isOver);
  });

  it('leaves an index once only', () => {
    expect(last('x_i-')?.before).toEqual(['leave']);
    expect(last('x_i-c')?.before).toEqual([]);
    expect(last('x^2y')?.before).toEqual(['leave']);
    expect(last('x^2yz')?.before).toEqual([]);
  });

  it('keeps together what stands in braces', () => {
    expect(last('h_{')).toEqual({ before: [], isTaken: true });
    expect(last('h_{t-')).toEqual({ before: [], isTaken: false });
    expect(last('h_{t-1}')).toEqual({ before: ['leave'], isTaken: true });
    expect(last('a{')).toEqual({ before: [], isTaken: false });
  });

  it('makes a norm of two bars, and ends it at the next two', () => {
    expect(last('|')).toEqual({ before: [], isTaken: false });
    expect(last('||')).toEqual({ before: ['make-norm'], isTaken: true });
    expect(last('||w|')).toEqual({ before: [], isTaken: true });
    expect(last('||w||')).toEqual({ before: ['leave'], isTaken: true });
    expect(last('||w_i|')?.before).toEqual(['leave']);
  });

  it('tells one value beside another from a norm', () => {
    expect(last('|a|')).toEqual({ before: [], isTaken: false });
    expect(last('|a||')).toEqual({ before: [], isTaken: false });
    expect(last('|a||b|')).toEqual({ before: [], isTaken: false });
    // a bar was held back that opens a value inside the norm
    expect(last('||a+|b')?.before).toEqual(['open-bar']);
  });

  it('takes the space behind a word for its end', () => {
    expect(last('sum ')?.isTaken).toBe(true);
    expect(last('x_i ')?.isTaken).toBe(false);
    expect(last('xsum ')?.isTaken).toBe(false);
  });

  it('forgets when the caret goes elsewhere', () => {
    const run = new TypedRun();
    run.take('x');
    run.take('_');
    run.take('i');
    run.end();
    expect(run.take('-').before).toEqual([]);
  });
});
