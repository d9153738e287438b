/** A text of several lines that grows with what is written. */

import './toolkit.ts';
import { type TemplateResult, html } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { property } from './property.ts';

export interface TextAreaProps {
  readonly label: string;
  readonly text: string;
  readonly placeholder: string;
  readonly readOnly: boolean;
  readonly type: (text: string) => void;
  /** the reader has gone elsewhere */
  readonly leave: () => void;
}

export function textArea(props: TextAreaProps): TemplateResult {
  const input = (event: Event): void => {
    const text = property(event, 'value');
    if (typeof text === 'string' && text !== props.text) props.type(text);
  };
  return html`<vscode-text-area
    class="text-answer"
    ${ref((area) => {
      if (area !== undefined) void name(area, props.label);
    })}
    placeholder=${props.placeholder}
    ?readonly=${props.readOnly}
    resize="vertical"
    rows="4"
    spellcheck
    .value=${live(props.text)}
    @input=${input}
    @focusout=${props.leave}
  ></vscode-text-area>`;
}

/** Once it is in the page: there it first takes a name of its own, which says nothing. */
async function name(area: Element, label: string): Promise<void> {
  await customElements.whenDefined(area.localName);
  area.setAttribute('aria-label', label);
}
