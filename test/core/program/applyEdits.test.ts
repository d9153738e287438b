import { describe, expect, it } from 'vitest';
import { type LineEdit } from '../../../src/core/answer/answer.ts';
import { applyEdits } from '../../../src/core/program/applyEdits.ts';

const PROGRAM = 'one\ntwo\nthree\n';

const replace = (line: number, text: string): LineEdit => ({ line, action: 'replace', text });
const after = (line: number, text: string): LineEdit => ({ line, action: 'insert-after', text });
const remove = (line: number): LineEdit => ({ line, action: 'delete' });

function edited(edits: readonly LineEdit[], program = PROGRAM): string {
  const { text, complaints } = applyEdits(program, edits);
  expect(complaints).toEqual([]);
  return text;
}

describe('edits by line number', () => {
  it.each<[string, readonly LineEdit[], string]>([
    ['nothing', [], 'one\ntwo\nthree\n'],
    ['a replaced line', [replace(2, 'TWO')], 'one\nTWO\nthree\n'],
    ['a line replaced by several', [replace(2, 'a\nb\nc')], 'one\na\nb\nc\nthree\n'],
    ['a line replaced by an empty one', [replace(2, '')], 'one\n\nthree\n'],
    ['a deleted line', [remove(2)], 'one\nthree\n'],
    ['a deleted line with blank text', [{ ...remove(2), text: ' ' }], 'one\nthree\n'],
    ['all lines deleted', [remove(1), remove(2), remove(3), remove(4)], ''],
    ['a line before the first', [after(0, 'zero')], 'zero\none\ntwo\nthree\n'],
    ['a line after the last', [after(3, 'four')], 'one\ntwo\nthree\nfour\n'],
    ['after the empty line that an editor shows last', [after(4, 'x')], 'one\ntwo\nthree\n\nx'],
    [
      'several after the same line, in order',
      [after(1, 'a'), after(1, 'b')],
      'one\na\nb\ntwo\nthree\n',
    ],
    ['after a replaced line', [after(2, 'b'), replace(2, 'a')], 'one\na\nb\nthree\n'],
    ['after a deleted line', [remove(2), after(2, 'b')], 'one\nb\nthree\n'],
    ['a line break at the end of the new text', [replace(2, 'TWO\n')], 'one\nTWO\nthree\n'],
    ['two line breaks at its end', [replace(2, 'TWO\n\n')], 'one\nTWO\n\nthree\n'],
    ['numbers of the program before, in any order', [remove(3), remove(1), replace(2, 'x')], 'x\n'],
    [
      'blanks, tabs and other alphabets',
      [replace(1, '\t  größer 𝒛 →')],
      '\t  größer 𝒛 →\ntwo\nthree\n',
    ],
  ])('make %s', (_, edits, expected) => {
    expect(edited(edits)).toBe(expected);
  });

  it('keep the line breaks of the program', () => {
    expect(edited([replace(2, 'a\nb')], 'one\r\ntwo\r\n')).toBe('one\r\na\r\nb\r\n');
    expect(edited([replace(2, 'a\r\nb')], 'one\ntwo')).toBe('one\na\nb');
    expect(edited([after(1, 'x')], 'one')).toBe('one\nx');
    expect(edited([replace(1, 'x')], '')).toBe('x');
  });

  it('say of every line where it was and where it is, and which edit it comes from', () => {
    const { rows } = applyEdits('a\nb\nc', [remove(3), after(0, 'x'), replace(2, 'p\nq')]);
    expect(rows).toEqual([
      { kind: 'added', text: 'x', edit: 1, after: 1 },
      { kind: 'kept', before: 1, text: 'a', after: 2 },
      { kind: 'removed', before: 2, text: 'b', edit: 2 },
      { kind: 'added', text: 'p', edit: 2, after: 3 },
      { kind: 'added', text: 'q', edit: 2, after: 4 },
      { kind: 'removed', before: 3, text: 'c', edit: 0 },
    ]);
  });

  it('are many', () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => `line ${i + 1}`);
    const edits = lines.flatMap((line, i) => [
      { ...replace(i + 1, 'x'), was: line },
      after(1, 'y'),
    ]);
    const { rows, complaints } = applyEdits(lines.join('\n'), edits.slice(0, 10_000));
    const clashing = applyEdits(
      'one',
      Array.from({ length: 10_000 }, () => replace(1, 'x')),
    );
    expect(complaints).toEqual([]);
    expect(rows.filter(({ kind }) => kind === 'added')).toHaveLength(10_000);
    expect(clashing.complaints).toHaveLength(9_999);
  });
});

