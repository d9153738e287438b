import { describe, expect, it } from 'vitest';
import { changeNode, withoutNode } from '../../../webview/questions/diagram/graph.ts';
import { Sketch } from '../../../webview/questions/diagram/sketch.ts';
import { rnn } from './diagramTask.ts';

function pair(): Sketch {
  const sketch = new Sketch();
  sketch.addNode('a');
  sketch.addNode('b');
  sketch.connect('n1', 'n2');
  return sketch;
}

describe('a sketch', () => {
  it('answers what is drawn, and nothing where nothing is', () => {
    expect(new Sketch().answer()).toBeUndefined();
    expect(pair().answer()).toEqual({
      nodes: [
        { id: 'n1', label: 'a' },
        { id: 'n2', label: 'b' },
      ],
      edges: [{ from: 'n1', to: 'n2' }],
    });
  });

  it('takes answers as they are, and goes on counting', () => {
    const sketch = new Sketch();
    sketch.adopt(rnn);
    expect(sketch.answer()).toEqual(rnn);
    expect(sketch.addNode('z')).toBe('n10');
  });

  it('never gives an id twice', () => {
    const sketch = pair();
    sketch.change(withoutNode(sketch.graph, 'n2'));
    expect(sketch.addNode('c')).toBe('n3');
  });

  it('tells nodes apart that came with one id', () => {
    const sketch = new Sketch();
    sketch.adopt({
      nodes: [
        { id: 'a', label: 'x' },
        { id: 'a', label: 'y' },
      ],
      edges: [],
    });
    expect(new Set(sketch.graph.nodes.map(({ id }) => id)).size).toBe(2);
  });

  it('leads from one node to another once', () => {
    const sketch = pair();
    expect(sketch.connect('n1', 'n2')).toBe(false);
    expect(sketch.connect('n2', 'n1')).toBe(true);
    expect(sketch.graph.arrows).toHaveLength(2);
  });

  it('goes back and forth', () => {
    const sketch = pair();
    const drawn = sketch.graph;
    expect([sketch.undo(), sketch.undo(), sketch.undo(), sketch.undo()]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(sketch.answer()).toBeUndefined();
    expect([sketch.redo(), sketch.redo(), sketch.redo(), sketch.redo()]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(sketch.graph).toBe(drawn);
  });

  it('takes a label back in one go', () => {
    const sketch = pair();
    for (const label of ['h', 'h_', 'h_1'])
      sketch.change(changeNode(sketch.graph, 'n1', { label }), 'label n1');
    sketch.undo();
    expect(sketch.graph.nodes[0]?.label).toBe('a');
  });

  it('forgets what was taken back once something else is drawn', () => {
    const sketch = pair();
    sketch.undo();
    sketch.addNode('c');
    expect(sketch.redo()).toBe(false);
  });

  it('selects nothing that is gone', () => {
    const sketch = pair();
    sketch.pick({ kind: 'node', id: 'n1' });
    sketch.from = 'n1';
    sketch.change(withoutNode(sketch.graph, 'n1'));
    expect([sketch.picked, sketch.from, sketch.graph.arrows]).toEqual([undefined, undefined, []]);
  });
});
