/** Markdown with LaTeX as plain text, for places that cannot typeset: problems in the editor, tables, test reports, terminals. */

const SIGNS: Readonly<Record<string, string>> = {
  infty: '∞',
  pm: '±',
  le: '≤',
  leq: '≤',
  ge: '≥',
  geq: '≥',
  neq: '≠',
  ne: '≠',
  approx: '≈',
  cdot: '·',
  times: '×',
  sum: 'Σ',
  prod: 'Π',
  int: '∫',
  partial: '∂',
  nabla: '∇',
  to: '→',
  mapsto: '↦',
  implies: '⇒',
  Rightarrow: '⇒',
  forall: '∀',
  exists: '∃',
  in: '∈',
  top: '⊤',
  odot: '⊙',
  langle: '⟨',
  rangle: '⟩',
  ldots: '…',
  dots: '…',
  cdots: '…',
  quad: ' ',
  qquad: ' ',
  left: '',
  right: '',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  varepsilon: 'ε',
  epsilon: 'ε',
  eta: 'η',
  theta: 'θ',
  lambda: 'λ',
  mu: 'μ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  varphi: 'φ',
  omega: 'ω',
  lVert: '‖',
  rVert: '‖',
  Vert: '‖',
  lvert: '|',
  rvert: '|',
};

/** A piece of code, a formula, or what stands between them. */
const PIECES = /`([^`]*)`|\$\$?([^$]*)\$\$?|[^`$]+|[`$]/g;

/** Formulas lose their dollars, known commands become signs, unknown ones stay as they are. */
export function plainText(markdown: string): string {
  return markdown.replaceAll(
    PIECES,
    (piece, code: string | undefined, formula: string | undefined) =>
      code ?? (formula === undefined ? plainProse(piece) : plainFormula(formula)),
  );
}

function plainProse(text: string): string {
  return text
    .replaceAll(/[*_]{2}/g, '')
    .replaceAll(/(?<![\w*])\*(?=[^\s*])([^*\n]{0,300}[^\s*])\*(?!\w)/g, '$1')
    .replaceAll(/!?\[([^\]\n]{0,300})\]\([^)\s]{0,300}\)/g, '$1');
}

function plainFormula(latex: string): string {
  return latex
    .replaceAll(/\\(?:text|mathrm|mathbf|mathcal|operatorname)\{([^{}]*)\}/g, '$1')
    .replaceAll(/\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}/g, '$1/$2')
    .replaceAll('\\|', '‖')
    .replaceAll(/\\[,;:! ]/g, ' ')
    .replaceAll(/\\([A-Za-z]+)/g, (command, name: string) =>
      Object.hasOwn(SIGNS, name) ? (SIGNS[name] ?? command) : command,
    )
    .replaceAll(/([_^])\{(\w+|[^\w\s{}\\])\}/g, '$1$2')
    .replaceAll(/\\([{}%&#_])/g, '$1');
}
