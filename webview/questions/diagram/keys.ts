/** The keys of the canvas. They act on what has the focus; letters do so in the canvas only. */

import {
  type Place,
  addNode,
  beginArrow,
  connect,
  editLabel,
  goTo,
  lookAtAll,
  putDown,
  redo,
  remove,
  save,
  tidy,
  turnRound,
  undo,
  zoom,
} from './acts.ts';
import { type Arrow, type Graph, arrowOf, changeNode } from './graph.ts';
import { GRID, type Point } from './plane.ts';
import { type Picked } from './sketch.ts';
import { spelling } from './words.ts';

type Act = (place: Place, picked: Picked | undefined) => void;

const WAYS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const removePicked: Act = (place, picked) => {
  if (picked === undefined) return;
  const next = successor(place.easel.sketch.graph, picked);
  remove(place, picked);
  goTo(place, next);
};

const label: Act = (place, picked) => {
  if (picked) editLabel(place, picked);
};

const LOOKING: Readonly<Record<string, Act>> = {
  e: nextArrow,
  home: (place) => {
    step(place, -Infinity);
  },
  end: (place) => {
    step(place, Infinity);
  },
  pageup: paging(-1),
  pagedown: paging(1),
  '+': (place) => {
    zoom(place, 1.25);
  },
  '-': (place) => {
    zoom(place, 0.8);
  },
  '0': (place) => {
    lookAtAll(place);
  },
};

const EDITING: Readonly<Record<string, Act>> = {
  n: (place) => {
    addNode(place);
  },
  c: (place, picked) => {
    if (picked?.kind === 'node') beginArrow(place, picked.id);
  },
  enter: label,
  f2: label,
  r: (place, picked) => {
    if (picked?.kind === 'arrow') turnRound(place, picked.key);
  },
  l: (place) => {
    tidy(place);
  },
  delete: removePicked,
  backspace: removePicked,
};

export function understand(place: Place, event: KeyboardEvent): void {
  if (event.isComposing || event.altKey) return;
  const act = event.ctrlKey || event.metaKey ? commandOf(place, event) : actOf(place, event);
  if (act === undefined) return;
  event.preventDefault();
  act(place, place.easel.sketch.picked);
}

function commandOf({ readOnly }: Place, { key, shiftKey }: KeyboardEvent): Act | undefined {
  const name = key.toLowerCase();
  if (readOnly) return undefined;
  if (name === 'z') return shiftKey ? redo : undo;
  return name === 'y' ? redo : undefined;
}

function actOf({ readOnly, easel }: Place, { key, shiftKey }: KeyboardEvent): Act | undefined {
  const { from } = easel.sketch;
  const way = WAYS[key];
  if (from !== undefined) {
    const act = connectingAct({ key, shiftKey });
    if (act) return act;
  }
  if (way && shiftKey) return readOnly ? undefined : shifting(way);
  if (way) return going(way);
  if (from !== undefined) return undefined;
  return LOOKING[key.toLowerCase()] ?? (readOnly ? undefined : EDITING[key.toLowerCase()]);
}

// connecting

