/** A network as a drawing, as lists and as text, all of one answer; once checked, with marks on what is wrong. */

import { type TemplateResult, html, nothing } from 'lit';
import { type AnswerOf, type Writing } from '../../../src/protocol/messages.ts';
import { checkButton } from '../checkButton.ts';
import { type Form, type FormProps } from '../form.ts';
import { formulaTools } from '../formula.ts';
import { rewritten, writingOf } from '../writing.ts';
import { type Place, fieldSlot, save } from './acts.ts';
import { canvasView } from './canvas.ts';
import { easelOf } from './easel.ts';
import { type Graph } from './graph.ts';
import { inspector } from './inspector.ts';
import { explanation } from './judgement.ts';
import { lists } from './lists.ts';
import { textEntry } from './textEntry.ts';
import { keysHelp, legend, tools } from './toolbar.ts';

type Props = FormProps<'diagram'>;

export const diagramForm: Form<'diagram'> = {
  isAnswer: (answer): answer is AnswerOf['diagram'] => 'nodes' in answer,
  body,
  actions: ({ desk, state, answer }) =>
    checkButton({ desk, state }, state.readOnly ?? (answer ? undefined : 'Draw a node first')),
  submit: ({ desk, state, answer }) =>
    state.readOnly === undefined && answer ? desk.check() : Promise.resolve(),
  explain: (verdict, props) => explanation(verdict, placeOf(props)),
};

function placeOf({ desk, state, answer, question }: Props): Place {
  const easel = easelOf(desk);
  easel.sketch.adopt(answer);
  return {
    desk,
    easel,
    writing: writingOf(desk, state, labelsOf(easel.sketch.graph)),
    symbols: question.palette.map(({ latex }) => latex),
    readOnly: state.readOnly !== undefined,
  };
}

const labelsOf = ({ nodes, arrows }: Graph): readonly string[] => [
  ...nodes.map(({ label }) => label),
  ...arrows.map(({ label = '' }) => label),
];

/** Beyond exams: such a diagram came from a program, and the check says what it makes of it. */
const DRAWABLE = 300;

function body(props: Props): TemplateResult {
  const place = placeOf(props);
  const { nodes, arrows } = place.easel.sketch.graph;
  if (nodes.length + arrows.length > DRAWABLE) return tooLarge(place);
  return html`<div class="diagram">
    ${tools(place)} ${canvasView(place)} ${legend(place)} ${selected(props, place)}
    ${place.readOnly ? nothing : html`${textEntry(place)} ${keysHelp()}`} ${lists(place)}
  </div>`;
}

const tooLarge = ({ easel }: Place): TemplateResult =>
  html`<p class="diagram-too-large">
    This diagram has ${easel.sketch.graph.nodes.length} nodes and
    ${easel.sketch.graph.arrows.length} edges: too many to draw here.
  </p>`;

/** What is selected, with the tools to write its label; while the list is open, it is written there. */
function selected(props: Props, place: Place): TemplateResult | typeof nothing {
  const { easel } = place;
  const { picked } = easel.sketch;
  if (picked === undefined && !easel.isListOpen) return nothing;
  return html`${formulaTools({
    desk: place.desk,
    state: props.state,
    writing: place.writing,
    symbols: props.question.palette,
    slot: picked === undefined ? '' : fieldSlot(easel, picked),
    choose: (writing) => void choose(place, writing),
  })}
  ${easel.isListOpen ? nothing : inspector(place)}`;
}

/** All labels are written in the same way; they change with it unless they were written in meanwhile. */
async function choose(place: Place, writing: Writing): Promise<void> {
  const { desk, easel, readOnly } = place;
  if (writing === 'text') desk.chooseWriting(writing);
  const before = easel.sketch.graph;
  const after = await respelt(place, before, writing);
  const isOpen = !readOnly && easel.sketch.graph === before;
  if (isOpen && labelsOf(after).join('\n') !== labelsOf(before).join('\n')) {
    easel.sketch.change(after);
    save(place);
  }
  if (writing === 'formula') desk.chooseWriting(writing);
}

async function respelt({ desk }: Place, { nodes, arrows }: Graph, to: Writing): Promise<Graph> {
  const respell = async <T extends { readonly label?: string | undefined }>(each: T): Promise<T> =>
    each.label === undefined ? each : { ...each, label: await rewritten(desk, to, each.label) };
  return {
    nodes: await Promise.all(nodes.map(respell)),
    arrows: await Promise.all(arrows.map(respell)),
  };
}