describe('an edit that cannot be made', () => {
  const complaint = (edits: readonly LineEdit[], program = PROGRAM) =>
    applyEdits(program, edits).complaints.map(({ edit, message }) => `${edit}: ${message}`);

  it.each<[string, LineEdit, string]>([
    ['line 0', replace(0, 'x'), '(replace line 0): the program has the lines 1 to 4.'],
    ['a line beyond the end', remove(5), '(delete line 5): the program has the lines 1 to 4.'],
    [
      'a negative line',
      after(-1, 'x'),
      '(insert after line -1): the program has the lines 1 to 4, and 0 stands for the place before them.',
    ],
    ['a huge line', remove(2 ** 53 - 1), '(delete line 9007199254740991): the program has'],
    ['no new text', { line: 1, action: 'replace' }, '(replace line 1): the new text is missing.'],
    ['no extra text', { line: 1, action: 'insert-after' }, 'the new text is missing.'],
    [
      'text for a deleted line',
      { line: 1, action: 'delete', text: 'x' },
      'a deleted line has no new text; to put text in its place, replace it.',
    ],
    ['binary text', replace(1, 'a\u0000b'), 'it contains the control character U+0000.'],
    ['an escape sequence', after(1, '\u001b[31m'), 'it contains the control character U+001B.'],
    ['half a character', replace(1, 'a\ud835'), 'it contains half a character.'],
    [
      'a line that has changed since',
      { ...replace(2, 'x'), was: 'second' },
      'the program has changed since: the line read `second`, and now reads `two`.',
    ],
    [
      'a line that was empty',
      { ...remove(2), was: '' },
      'the line read nothing, and now reads `two`.',
    ],
    [
      'a long line that has changed',
      { ...remove(2), was: `\`${'x'.repeat(99)}` },
      `the line read \`'${'x'.repeat(59)}…\`, and now`,
    ],
  ])('is told with its number and line: %s', (_, edit, message) => {
    const [said, ...others] = complaint([after(1, 'fine'), edit]);
    expect(said).toContain('1: Edit 2 (');
    expect(said).toContain(message);
    expect(others).toEqual([]);
  });

  it('is the second one that changes a line', () => {
    expect(complaint([remove(2), after(2, 'x'), replace(2, 'x'), remove(2)])).toEqual([
      '2: Edit 3 (replace line 2): edit 1 changes the same line already; a line can be changed once.',
      '3: Edit 4 (delete line 2): edit 1 changes the same line already; a line can be changed once.',
    ]);
  });

  it('is left out of the program, and holds up no other', () => {
    const { text, complaints } = applyEdits(PROGRAM, [remove(9), replace(2, 'TWO'), remove(2)]);
    expect(text).toBe('one\nTWO\nthree\n');
    expect(complaints.map(({ edit }) => edit)).toEqual([0, 2]);
    expect(applyEdits(PROGRAM, [{ line: 2, action: 'replace' }, remove(2)]).text).toBe(
      'one\nthree\n',
    );
  });

  it('is none where only blanks at the end of the line have changed', () => {
    expect(complaint([{ ...remove(1), was: 'one ' }], 'one\t\r\ntwo')).toEqual([]);
    expect(complaint([{ ...after(0, 'x'), was: 'whatever' }])).toEqual([]);
  });
});