function connectingAct({
  key,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'shiftKey'>): Act | undefined {
  if (key === 'Escape') return endArrow;
  if (key === 'Enter') return finishArrow;
  if (key === 'Tab')
    return (place) => {
      step(place, shiftKey ? -1 : 1);
    };
  if (key === 'Backspace') return seeking('');
  return key.length === 1 && key !== ' ' ? seeking(key) : undefined;
}

/** Back to where it began. */
const endArrow: Act = (place) => {
  const { sketch } = place.easel;
  const { from } = sketch;
  sketch.from = undefined;
  place.desk.say('No edge added');
  if (from !== undefined) goTo(place, { kind: 'node', id: from });
};

/** The focus stays at the end of the arrow, from where the next may begin. */
const finishArrow: Act = (place, picked) => {
  const { from } = place.easel.sketch;
  if (from === undefined || picked?.kind !== 'node') return;
  connect(place, from, picked.id);
  goTo(place, picked);
};

/** To the first node whose label begins with what was typed; an empty key begins anew. */
const seeking =
  (key: string): Act =>
  (place) => {
    const { easel } = place;
    const { nodes } = easel.sketch.graph;
    easel.sought = key === '' ? '' : easel.sought + key;
    const wanted = bare(easel.sought);
    const found =
      nodes.find(({ label: written }) => bare(written) === wanted) ??
      nodes.find(({ label: written }) => bare(written).startsWith(wanted));
    if (found && wanted !== '') goTo(place, { kind: 'node', id: found.id });
  };

const bare = (text: string): string => spelling(text).replace(/\^/g, '').toLowerCase();

// going about

function step(place: Place, by: number): void {
  const { graph, picked } = place.easel.sketch;
  const { nodes } = graph;
  const at = nodes.findIndex(({ id }) => picked?.kind === 'node' && id === picked.id);
  const wrapped = Number.isFinite(by) ? (at + by + nodes.length) % nodes.length : by;
  const target = nodes[Math.min(nodes.length - 1, Math.max(0, wrapped))];
  if (target) goTo(place, { kind: 'node', id: target.id });
}

/** From a node to the one before or after it; from an arrow to its ends. */
function paging(by: -1 | 1): Act {
  return (place, picked) => {
    if (picked?.kind === 'arrow') {
      goToEnd(place, arrowOf(place.easel.sketch.graph, picked.key), by > 0);
    } else if (picked) step(place, by);
    else step(place, by > 0 ? -Infinity : Infinity);
  };
}

/** From a node to the nearest that way; from an arrow to its ends. */
const going =
  ([dx, dy]: Point): Act =>
  (place, picked) => {
    if (picked?.kind === 'node') goNear(place, picked.id, [dx, dy]);
    else if (picked) goToEnd(place, arrowOf(place.easel.sketch.graph, picked.key), dx + dy > 0);
    else step(place, -Infinity);
  };

function goToEnd(place: Place, arrow: Arrow | undefined, isForth: boolean): void {
  if (arrow) goTo(place, { kind: 'node', id: isForth ? arrow.to : arrow.from });
}

function goNear(place: Place, id: string, [dx, dy]: Point): void {
  const { boxes } = place.easel;
  const [x, y] = boxes.get(id)?.middle ?? [0, 0];
  const rated = [...boxes].flatMap(([other, { middle }]): [string, number][] => {
    const along = (middle[0] - x) * dx + (middle[1] - y) * dy;
    const aside = Math.abs((middle[0] - x) * dy) + Math.abs((middle[1] - y) * dx);
    return along > 0 ? [[other, along + 2 * aside]] : [];
  });
  const nearest = rated.sort((one, two) => one[1] - two[1])[0];
  if (nearest) goTo(place, { kind: 'node', id: nearest[0] });
}

/** From a node to its arrows, one after the other, and from an arrow to the next at the same node. */
function nextArrow(place: Place, picked: Picked | undefined): void {
  const { arrows } = place.easel.sketch.graph;
  const touching =
    picked?.kind === 'node'
      ? arrows.filter(({ from, to }) => from === picked.id || to === picked.id)
      : arrows;
  const at = touching.findIndex(({ key }) => picked?.kind === 'arrow' && key === picked.key);
  const next = touching[(at + 1) % touching.length];
  if (next) goTo(place, { kind: 'arrow', key: next.key });
}

/** What has the focus once that is gone. */
function successor(graph: Graph, picked: Picked): Picked | undefined {
  if (picked.kind === 'arrow') {
    const from = arrowOf(graph, picked.key)?.from;
    return from === undefined ? undefined : { kind: 'node', id: from };
  }
  const at = graph.nodes.findIndex(({ id }) => id === picked.id);
  const next = graph.nodes[at + 1] ?? graph.nodes[at - 1];
  return next && { kind: 'node', id: next.id };
}

// moving

const shifting =
  ([dx, dy]: Point): Act =>
  (place, picked) => {
    const { easel } = place;
    if (picked?.kind !== 'node') return;
    putDown(place);
    const [x, y] = easel.boxes.get(picked.id)?.middle ?? [0, 0];
    const at: Point = [x + dx * GRID, y + dy * GRID];
    easel.sketch.change(changeNode(easel.sketch.graph, picked.id, { at }), `shift ${picked.id}`);
    easel.reveal(picked.id);
    save(place, SHIFTING_MS);
  };

/** Several presses are one way. */
const SHIFTING_MS = 300;
