import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { questionAt, questionNaming } from '../../../../src/core/taskset/authoring/questionAt.ts';

const STEPS = readFileSync('media/template/1-first-steps/task.yaml', 'utf8');
const PROGRAM = readFileSync('media/template/4-program/task.yaml', 'utf8');

const at = (text: string) => questionAt(STEPS, STEPS.indexOf(text));

describe('the question that a place belongs to', () => {
  it.each([
    ['title: First', undefined],
    ['id: 1a', '1a'],
    ['There the square is zero', '1a'],
    ['right-minus-wrong', '1b'],
    ['maxWords', '1c'],
  ])('%s', (text, question) => {
    expect(at(text)).toBe(question);
  });

  it('is known while the text is half typed', () => {
    const half = STEPS.slice(0, STEPS.indexOf('multiple: true')).concat('    opti');
    expect(questionAt(half, half.length)).toBe('1b');
  });

  it.each([
    ['solution/attack.ts', '4a'],
    ['given/attack.ts', '4b'],
    ['prompt.md', undefined],
  ])('that names %s', (file, question) => {
    expect(questionNaming(PROGRAM, file)).toBe(question);
  });
});
