/** A diagram with marks on what is too much, turned around or named wrongly, and the same as a list. */

import { type Html, html } from '../html.ts';
import { type Marks, diagramPicture } from '../pictures/diagramPicture.ts';
import { type AnswerProps, type ShowAnswer } from './answerProps.ts';
import { field, listOf, numberOf, textOf } from './evidence.ts';
import { readFormula } from './readFormula.ts';

export const showDiagram: ShowAnswer<'diagram'> = (props) => ({
  body: html`${diagramPicture(props, marksIn(props.graded.evidence))}${asList(props)}`,
  remarks: props.graded.feedback,
});

/** What is missing cannot be marked: what it belongs to is right. */
function marksIn(evidence: unknown): Marks {
  const differences = listOf(field(evidence, 'differences')).filter(
    (difference) => !(textOf(field(difference, 'kind')) ?? 'missing').startsWith('missing'),
  );
  const unreadable = field(evidence, 'unreadable');
  const marked = unreadable === undefined ? differences : [...differences, unreadable];
  const edges = marked.flatMap((each) => listOf(field(each, 'edges')).map(numberOf));
  // an edge that does not belong there says nothing against its ends
  const nodes = marked
    .filter((each) => listOf(field(each, 'edges')).length === 0)
    .flatMap((each) => listOf(field(each, 'nodes')).map(textOf));
  return {
    nodes: new Set(nodes.filter((each) => each !== undefined)),
    edges: new Set(edges.filter((each) => each !== undefined)),
  };
}

const MOST = 200;

function asList({ question, answer }: AnswerProps<'diagram'>): Html {
  const labels = new Map(answer.nodes.map(({ id, label }) => [id, label]));
  const name = (id: string): Html => readFormula(question, (labels.get(id) ?? id).slice(0, 200));
  const edges = answer.edges
    .slice(0, MOST)
    .map(
      ({ from, to, label = '' }) =>
        html`<li>
          ${name(from)} →
          ${name(to)}${label !== '' && html`, named ${readFormula(question, label.slice(0, 200))}`}
        </li>`,
    );
  return html`<details>
    <summary>The diagram as a list of edges</summary>
    <ol>
      ${edges}
    </ol>
  </details>`;
}
