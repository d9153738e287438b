/** What must hold for every diagram, whatever it is worth. */

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type DiagramAnswer } from '../../../../src/core/answer/answer.ts';
import { gradeDiagram } from '../../../../src/core/grade/gradeDiagram.ts';
import { type Verdict } from '../../../../src/core/grade/verdict.ts';
import { type Random, seededRandom } from '../../../../src/core/random.ts';
import { loadTaskSet } from '../../../../src/runtime/taskSetFiles.ts';
import { diagramOf } from '../../../support/diagrams.ts';
import { type Corpus, type DrawnAnswer, diagramCorpora } from './corpus.ts';

const loaded = await loadTaskSet(fileURLToPath(new URL('../../../../tasks/ml1/', import.meta.url)));
if (!loaded.ok) throw new Error('the bundled exam cannot be loaded');
const corpora = diagramCorpora(loaded.value);
const [exam] = corpora.filter(({ question: { id } }) => id === '4a');
if (exam === undefined) throw new Error('the bundled exam has no 4a');

const REFERENCE = ['x_1, w, h_0 -> h_1', 'x_2, w, h_1 -> h_2 -> y -> E', 't -> E'];

interface Judged {
  readonly corpus: Corpus;
  readonly drawn: DrawnAnswer;
}

const judged: Judged[] = corpora.flatMap((corpus) =>
  corpus.answers
    .filter(({ verdict }) => ['correct', 'partial', 'wrong'].includes(verdict))
    .map((drawn) => ({ corpus, drawn })),
);

/** What must not change: what is said in which order may depend on nothing but the network. */
function outcomeOf({ verdict, points, feedback }: Verdict) {
  return { verdict, points, feedback };
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((entry) => ({ entry, rank: random() }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ entry }) => entry);
}

describe.each(corpora)('a drawing of: $title', (corpus) => {
  const random = seededRandom(7);
  const drawings = judged.filter((each) => each.corpus === corpus).map(({ drawn }) => drawn);

  it('is judged alike with other ids, in another order, and at other places', () => {
    for (const { name, answer } of drawings) {
      const other = rearranged(answer, random);
      expect(outcomeOf(gradeDiagram(corpus.question, other)), name).toEqual(
        outcomeOf(gradeDiagram(corpus.question, answer)),
      );
    }
  });

  it('is not correct any more with one more edge', () => {
    for (const { name, answer } of drawings.filter(({ verdict }) => verdict === 'correct')) {
      for (const [from, to] of shuffled(newEdges(answer), random).slice(0, TRIED)) {
        const edges = [...answer.edges, { from, to }];
        const { verdict } = gradeDiagram(corpus.question, { ...answer, edges });
        const tried = `${name}: ${labelOf(answer, from)} -> ${labelOf(answer, to)}`;
        if (!HARMLESS.has(tried)) expect(verdict, tried).toMatch(/partial|wrong/);
      }
    }
  });
});

const TRIED = 8;

/** What is said twice: the parameter stands on the edge already. */
const HARMLESS = new Set(['w on one edge and as a node: w -> h_1']);

function newEdges({ nodes, edges }: DiagramAnswer): [string, string][] {
  const drawn = new Set(edges.map(({ from, to }) => JSON.stringify([from, to])));
  return nodes
    .flatMap((from) => nodes.map((to): [string, string] => [from.id, to.id]))
    .filter((pair) => !drawn.has(JSON.stringify(pair)));
}

function labelOf({ nodes }: DiagramAnswer, wanted: string): string {
  return nodes.find(({ id }) => id === wanted)?.label ?? '';
}

function rearranged({ nodes, edges }: DiagramAnswer, random: Random): DiagramAnswer {
  const ids = new Map(shuffled(nodes, random).map(({ id }, place) => [id, `node ${place}`]));
  const renamed = (id: string): string => ids.get(id) ?? id;
  return {
    nodes: shuffled(nodes, random).map((node) => ({
      ...node,
      id: renamed(node.id),
      at: [random() * 1000, random() * 1000],
    })),
    edges: shuffled(edges, random).map((edge) => ({
      ...edge,
      from: renamed(edge.from),
      to: renamed(edge.to),
    })),
  };
}

describe('a drawing of the exam’s network', () => {
  const { question } = exam;
  const reference = diagramOf(REFERENCE);
  const pairs = reference.nodes.flatMap((from) => reference.nodes.map((to) => [from, to] as const));
  const isDrawn = (from: string, to: string): boolean =>
    reference.edges.some((edge) => edge.from === from && edge.to === to);

  it.each(pairs.filter(([from, to]) => !isDrawn(from.id, to.id)))(
    'is not correct with one more edge from $0.label to $1.label',
    (from, to) => {
      const edges = [...reference.edges, { from: from.id, to: to.id }];
      const { verdict, points } = gradeDiagram(question, { ...reference, edges });
      expect([verdict, points]).toEqual(['partial', 3.5]);
    },
  );

  it('earns less and less, edge by edge', () => {
    const random = seededRandom(3);
    for (let round = 0; round < 5; round += 1) {
      let { edges } = diagramOf(REFERENCE);
      let last = question.points;
      for (const gone of shuffled(edges, random)) {
        edges = edges.filter((edge) => edge !== gone);
        const { points } = gradeDiagram(question, { ...reference, edges });
        expect(points).toBeLessThanOrEqual(last);
        last = points;
      }
      expect(last).toBe(0);
    }
  });

  it.each([
    [0, ['Most edges point the wrong way.']],
    [3, ['Most edges point the wrong way.']],
    [6, expect.arrayContaining([expect.stringMatching(/^The edge between .* the wrong way\.$/)])],
  ])('with all edges but %i turned around is told so', (kept, said: unknown) => {
    const edges = reference.edges.map((edge, place) =>
      place < kept ? edge : { ...edge, from: edge.to, to: edge.from },
    );
    const { verdict, feedback } = gradeDiagram(question, { ...reference, edges });
    expect(verdict).not.toBe('correct');
    expect(feedback).toEqual(said);
  });

  it('earns next to nothing when its edges are drawn at random', () => {
    const random = seededRandom(11);
    const points = Array.from({ length: 200 }, () => {
      const edges = pairs
        .filter(() => random() < 0.3)
        .map(([from, to]) => ({ from: from.id, to: to.id }));
      return gradeDiagram(question, { ...reference, edges }).points;
    });
    expect(points.reduce((sum, each) => sum + each, 0) / points.length).toBeLessThan(0.1);
  });
});
