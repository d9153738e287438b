/** Diagrams of networks. */

import { type DiagramExample } from './diagramQuestion.ts';
import { lettersOf, offered } from './letters.ts';
import { type Source, loadCommon } from './questionSource.ts';
import { type QuestionOf } from './taskSet.ts';

export function loadDiagram(source: Source<'diagram'>): QuestionOf<'diagram'> {
  const { nodes, edges } = source.authored;
  return {
    ...loadCommon(source),
    kind: 'diagram',
    ...offered(source),
    declarations: lettersOf(source),
    nodes,
    edges,
    examples: examplesOf(source),
  };
}

function examplesOf({ authored, path, files }: Source<'diagram'>): DiagramExample[] {
  return (authored.examples ?? []).map(({ nodes, edges, ...example }, index) => ({
    ...example,
    at: files.placeOf([...path, 'examples', index]),
    answer: { nodes, edges },
  }));
}
