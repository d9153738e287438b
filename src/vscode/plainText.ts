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
  sum: 'Σ',
  partial: '∂',
  to: '→',
  in: '∈',
  ldots: '…',
  alpha: 'α',
  beta: 'β',
  theta: 'θ',
  lambda: 'λ',
  mu: 'μ',
  sigma: 'σ',
  lVert: '‖',
  rVert: '‖',
  Vert: '‖',
};

/** Formulas lose their dollars, known commands become signs, unknown ones stay as they are. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/\$([^$]*)\$/g, (_, formula: string) => plainFormula(formula))
    .replaceAll(/[*_]{2}|`/g, '');
}

function plainFormula(latex: string): string {
  return latex
    .replaceAll(/\\(?:text|mathrm|mathcal|operatorname)\{([^}]*)\}/g, '$1')
    .replaceAll(/\\d?frac\{([^{}]*)\}\{([^{}]*)\}/g, '$1/$2')
    .replaceAll('\\|', '‖')
    .replaceAll(/\\[,;:! ]/g, ' ')
    .replaceAll(/\\([A-Za-z]+)/g, (command, name: string) => SIGNS[name] ?? command);
}
