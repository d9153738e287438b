/** Markdown with LaTeX as plain text, for places that cannot typeset: problems in the editor, notifications. */

const SIGNS: Readonly<Record<string, string>> = {
  infty: '∞',
  pm: '±',
  le: '≤',
  leq: '≤',
  ge: '≥',
  geq: '≥',
  neq: '≠',
  cdot: '·',
  times: '×',
};

/** Formulas lose their dollars, known commands become signs, unknown ones stay as they are. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/\$([^$]*)\$/g, (_, formula: string) => plainFormula(formula))
    .replaceAll(/[*_]{2}|`/g, '');
}

function plainFormula(latex: string): string {
  return latex
    .replaceAll(/\\(?:text|mathrm)\{([^}]*)\}/g, '$1')
    .replaceAll('\\|', '‖')
    .replaceAll(/\\[,;:! ]/g, ' ')
    .replaceAll(/\\([a-z]+)/g, (command, name: string) => SIGNS[name] ?? command);
}
