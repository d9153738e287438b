import { describe, expect, it } from 'vitest';
import { readEdgeLines, withLines } from '../../../webview/questions/diagram/edgeLines.ts';
import { EMPTY, type Graph, answerOf } from '../../../webview/questions/diagram/graph.ts';
import { RNN_LINES, rnn } from './diagramTask.ts';

function names() {
  let [node, key] = [0, 0];
  return { freshId: () => `n${++node}`, freshKey: () => ++key };
}

function drawn(text: string, graph: Graph = EMPTY): Graph {
  const read = readEdgeLines(text);
  if ('problem' in read) throw new Error(read.problem);
  return withLines(graph, read.lines, names());
}

/** `a -> b` for each edge, with its label. */
function edges(text: string): readonly string[] {
  const { nodes, arrows } = drawn(text);
  const label = (id: string) => nodes.find((node) => node.id === id)?.label ?? '';
  return arrows.map(
    ({ from, to, label: by = '' }) =>
      `${label(from)} -> ${label(to)}${by === '' ? '' : ` : ${by}`}`,
  );
}

describe('edges as text', () => {
  it('draw a network', () => {
    expect(answerOf(drawn(RNN_LINES.join('\n')))).toEqual(rnn);
  });

  it.each([
    ['a -> b -> c', ['a -> b', 'b -> c']],
    ['a, b -> c, d', ['a -> c', 'a -> d', 'b -> c', 'b -> d']],
    ['a->a', ['a -> a']],
    ['a --> b => c → d', ['a -> b', 'b -> c', 'c -> d']],
    [String.raw`a \to b \rightarrow c`, ['a -> b', 'b -> c']],
    ['a -> b : w', ['a -> b : w']],
    ['f(a, b) -> x_{1,2}', ['f(a, b) -> x_{1,2}']],
    ['a - b -> c', ['a - b -> c']],
    ['a -> b\na -> b', ['a -> b']],
    ['h_1 -> y\nh_{1} -> z\nh₁ -> u', ['h_1 -> y', 'h_1 -> z', 'h_1 -> u']],
    ['a, b', []],
  ])('are read: %s', (text, expected) => {
    expect(edges(text)).toEqual(expected);
  });

  it.each([
    ['', 'Write an edge'],
    ['a ->', 'Something is missing in “a ->”'],
    ['-> b', 'Something is missing'],
    ['a,, b -> c', 'Something is missing'],
    ['a -> b\nc -> -> d', 'Something is missing in “c -> -> d”'],
    ['a -- b', '“--” in “a -- b” is no arrow'],
    ['a -> b -- c', '“--” in “a -> b -- c” is no arrow'],
    ['a <- b', 'an edge is written with ->'],
    ['a — b', 'an edge is written with ->'],
    ['a -> b : u : v', 'more than one colon'],
  ])('say what is wrong with %j', (text, problem) => {
    expect(readEdgeLines(text)).toEqual({ problem: expect.stringContaining(problem) as string });
  });

  it('leave what is there as it is', () => {
    const before = drawn('a -> b');
    expect(drawn('a -> b', before)).toEqual(before);
  });
});
