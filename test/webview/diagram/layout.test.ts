import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coursesOf } from '../../../webview/questions/diagram/courses.ts';
import { type Graph, graphOf } from '../../../webview/questions/diagram/graph.ts';
import { boxesOf, loosened, settled } from '../../../webview/questions/diagram/layout.ts';
import {
  type Box,
  fitting,
  type Size,
  overlap,
  placeSeenAt,
  revealing,
  seenAt,
  zoomed,
} from '../../../webview/questions/diagram/plane.ts';
import { rnn } from './diagramTask.ts';

const network = graphOf(rnn, 1);
const sizes = new Map(
  network.nodes.map(({ id }, index) => [id, { width: 48 + 9 * index, height: 42 }]),
);
const WIDE: Size = { width: 640, height: 350 };
const laidOut = (graph: Graph, canvas: Size = WIDE) => boxesOf(graph, { sizes, canvas });

function overlapping(boxes: ReadonlyMap<string, Box>): readonly string[] {
  const all = [...boxes];
  return all.flatMap(([one, box], index) =>
    all
      .slice(index + 1)
      .flatMap(([two, other]) => (overlap(box, other, 0) ? [`${one} ${two}`] : [])),
  );
}

/** Any network of up to nine nodes, each put somewhere or nowhere. */
const networks = fc
  .record({
    places: fc.array(
      fc.option(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }))),
    ),
    ends: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 20 }),
  })
  .map(({ places, ends }): Graph => {
    const nodes = places
      .slice(0, 9)
      .map((at, index) => ({ id: `n${index + 1}`, label: '', ...(at ? { at } : {}) }));
    const arrows = ends
      .filter(([from, to]) => from < nodes.length && to < nodes.length)
      .map(([from, to], key) => ({ from: `n${from + 1}`, to: `n${to + 1}`, key }));
    return { nodes, arrows };
  });

describe('the layout', () => {
  it.each([
    ['right', WIDE],
    ['down', { width: 300, height: 380 }],
    ['down', { width: 300, height: 2000 }],
  ] as const)('leads %s in layers, apart from each other', (direction, canvas) => {
    const boxes = laidOut(network, canvas);
    expect(overlapping(boxes)).toEqual([]);
    const along = direction === 'right' ? 0 : 1;
    for (const { from, to } of network.arrows)
      expect(boxes.get(from)?.middle[along]).toBeLessThan(boxes.get(to)?.middle[along] ?? 0);
  });

  it('draws closer what is too long', () => {
    const ids = Array.from({ length: 8 }, (_none, index) => `n${index + 1}`);
    const chain: Graph = {
      nodes: ids.map((id) => ({ id, label: '' })),
      arrows: ids.slice(1).map((to, index) => ({ from: ids[index] ?? '', to, key: index })),
    };
    const gap = (canvas: Size) => {
      const boxes = laidOut(chain, canvas);
      return (boxes.get('n2')?.middle[0] ?? 0) - (boxes.get('n1')?.middle[0] ?? 0);
    };
    expect(gap(WIDE)).toBeLessThan(gap({ ...WIDE, width: 2000 }));
    expect(overlapping(laidOut(chain))).toEqual([]);
  });

  it('leaves nodes where they were put', () => {
    const graph = {
      ...network,
      nodes: network.nodes.map((node, index) => ({ ...node, at: [40 * index, 7] as const })),
    };
    expect(laidOut(graph).get('n3')?.middle).toEqual([80, 7]);
  });

  it('finds room for others without a place, whatever the network', () => {
    fc.assert(
      fc.property(networks, (graph) => {
        const boxes = laidOut(graph);
        expect([...boxes.keys()].sort()).toEqual(graph.nodes.map(({ id }) => id).sort());
        const found = graph.nodes.filter(({ at }) => at === undefined).map(({ id }) => id);
        const bad = overlapping(boxes).filter((ids) =>
          ids.split(' ').some((id) => found.includes(id)),
        );
        expect(bad).toEqual([]);
      }),
    );
  });

  it('puts nodes down where they stand, and lets them go again', () => {
    const boxes = laidOut(network);
    const still = settled(network, boxes);
    expect(laidOut(still)).toEqual(boxes);
    expect(loosened(still)).toEqual(loosened(network));
  });

  it('takes no place that is out of the world', () => {
    const graph = {
      ...network,
      nodes: network.nodes.map((node) => ({ ...node, at: [1e300, Number.NaN] as const })),
    };
    expect(overlapping(laidOut(graph))).toEqual([]);
  });

  it('stands cycles, loops, and edges from nowhere', () => {
    const graph = graphOf(
      {
        nodes: rnn.nodes.slice(0, 3),
        edges: [
          { from: 'n1', to: 'n2' },
          { from: 'n2', to: 'n1' },
          { from: 'n3', to: 'n3' },
          { from: 'n1', to: 'gone' },
        ],
      },
      1,
    );
    expect(overlapping(laidOut(graph))).toEqual([]);
  });
});

