import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { problemText } from '../../../src/core/taskset/problem.ts';
import { inspectSet } from '../../../src/core/validate/inspectSet.ts';
import { markdownInspector } from '../../../src/typeset/inspectMarkdown.ts';
import { SMALL_SET, filesOf, smallSet, spoiled } from '../../support/taskSet.ts';

const inspector = markdownInspector(katex);

function found(texts: Readonly<Record<string, string>>) {
  const { problems, warnings } = inspectSet(filesOf(texts), [smallSet(texts)], inspector);
  return { problems: problems.map(problemText), warnings: warnings.map(problemText) };
}

function spoiledBy(from: string, to: string, file = 'first/task.yaml') {
  return found(spoiled(file, from, to));
}

describe('looking through a right task set', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(found(SMALL_SET)).toEqual({ problems: [], warnings: [] });
  });

  it('names a formula that cannot be typeset, at its line and column', () => {
    const { problems } = spoiledBy('Look at this:', 'Look at\n  this $a + \\fraq b$:');
    expect(problems).toEqual([
      'first/task.yaml:4:13: the formula $a + \\fraq b$ cannot be typeset: Undefined control sequence: \\fraq',
    ]);
  });

  it('looks into options, hints and files', () => {
    expect(spoiledBy('text: That', "text: '$\\oops$'").problems[0]).toContain('14:24');
    const hinted = spoiledBy('    prompt: Which one?', '    hints: [$\\oops$]\n    prompt: One?');
    expect(hinted.problems).toHaveLength(1);
    expect(spoiledBy('Why?', 'Why\n\n$$\\oops$$\n', 'second/3a.md').problems).toEqual([
      'second/3a.md:3:3: the formula $\\oops$ cannot be typeset: Undefined control sequence: \\oops',
    ]);
  });

  it('names a formula without an end, and nothing about money', () => {
    expect(spoiledBy('Which one?', 'Which one is $\\frac12?').problems[0]).toContain('has no end');
    expect(spoiledBy('Which one?', 'Which costs 5 $ or 6 $?').problems).toEqual([]);
  });

  it.each([
    ['javascript:alert(1)', 'must lead to a well-formed http or https address'],
    ['http://', 'must lead to a well-formed http or https address'],
    ['notes.md', "leads to 'notes.md', but the task has no such file"],
  ])('names the link %s', (target, message) => {
    const { problems } = spoiledBy('Look at this:', `Look [here](${target}):`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('first/task.yaml:3:');
    expect(problems[0]).toContain(message);
  });

  it.each(['https://example.org/a?b#c', 'http://localhost:8080', 'figure.svg'])(
    'follows the link %s',
    (target) => {
      expect(spoiledBy('Look at this:', `Look [here](${target}):`).problems).toEqual([]);
    },
  );

  it('names a text of nothing but spaces', () => {
    const { problems } = spoiledBy('prompt: Which one?', "prompt: Which?\n    explanation: ' '");
    expect(problems).toEqual(['first/task.yaml:12:18: the text is empty']);
  });

  it('names options that read alike', () => {
    const { problems } = spoiledBy('text: That,', "text: 'This',");
    expect(problems).toEqual(['first/task.yaml:14:24: options 1 and 2 have the same text']);
  });

  it('warns of a hint that is the answer', () => {
    const told = '    maxWords: 5\n    hints: [Say because  of that.]';
    const { warnings } = found(
      Object.fromEntries(
        Object.entries(spoiled('second/task.yaml', '    maxWords: 5', told)).map(([file, text]) => [
          file,
          text.replace('Because of that.', 'because of that.'),
        ]),
      ),
    );
    expect(warnings).toEqual(['second/task.yaml:9:13: the hint contains the right answer']);
  });

  it('warns of files and folders that nothing refers to', () => {
    const { warnings } = found({
      ...SMALL_SET,
      'first/old.svg': '<svg/>',
      'first/README.md': 'for people',
      'third/task.yaml': 'title: Third',
      'third/a.md': 'text',
    });
    expect(warnings).toEqual([
      'first/old.svg:1:1: nothing refers to this file',
      'third:1:1: the folder is no task of the set',
    ]);
  });

  it('warns of a model that comes from nowhere', () => {
    const { warnings } = spoiledBy(', source: made for tests', '', 'second/task.yaml');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('write it into source');
  });
});
