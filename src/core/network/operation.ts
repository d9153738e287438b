/** Labels that name no value but what is done: `+`, `\cdot`, `\tanh`, `(\cdot)^2`. */

export interface Operation {
  /** `sum`, `difference`, `product`, `power`, or the name of a function */
  readonly name: string;
  readonly latex: string;
}

const SIGNS: readonly (readonly [name: string, latex: string, spelling: RegExp])[] = [
  ['sum', '+', /^(?:\+|⊕|\\oplus|plus|add|addition)$/i],
  ['sum', String.raw`\sum`, /^(?:\\sum|\\Sigma|Σ|∑|sum|summe)$/i],
  ['difference', '-', /^(?:-|−|–|minus|sub|diff|difference)$/i],
  ['product', String.raw`\odot`, /^(?:⊙|\\odot|⊗|\\otimes|\\circ|∘)$/],
  [
    'product',
    String.raw`\cdot`,
    /^(?:\\cdot|·|⋅|\*|∗|×|\\times|\.|\\bullet|mul|times|dot|matmul|product|\\prod|∏)$/i,
  ],
  [
    'power',
    String.raw`\|\cdot\|^2`,
    /^(?:\\\||‖|\|)+(?:\\cdot|·|⋅|\.)(?:\\\||‖|\|)+(?:_\{?\w\}?)?(?:\^\{?2\}?|²)?$/,
  ],
  [
    'power',
    String.raw`(\cdot)^2`,
    /^(?:\(?(?:\\cdot|·|⋅|\.)?\)?(?:\^\{?2\}?|²)|square|sq|squared|quadrat)$/i,
  ],
];

const FUNCTIONS: Readonly<Record<string, string>> = {
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  sigm: 'sigmoid',
  sigma: 'sigmoid',
  σ: 'sigmoid',
  relu: 'relu',
  softmax: 'softmax',
  softplus: 'softplus',
  exp: 'exp',
  log: 'log',
  ln: 'log',
  sqrt: 'sqrt',
  abs: 'abs',
  sign: 'sign',
  max: 'max',
  min: 'min',
  sin: 'sin',
  cos: 'cos',
};

const FUNCTION = /^\\?(?:(?:operatorname|mathrm|text|mathsf)\{)?([A-Za-zσ]+)\}?(\(.*\))?$/;

/** Undefined where the text is no sign of an operation. */
export function operationIn(text: string): Operation | undefined {
  const tight = text.replace(/\s|\\left|\\right|\\[,;!]/g, '');
  const sign = SIGNS.find(([, , spelling]) => spelling.test(tight));
  if (sign !== undefined) return { name: sign[0], latex: sign[1] };
  const [, word = ''] = FUNCTION.exec(tight) ?? [];
  const name = Object.hasOwn(FUNCTIONS, word.toLowerCase())
    ? FUNCTIONS[word.toLowerCase()]
    : undefined;
  return name === undefined
    ? undefined
    : { name, latex: name === 'sigmoid' ? String.raw`\sigma` : String.raw`\operatorname{${name}}` };
}