describe('arrows', () => {
  const shapes = (boxes: ReadonlyMap<string, Box>) =>
    new Map([...boxes].map(([id, box]) => [id, { ...box, id, role: undefined }]));

  it('have a course each, finite, whatever the network', () => {
    fc.assert(
      fc.property(networks, (graph) => {
        const courses = coursesOf(graph, shapes(laidOut(graph)));
        expect(courses.size).toBe(graph.arrows.length);
        for (const { line, head } of courses.values())
          expect(line + head).not.toMatch(/NaN|Infinity/);
      }),
    );
  });

  it('that join the same two nodes lie apart', () => {
    const graph: Graph = {
      nodes: [
        { id: 'n1', label: '', at: [0, 0] },
        { id: 'n2', label: '', at: [200, 0] },
      ],
      arrows: [
        { from: 'n1', to: 'n2', key: 1 },
        { from: 'n1', to: 'n2', key: 2 },
        { from: 'n2', to: 'n1', key: 3 },
        { from: 'n1', to: 'n1', key: 4 },
        { from: 'n1', to: 'n1', key: 5 },
      ],
    };
    const middles = [...coursesOf(graph, shapes(laidOut(graph))).values()].map(
      ({ middle }) => middle,
    );
    for (const [index, [x, y]] of middles.entries())
      for (const [otherX, otherY] of middles.slice(index + 1))
        expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(15);
  });

  it('go round a node that stands in the way', () => {
    const graph: Graph = {
      nodes: [
        { id: 'n1', label: '', at: [0, 0] },
        { id: 'n2', label: '', at: [150, 0] },
        { id: 'n3', label: '', at: [300, 0] },
      ],
      arrows: [
        { from: 'n1', to: 'n3', key: 1 },
        { from: 'n1', to: 'n2', key: 2 },
      ],
    };
    const courses = coursesOf(graph, shapes(laidOut(graph)));
    expect(Math.abs(courses.get(1)?.middle[1] ?? 0)).toBeGreaterThan(21);
    expect(courses.get(2)?.middle[1]).toBeCloseTo(0);
  });
});

/** Places on the line of an arrow, which is written as `Mx yQx y x y`. */
function onLine(line = ''): readonly (readonly [number, number])[] {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = (line.match(/-?[\d.]+/g) ?? []).map(
    Number,
  );
  return Array.from({ length: 201 }, (_none, index) => {
    const t = index / 200;
    const at = (a: number, b: number, c: number) =>
      (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c;
    return [at(x0, x1, x2), at(y0, y1, y2)];
  });
}

describe('an arrow', () => {
  const places = [80, 150, 220, 300].flatMap((x) =>
    [-90, -60, -30, 0, 20, 60].map((y) => [x, y] as const),
  );
  const ways = [
    [[1, 2]],
    [[2, 1]],
    [
      [1, 2],
      [2, 1],
    ],
  ];

  it.each(places)('touches no node beside its way, such as at %i, %i', (x, y) => {
    for (const ends of ways) {
      const graph: Graph = {
        nodes: [
          { id: 'n1', label: '', at: [0, 0] },
          { id: 'n2', label: '', at: [380, 20] },
          { id: 'n3', label: '', at: [x, y] },
        ],
        arrows: ends.map(([from = 0, to = 0], key) => ({ from: `n${from}`, to: `n${to}`, key })),
      };
      const boxes = boxesOf(graph, {
        sizes: new Map(graph.nodes.map(({ id }) => [id, { width: 60, height: 90 }])),
        canvas: WIDE,
      });
      const shapes = new Map([...boxes].map(([id, box]) => [id, { ...box, id, role: undefined }]));
      for (const { line } of coursesOf(graph, shapes).values())
        for (const [px, py] of onLine(line))
          expect(Math.max(Math.abs(px - x) - 30, Math.abs(py - y) - 45)).toBeGreaterThan(2);
    }
  });
});

describe('a recurrent network', () => {
  it('is drawn without wide ways round', () => {
    const sized = new Map(network.nodes.map(({ id }) => [id, { width: 50, height: 42 }]));
    const boxes = boxesOf(network, { sizes: sized, canvas: WIDE });
    const shapes = new Map([...boxes].map(([id, box]) => [id, { ...box, id, role: undefined }]));
    for (const [key, { middle }] of coursesOf(network, shapes)) {
      const { from = '', to = '' } = network.arrows.find((arrow) => arrow.key === key) ?? {};
      const [[x0, y0], [x1, y1]] = [from, to].map((id) => boxes.get(id)?.middle ?? [0, 0]) as [
        [number, number],
        [number, number],
      ];
      const off = Math.hypot(middle[0] - (x0 + x1) / 2, middle[1] - (y0 + y1) / 2);
      expect(off / Math.hypot(x1 - x0, y1 - y0)).toBeLessThan(0.35);
    }
  });
});

describe('the lens', () => {
  const canvas = { width: 400, height: 300 };
  const box = (x: number, y: number): Box => ({ middle: [x, y], width: 60, height: 40 });

  it('shows all of a diagram in the middle, no larger than it is', () => {
    const lens = fitting([box(1000, 1000), box(1100, 1000)], canvas);
    expect(lens.zoom).toBe(1);
    expect(seenAt(lens, [1050, 1000])).toEqual([200, 150]);
  });

  it('makes a large diagram smaller', () => {
    const { zoom } = fitting([box(0, 0), box(500, 100)], canvas);
    expect(zoom).toBeCloseTo(352 / 560);
  });

  it('zooms around what is under the pointer', () => {
    const before = { zoom: 1, x: 30, y: -20 };
    const after = zoomed(before, 2, [120, 80]);
    expect(after.zoom).toBe(2);
    expect(placeSeenAt(after, [120, 80])).toEqual(placeSeenAt(before, [120, 80]));
  });

  it('moves only when it has to', () => {
    const lens = { zoom: 1, x: 0, y: 0 };
    expect(revealing(lens, box(200, 150), canvas)).toBe(lens);
    expect(revealing(lens, box(600, 150), canvas)).toEqual({ zoom: 1, x: 400 - 642, y: 0 });
  });
});
