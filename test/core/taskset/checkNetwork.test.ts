import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../support/taskSet.ts';

const HEAD = `format: 1
id: networks
title: Networks
language: en
version: 1.0.0
points: 2
tasks: [one]
`;

/** One question of a network x -> h -> y; what replaces a part of it comes from the test. */
const TASK = `title: One
mathematics: { declare: 'x, w, h, y: scalar', where: ['h = w x'] }
questions:
  - id: a
    kind: diagram
    title: A
    points: 2
    prompt: Draw it.
    nodes:
      - { id: x, label: 'x' }
      - { id: w, label: 'w', onEdges: [{ from: x, to: h }] }
      - { id: h, label: 'h', between: true }
      - { id: y, label: 'y' }
    edges:
      - { from: x, to: h }
      - { from: w, to: h }
      - { from: h, to: y }
`;

function problems(from = '', to = ''): string[] {
  if (!TASK.includes(from)) throw new Error(`the task has no ${from}`);
  const task = TASK.replace(from, () => to);
  return problemsOf({ 'taskset.yaml': HEAD, 'one/task.yaml': task });
}

const alternative = (...lines: readonly string[]): string[] =>
  problems(
    '    edges:\n',
    `    alternatives:\n${lines.map((line) => `      ${line}\n`).join('')}    edges:\n`,
  );

describe('the network of a diagram question', () => {
  it('is accepted when its parts fit together', () => {
    expect(problems()).toEqual([]);
  });

  it.each([
    ["id: y, label: 'y'", "id: x, label: 'y'", /task\.yaml:13:\d+:.*'x' occurs twice in nodes/],
    [
      'from: h, to: y',
      'from: h, to: z',
      /task\.yaml:17:\d+:.*'z' is no node: expected one of x, w, h, y/,
    ],
    ['from: h, to: y', 'from: x, to: h', /task\.yaml:17:\d+:.*the edge from x to h occurs twice/],
    ["label: 'y'", "label: '\\frac{x}'", /task\.yaml:13:\d+:.*cannot be read.*denominator/],
    ["label: 'y'", "label: 'h = y'", /task\.yaml:13:\d+:.*is an equation/],
    ["label: 'y'", "label: '+'", /task\.yaml:13:\d+:.*is a sign of an operation/],
    ["label: 'y'", "label: 'y', also: ['h']", /task\.yaml:13:\d+:.*'h' already means the node h/],
    ["label: 'y'", "label: 'y', mergedWith: z", /task\.yaml:13:\d+:.*'z' is no node/],
    ["label: 'y'", "label: 'y', mergedWith: y", /task\.yaml:13:\d+:.*cannot be merged with itself/],
    [
      '[{ from: x, to: h }]',
      '[{ from: h, to: y }]',
      /task\.yaml:11:\d+:.*expected an edge from w to y/,
    ],
    ['from: h, to: y', "from: x, to: h, label: '{'", /task\.yaml:17:\d+:.*never closed/],
  ])('is refused at its line where %s becomes %s', (from, to, message) => {
    expect(problems(from, to)).toContainEqual(expect.stringMatching(message));
  });

  it('is refused when a part of it hangs in the air', () => {
    const found = problems("label: 'y' }\n", "label: 'y' }\n      - { id: t, label: 'q' }\n");
    expect(found).toEqual([expect.stringMatching(/task\.yaml:14:\d+:.*no edges join 't' to 'x'/)]);
  });

  it('may have alternatives, each checked like the network itself', () => {
    const nodes = "nodes: [{ id: x, label: 'x' }, { id: y, label: 'y' }]";
    const edges = 'edges: [{ from: x, to: y }]';
    expect(alternative('- name: short', `  ${nodes}`, `  ${edges}`)).toEqual([]);
    expect(alternative('- name: short', '  points: 3', `  ${nodes}`, `  ${edges}`)).toEqual([
      expect.stringMatching(/task\.yaml:16:\d+:.*at most the question's 2, found 3/),
    ]);
    expect(
      alternative('- name: short', `  ${nodes}`, '  edges: [{ from: x, to: z }]'),
    ).toContainEqual(expect.stringMatching(/'z' is no node/));
  });
});
