/** Each difference in one sentence. */

import { type Difference, type DifferenceKind } from '../../network/difference.ts';
import { type Held } from './held.ts';
import { drawnName, targetName } from './names.ts';

export function differenceWords(difference: Difference, held: Held): string {
  const sentence = WORDS[difference.kind](difference, held);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const WORDS: {
  readonly [K in DifferenceKind]: (difference: Difference, held: Held) => string;
} = {
  'missing-node': ({ targets }, held) => `There is no node for ${first(targets, held)}.`,
  'superfluous-node': superfluousNode,
  'missing-edge': missingEdge,
  'superfluous-edge': superfluousEdge,
  'reversed-edge': ({ targets }, held) =>
    `The edge between ${first(targets, held)} and ${second(targets, held)} points the wrong way.`,
  'wrong-role': ({ nodes }, held) => `${drawn(nodes, held)} has another role.`,
  'wrong-label': wrongLabel,
};

function first([target = -1]: readonly number[], held: Held): string {
  return targetName(target, held);
}

function second([, target = -1]: readonly number[], held: Held): string {
  return targetName(target, held);
}

function drawn([node = -1]: readonly number[], held: Held): string {
  return drawnName(node, held);
}

function superfluousNode({ nodes, targets, why }: Difference, held: Held): string {
  if (why === 'copy') return `${first(targets, held)} is drawn more than once.`;
  const name = drawn(nodes, held);
  return why === 'step'
    ? `${name} is no step on the way to ${first(targets, held)}.`
    : `${name} is not part of the network.`;
}

function missingEdge({ targets, nodes, why }: Difference, held: Held): string {
  if (why === 'loose')
    return `There is no way from ${drawn(nodes, held)} to ${first(targets, held)}.`;
  const [from = -1] = targets;
  const isDrawn = held.reading.meanings.some((each) => each.as === 'core' && each.target === from);
  return isDrawn
    ? `There is no edge from ${first(targets, held)} to ${second(targets, held)}.`
    : `${first(targets, held)} does not enter ${second(targets, held)}.`;
}

function superfluousEdge({ nodes, targets, edges }: Difference, held: Held): string {
  const [from, to] = targets;
  if (from === undefined || to === undefined) {
    const [start = -1, end = -1] = nodes;
    return `${drawnName(start, held)} feeds ${drawnName(end, held)}.`;
  }
  if (from === to) return `${targetName(from, held)} feeds itself.`;
  const isAgain = held.reading.differences.every(
    (other) => other.kind !== 'missing-edge' || !sameEnds(other, [from, to]),
  );
  const isWanted =
    isAgain && held.reference.edges.some((edge) => edge.from === from && edge.to === to);
  const times = isWanted && edges.length > 0 ? ' more than once' : '';
  return `${targetName(from, held)} feeds ${targetName(to, held)}${times}.`;
}

function sameEnds({ targets }: Difference, [from, to]: readonly [number, number]): boolean {
  return targets[0] === from && targets[1] === to;
}

function wrongLabel({ nodes, targets, edges, why }: Difference, held: Held): string {
  const [from = -1, to = -1] = nodes;
  if (why === 'on-edge') {
    const place = `the edge from ${drawnName(from, held)} to ${drawnName(to, held)}`;
    return `${first(targets, held)} stands on ${place}.`;
  }
  if (why === 'of-edge') {
    const written = (edges[0] === undefined ? [] : (held.sketch.edges[edges[0]]?.labels ?? []))
      .length;
    const place = `the edge from ${first(targets, held)} to ${second(targets, held)}`;
    return written === 0 ? `${place} has no label.` : `The label on ${place} is not right.`;
  }
  const name = drawn(nodes, held);
  if (why === 'contradiction') return `In ${name} the sides are not the same.`;
  if (why === 'sign') return `${name} stands in place of a named value: give its result a name.`;
  return why === 'no-label'
    ? `The node in the place of ${first(targets, held)} has no label.`
    : `${name} stands in the place of ${first(targets, held)}.`;
}
