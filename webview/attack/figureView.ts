/** A picture with its title, its words, its numbers as a table, and its way into a file. */

import { type TemplateResult, html, nothing } from 'lit';
import { button } from '../controls/button.ts';
import { type AttackSession } from './attackSession.ts';
import { type Colours } from './colours.ts';
import { type Drawn } from './drawn.ts';
import { pngBase64, svgText } from './savedPicture.ts';

export interface FigureProps {
  readonly title: string;
  /** of the file that is saved */
  readonly name: string;
  readonly drawn: Drawn;
  readonly summary: string;
  readonly table: TemplateResult;
  readonly legend?: TemplateResult;
  readonly session: AttackSession;
  readonly colours: Colours;
}

export function figureView(props: FigureProps): TemplateResult {
  const { title, name, drawn, summary, table, legend = nothing } = props;
  const width = `max-width: ${drawn.width.baseVal.value}px`;
  return html`<figure class=${name} style=${width}>
    <header>
      <h2>${title}</h2>
      <span class="figure-buttons">${saveButton(props, 'svg')}${saveButton(props, 'png')}</span>
    </header>
    ${drawn} ${legend}
    <figcaption>${summary}</figcaption>
    <details>
      <summary>Numbers as a table</summary>
      ${table}
    </details>
  </figure>`;
}

function saveButton(props: FigureProps, format: 'svg' | 'png'): TemplateResult {
  const { name, title, drawn, colours, session } = props;
  const draw = async () => ({
    name,
    format,
    content: format === 'svg' ? svgText(drawn, colours) : await pngBase64(drawn, colours),
  });
  return button({
    words: format.toUpperCase(),
    label: `Save “${title}” as ${format.toUpperCase()}`,
    hint: `Save as ${format.toUpperCase()}`,
    press: () => void session.exportPicture(draw),
  });
}
