/** Programs with line numbers, and what was found at their lines. */

import { type Html, html } from '../html.ts';
import { proseLine } from '../prose.ts';

export interface ListedLine {
  /** numbers of the line, as many in every line; empty where it has none */
  readonly at: readonly string[];
  readonly text: string;
  /** what stands at its edge, such as `+` */
  readonly sign?: string | undefined;
  readonly name?: 'added' | 'removed' | 'gap' | 'found' | undefined;
  /** Markdown, below the line */
  readonly findings?: readonly string[] | undefined;
}

const MOST_LINES = 3000;

/** A box that scrolls, which the keyboard can reach. */
export function listing(label: string, lines: readonly ListedLine[]): Html {
  const shown = lines.slice(0, MOST_LINES).map(row);
  const rest = lines.length - MOST_LINES;
  return html`<div class="listing code" tabindex="0" role="region" aria-label="${label}">
    <table>
      <tbody>
        ${shown}${
          rest > 0 &&
          html`<tr class="gap">
            <td>${rest} more lines</td>
          </tr>`
        }
      </tbody>
    </table>
  </div>`;
}

function row({ at, text, sign, name, findings = [] }: ListedLine): Html {
  const numbers = at.map((each) => html`<td class="at">${each}</td>`);
  const edge = sign === undefined ? undefined : html`<td class="sign">${sign}</td>`;
  const columns = at.length + (edge === undefined ? 1 : 2);
  const said = findings.map(
    (finding) =>
      html`<tr class="found">
        <td class="finding" colspan="${columns}">▲ ${proseLine(finding)}</td>
      </tr>`,
  );
  return html`<tr class="${name ?? ''}">
      ${numbers}${edge}
      <td class="text">${text}</td>
    </tr>
    ${said}`;
}
