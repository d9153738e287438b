/** Diagrams that nobody draws: each gets a verdict. */

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cannotRun } from '../../../../src/core/grade/codeRun.ts';
import { grade } from '../../../../src/core/grade/grade.ts';
import { gradingAlone } from '../../../../src/core/grade/grading.ts';
import { type Verdict } from '../../../../src/core/grade/verdict.ts';
import { questionsOf } from '../../../../src/core/taskset/taskSet.ts';
import { loadTaskSet } from '../../../../src/runtime/taskSetFiles.ts';
import { diagramOf } from '../../../support/diagrams.ts';

const loaded = await loadTaskSet(fileURLToPath(new URL('../../../../tasks/ml1/', import.meta.url)));
if (!loaded.ok) throw new Error('the bundled exam cannot be loaded');
const question = questionsOf(loaded.value).find(({ id }) => id === '4a');
if (question === undefined) throw new Error('the bundled exam has no 4a');

const judge = (answer: unknown): Promise<Verdict> =>
  grade(question, answer, gradingAlone(cannotRun('no program here')));

const nodes = (count: number, label: (place: number) => string) =>
  Array.from({ length: count }, (_, place) => ({ id: `n${place}`, label: label(place) }));

const ring = (count: number) =>
  nodes(count, () => '').map(({ id }, place) => ({ from: id, to: `n${(place + 1) % count}` }));

describe('a diagram that nobody draws', () => {
  it('is not read when it is larger than any network', async () => {
    for (const answer of [
      { nodes: nodes(10_000, () => 'x_1'), edges: [] },
      {
        nodes: nodes(2, () => 'x_1'),
        edges: Array.from({ length: 9999 }, () => ({ from: 'n0', to: 'n1' })),
      },
    ]) {
      const { verdict, feedback } = await judge(answer);
      expect(verdict).toBe('invalid');
      expect(feedback[0]).toMatch(/200 nodes and 1000 edges/);
    }
  });

  it.each([
    ['a ring of names that nobody knows', { nodes: nodes(200, (n) => `q_${n}`), edges: ring(200) }],
    ['a ring of empty nodes', { nodes: nodes(200, () => ''), edges: ring(200) }],
    ['a ring of sums', { nodes: nodes(200, () => '+'), edges: ring(200) }],
    ['two states in a circle', { nodes: nodes(2, (n) => `h_${n + 1}`), edges: ring(2) }],
    ['markup', { nodes: nodes(2, () => '<b onclick="x">](y)'), edges: ring(2) }],
    [
      'the right network without any right label',
      diagramOf(['a, b, c -> d', 'e, b, d -> f -> g -> i', 'j -> i']),
    ],
  ])('is wrong: %s', async (_, answer) => {
    const { verdict, points } = await judge(answer);
    expect([verdict, points]).toEqual(['wrong', 0]);
  });

  it('is left to a person when its formulas are too many to compare', async () => {
    const { verdict } = await judge({
      nodes: nodes(200, (n) => `x_1^T w + ${n} h_0`),
      edges: ring(200),
    });
    expect(verdict).toBe('undecided');
  });

  it('may have ids that are words of the language', async () => {
    const answer = {
      nodes: [
        { id: '__proto__', label: 'y' },
        { id: 'constructor', label: 'E' },
      ],
      edges: [{ from: '__proto__', to: 'constructor' }],
    };
    const { evidence } = await judge(answer);
    expect(evidence?.['nodes']).toHaveProperty('constructor', { is: expect.any(String) as string });
  });

  it('tells only two of the pieces that are missing when most of them are', async () => {
    const { feedback } = await judge(diagramOf(['x_1 -> h_1']));
    expect(feedback.filter((each) => each.startsWith('There is no'))).toHaveLength(2);
    expect(feedback.at(-1)).toMatch(/more/);
  });
});

describe('what is found in a diagram', () => {
  it('is told of every node and every difference, by the answer’s own ids', async () => {
    const { evidence } = await judge(
      diagramOf(['x_1, w, h_0 -> + -> h_1', 'x_2, w, b -> h_2 -> y', 'E -> y']),
    );
    expect(evidence).toEqual({
      form: 'as asked',
      nodes: {
        n1: { is: 'x_1' },
        n2: { is: 'w' },
        n3: { is: 'h_0' },
        n4: { extra: true },
        n5: { is: 'h_1' },
        n6: { is: 'x_2' },
        n7: { superfluous: true },
        n8: { is: 'h_2' },
        n9: { is: 'y' },
        n10: { is: String.raw`\mathcal E` },
      },
      differences: [
        {
          kind: 'missing-edge',
          message: 'There is no edge from $h_1$ to $h_2$.',
          nodes: ['n5', 'n8'],
          edges: [],
        },
        {
          kind: 'reversed-edge',
          message: String.raw`The edge between $y$ and $\mathcal E$ points the wrong way.`,
          nodes: ['n10', 'n9'],
          edges: [8],
        },
        {
          kind: 'superfluous-node',
          message: '$b$ is not part of the network.',
          nodes: ['n7'],
          edges: [6],
        },
      ],
    });
  });
});
