/** What a word stands for, word by word: the inside of a list of terms. */

import { type Html, html } from './html.ts';

export const termed = (entries: readonly (readonly string[])[]): readonly Html[] =>
  entries.map(
    ([term, text]) =>
      html`<div>
        <dt>${term}</dt>
        <dd>${text}</dd>
      </div>`,
  );
