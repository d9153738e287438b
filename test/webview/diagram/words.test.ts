import { describe, expect, it } from 'vitest';
import { graphOf } from '../../../webview/questions/diagram/graph.ts';
import {
  graphWords,
  nodeDescription,
  spelling,
  spoken,
} from '../../../webview/questions/diagram/words.ts';
import { halfRightAnswer, rnn } from './diagramTask.ts';

describe('a diagram in words', () => {
  it('names all nodes and where they lead', () => {
    expect(graphWords(graphOf(rnn, 1))).toBe(
      '9 nodes, 9 edges. x 1 leads to h 1. w leads to h 1 and h 2. h 0 leads to h 1. h 1 leads to h 2. ' +
        'x 2 leads to h 2. h 2 leads to y. y leads to E. t leads to E. E leads nowhere.',
    );
  });

  it('names roles and labels of edges', () => {
    const graph = graphOf(halfRightAnswer, 1);
    expect(graphWords(graph)).toContain('x 1, input, leads to h 1 by w.');
    expect(nodeDescription(graph, 'n6')).toBe('h 2, state, from x 2, w and h 2, to y and h 2');
  });

  it.each([
    ['h_{1}', 'h 1'],
    ['h_1', 'h 1'],
    [String.raw`\mathcal{E}`, 'E'],
    [String.raw`\tanh\left(x_{1}^{T}w+h_{0}\right)`, 'tanh(x 1^T w+h 0)'],
    ['', 'without a label'],
    [' ', 'without a label'],
  ])('says %j as %j', (label, words) => {
    expect(spoken(label)).toBe(words);
  });

  it('knows a label in any spelling', () => {
    const spellings = ['h_1', 'h_{1}', 'h_{ 1 }', 'h₁', 'h1', String.raw`\left(h_1\right)`].map(
      spelling,
    );
    expect(new Set(spellings.slice(0, 5))).toEqual(new Set(['h1']));
    expect(spellings[5]).toBe('(h1)');
    expect(spelling('x^{2}')).not.toBe(spelling('x_2'));
  });
});
