/** Nodes and edges written as text, a line for as many as one likes. */

import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { button } from '../../controls/button.ts';
import { icon } from '../../controls/icon.ts';
import { property } from '../../controls/property.ts';
import { type Place, change } from './acts.ts';
import { readEdgeLines, withLines } from './edgeLines.ts';
import { type Graph } from './graph.ts';
import { spoken } from './words.ts';

const problemId = ({ desk }: Place): string => `diagram-${desk.id}-lines-problem`;

export const textEntry = (place: Place): TemplateResult =>
  html`<div class="diagram-entry">
      ${field(place)}
      ${button({
        words: 'Add as text',
        hint: 'Enter',
        press: () => {
          add(place);
        },
      })}
    </div>
    <div id=${problemId(place)} class="diagram-entry-problem" aria-live="polite">
      ${problemView(place)}
    </div>`;

function field(place: Place): TemplateResult {
  const { easel, desk } = place;
  const typed = (event: Event): void => {
    const text = property(event, 'value');
    if (typeof text !== 'string') return;
    easel.lines = text;
    easel.linesProblem = undefined;
    desk.redraw();
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    add(place);
  };
  return html`<textarea
    rows="1"
    spellcheck="false"
    autocapitalize="off"
    autocomplete="off"
    aria-label=${`Edges of question ${desk.id} as text`}
    aria-describedby=${problemId(place)}
    aria-invalid=${easel.linesProblem !== undefined}
    placeholder="a, b -> c -> d"
    .value=${live(easel.lines)}
    @input=${typed}
    @keydown=${key}
  ></textarea>`;
}

const problemView = ({ easel: { linesProblem } }: Place): TemplateResult | typeof nothing =>
  linesProblem === undefined
    ? nothing
    : html`<p class="complaint tone-mixed">${icon('warning')} <span>${linesProblem}</span></p>`;

function add(place: Place): void {
  const { easel, desk } = place;
  const { sketch } = easel;
  const read = readEdgeLines(easel.lines);
  if ('problem' in read) {
    easel.linesProblem = read.problem;
    desk.redraw();
    return;
  }
  const before = sketch.graph;
  const after = withLines(before, read.lines, sketch);
  easel.lines = '';
  easel.lookAtAll();
  if (news(before, after) > 0) change(place, after);
  else desk.redraw();
  desk.say(growth(before, after));
}

const news = (before: Graph, after: Graph): number =>
  after.nodes.length - before.nodes.length + (after.arrows.length - before.arrows.length);

const some = (number: number, word: string): string =>
  `${number} ${word}${number === 1 ? '' : 's'}`;

function growth(before: Graph, after: Graph): string {
  if (news(before, after) === 0) return 'All of this is there already';
  const added = after.nodes.slice(before.nodes.length);
  if (after.arrows.length === before.arrows.length) {
    const names = added.map(({ label }) => spoken(label)).join(', ');
    return `${added.length === 1 ? 'Node' : 'Nodes'} ${names} added, without an edge; edges are written with ->`;
  }
  const nodes = some(after.nodes.length - before.nodes.length, 'node');
  const edges = some(after.arrows.length - before.arrows.length, 'edge');
  return `${nodes} and ${edges} added`;
}
