/** Diagrams of networks. */

import { NO_DECLARATIONS } from '../math/declarations.ts';
import { type Network, type NetworkNode } from '../network/network.ts';
import { checkNetwork } from './checkNetwork.ts';
import { type AlternativeNetwork, type DiagramExample } from './diagramQuestion.ts';
import { lettersOf, offered } from './letters.ts';
import { type Source, loadCommon } from './questionSource.ts';
import { type QuestionOf } from './taskSet.ts';

type Authored = Source<'diagram'>['authored'];
type AuthoredNetwork = Pick<Authored, 'nodes' | 'edges'>;

export function loadDiagram(source: Source<'diagram'>): QuestionOf<'diagram'> {
  const { authored, path, files } = source;
  const { roles, alternatives = [] } = authored;
  const declarations = lettersOf(source);
  const question: QuestionOf<'diagram'> = {
    ...loadCommon(source),
    kind: 'diagram',
    ...offered(source),
    declarations,
    network: networkOf(authored),
    alternatives: alternatives.map((each) => alternativeOf(each, authored.points)),
    ...(roles === undefined ? {} : { roles }),
    examples: examplesOf(source),
  };
  if (declarations === NO_DECLARATIONS) return question;
  checkNetwork(question.network, { declarations, path, files });
  question.alternatives.forEach((network, place) => {
    const at = [...path, 'alternatives', place];
    checkNetwork(network, { declarations, path: at, files });
    if (network.points > authored.points) {
      files.complain(
        [...at, 'points'],
        `expected at most the question's ${authored.points}, found ${network.points}`,
      );
    }
  });
  return question;
}

function networkOf({ nodes, edges }: AuthoredNetwork): Network {
  return {
    nodes: nodes.map(nodeOf),
    edges: edges.map((edge) => ({ ...edge, optional: edge.optional ?? false })),
  };
}

function nodeOf({ role = [], ...node }: AuthoredNetwork['nodes'][number]): NetworkNode {
  return {
    id: node.id,
    label: node.label,
    also: node.also ?? [],
    roles: typeof role === 'string' ? [role] : role,
    optional: node.optional ?? false,
    copies: node.copies ?? false,
    onEdges: node.onEdges ?? [],
    between: node.between ?? false,
    mergedWith: node.mergedWith,
  };
}

function alternativeOf(
  authored: NonNullable<Authored['alternatives']>[number],
  points: number,
): AlternativeNetwork {
  const { name, feedback } = authored;
  return { ...networkOf(authored), name, feedback, points: authored.points ?? points };
}

function examplesOf({ authored, path, files }: Source<'diagram'>): DiagramExample[] {
  return (authored.examples ?? []).map(({ nodes, edges, ...example }, index) => ({
    ...example,
    at: files.placeOf([...path, 'examples', index]),
    answer: { nodes, edges },
  }));
}
