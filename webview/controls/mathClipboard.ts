/** Copying from a formula field gives its LaTeX; pasting takes LaTeX, with or without dollars, and plain text. */

import { type MathFieldElement } from './mathFieldElement.ts';
import { latexOf, valueOf } from './mathLatex.ts';

/** LaTeX of plain text; undefined if it cannot be read */
export type ReadText = (text: string) => Promise<string | undefined>;

export const copiesLatex = (_field: unknown, latex: string): string => latexOf(latex);

const OWN_FORMATS = ['application/json+mathlive', 'application/x-latex'];

export function pastes(field: MathFieldElement, read: ReadText): void {
  field.addEventListener('paste', (event) => {
    const { clipboardData } = event;
    if (clipboardData === null || OWN_FORMATS.some((each) => clipboardData.getData(each) !== ''))
      return;
    event.preventDefault();
    void insertText(field, withoutDollars(clipboardData.getData('text/plain')), read);
  });
}

const withoutDollars = (text: string): string =>
  text
    .trim()
    .replace(/^(\$\$?|\\\(|\\\[)([^]*?)(\$\$?|\\\)|\\\])$/, '$2')
    .trim();

async function insertText(field: MathFieldElement, text: string, read: ReadText): Promise<void> {
  if (field.readOnly || text === '') return;
  const latex = text.includes('\\') ? text : await read(text);
  if (latex === undefined) field.insert(text, { format: 'ascii-math' });
  else field.insert(valueOf(latex), { format: 'latex' });
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}
