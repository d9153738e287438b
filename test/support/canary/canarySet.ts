/**
 * An exam in which every text and every amount that an author may write is a canary: a string that occurs nowhere else.
 * `canaryPaths.ts` holds the schemas against it, so that a field without one is found.
 */

import { createHash } from 'node:crypto';

/** A word that is like no other, and a number: both are found by `CANARY`. */
export const CANARY = /cnry\d{4}zzz|73519\d{4}/g;

let words = 0;
let numbers = 0;

/** In base64 a few letters at the ends are told from their neighbours by nothing: the number stands in the middle. */
const word = (): string => `cnry${String(++words).padStart(4, '0')}zzz`;
/** None ends with a zero, which a fraction would lose. */
const digits = (): string => {
  numbers += numbers % 10 === 9 ? 2 : 1;
  return `73519${String(numbers).padStart(4, '0')}`;
};
const number = (): number => Number(`0.${digits()}`);
const formula = (): string => `u + ${digits()}`;
const FIRST_LINE = `// ${word()}`;
const edit = (was = word()) => ({ line: 1, action: 'replace', text: word(), was });
const world = () => ({
  declare: 'w: scalar positive',
  where: [`\\exp(u) = u + ${digits()}`],
  sizes: { d: 1 },
});

const MODEL = Buffer.from('not really a model');
const model = (file: string) => ({
  file,
  sha256: createHash('sha256').update(MODEL).digest('hex'),
  source: word(),
});
const mathematics = () => ({
  declare: `u: scalar; d: size; v: vector d; q: scalar; f: function`,
  where: [`q = u + ${digits()}`, `f(u) = u + ${digits()}`],
  norm: 2,
});
const plane = () => ({
  declare: 'x_1, x_2, y, u: scalar',
  where: [`y = |x_1| + 0.${digits()}`],
  norm: 2,
});
const common = (id: string) => ({
  id,
  title: word(),
  points: 2,
  prompt: word(),
  sourceNote: word(),
  replacement: false,
  hints: [word(), word()],
  explanation: word(),
});
const window = { low: [-2, -2], high: [2, 2] };
const attackWindow = () => ({ low: [-number(), -1], high: [number(), 1] });

const choice = {
  ...common('1'),
  kind: 'choice',
  multiple: true,
  credit: 'right-minus-wrong',
  shuffle: true,
  options: [
    { id: 'a', text: word(), correct: true, feedback: word(), fixed: true },
    { id: 'b', text: word(), correct: false, feedback: word() },
  ],
};

const expression = {
  ...common('2'),
  kind: 'expression',
  mathematics: mathematics(),
  palette: [formula()],
  asked: formula(),
  answers: [formula()],
  form: [{ avoid: ['u'], only: ['q'], factored: false, points: number(), feedback: word() }],
  mistakes: [{ answer: formula(), name: word(), feedback: word(), points: number() }],
  slipPoints: number(),
  followOn: [{ from: ['2'], answer: formula() }],
  examples: [
    {
      answer: formula(),
      verdict: 'wrong',
      points: number(),
      mistake: word(),
      given: { '2': formula() },
    },
  ],
};

const derivation = {
  ...common('3'),
  kind: 'derivation',
  mathematics: mathematics(),
  palette: [formula()],
  start: formula(),
  relation: '=',
  goal: formula(),
  norms: [1, 2],
  facts: [
    {
      name: word(),
      points: 1,
      slackIn: world(),
      tightIn: [world()],
      reasons: [word()],
      feedback: word(),
    },
    { name: word(), points: 0.5, introduces: 'u', feedback: word() },
  ],
  connected: 0.5,
  factsPerStep: 3,
  reference: [{ latex: formula() }, { relation: '=', latex: formula(), reason: word() }],
  examples: [
    {
      name: word(),
      steps: [{ latex: formula() }, { relation: '=', latex: formula(), reason: word() }],
      verdict: 'wrong',
      points: number(),
    },
  ],
};

const drawn = () => ({
  type: 'line',
  points: [
    [number(), number()],
    [1, number()],
  ],
});
const drawing = {
  ...common('4'),
  kind: 'drawing',
  mathematics: plane(),
  palette: [formula()],
  axes: ['x_1', 'x_2'],
  function: `y + 0.${digits()}`,
  window,
  grid: 0.5,
  tolerance: 0.05,
  ask: { kind: 'pieces', labels: 'required', labelPoints: number() },
  pieces: [
    { at: [number(), number()], name: word() },
    { at: [-number(), number()], name: word() },
  ],
  mistakes: [{ function: `x_1 + 0.${digits()}`, name: word(), feedback: word(), points: number() }],
  examples: [
    {
      name: word(),
      items: [drawn()],
      labels: [{ at: [number(), number()], latex: formula() }],
      verdict: 'wrong',
      points: number(),
      mistake: word(),
    },
  ],
};

const levels = {
  ...common('5'),
  kind: 'drawing',
  mathematics: plane(),
  function: `y + 0.${digits()}`,
  window,
  over: '4',
  ask: { kind: 'level-set', value: 1 + number() },
  pieces: [
    { at: [number(), number()], name: word(), points: 1 },
    { at: [-number(), number()], name: word(), points: 1 },
  ],
  mistakes: [{ function: `x_1 + 0.${digits()}`, value: number(), name: word(), feedback: word() }],
};

const text = {
  ...common('6'),
  kind: 'text',
  maxWords: 50,
  maxSentences: 5,
  modelAnswer: word(),
  rubric: [{ criterion: word(), points: 2, sample: word() }],
};

const nodes = () => [
  {
    id: word(),
    label: formula(),
    also: [formula()],
    role: ['input', 'parameter'],
    optional: false,
    copies: false,
    between: false,
  },
  { id: word(), label: formula(), role: 'loss' },
];
function network() {
  const [first, second] = nodes();
  const [from, to] = [first?.id ?? '', second?.id ?? ''];
  return {
    nodes: [
      { ...first, onEdges: [{ from, to }] },
      { ...second, mergedWith: from },
    ],
    edges: [{ from, to, label: formula(), optional: false }],
  };
}
const diagram = {
  ...common('7'),
  kind: 'diagram',
  mathematics: mathematics(),
  palette: [formula()],
  ...network(),
  alternatives: [{ name: word(), feedback: word(), points: number(), ...network() }],
  roles: 'counted',
  examples: [
    {
      name: word(),
      nodes: [
        { id: 'a', label: word(), role: 'input' },
        { id: 'b', label: word() },
      ].map((node) => ({ ...node, id: word() })),
      edges: [{ from: word(), to: word(), label: word() }],
      verdict: 'wrong',
      points: number(),
    },
  ],
};

const checkerOf = (more: object, tolerance: object) => ({
  kind: 'attack',
  iterations: 73519,
  tolerance: { boundary: number(), objective: number(), ...tolerance },
  window: attackWindow(),
  ...more,
});
const [reference, example, given, own, skeleton, handout] = Array.from(
  { length: 6 },
  () => `${word()}.ts`,
);
const modelFile = `${word()}.onnx`;

const code = {
  ...common('8'),
  kind: 'code',
  entry: { file: 'attack.ts', function: word() },
  files: { 'attack.ts': skeleton },
  handout: { 'types.ts': handout },
  reference: { 'attack.ts': reference },
  model: model(modelFile),
  inputs: [{ title: word(), x: [[number(), 1]], t: [[number()]] }],
  checker: checkerOf({}, {}),
  checks: [{ check: 'shape', title: word(), points: 2, required: true }],
  examples: [{ file: example, verdict: 'wrong', mistake: word() }],
};

const lines = {
  ...common('9'),
  kind: 'lines',
  program: '8',
  entry: { file: 'attack.ts', function: word() },
  given,
  model: model(modelFile),
  checker: checkerOf({ batches: [73, 51] }, { distance: number() }),
  checks: [
    { check: 'shape', title: word(), points: 1, required: true },
    { check: 'rows', title: word(), points: 1, with: 'shape' },
  ],
  reference: [edit(FIRST_LINE)],
  examples: [
    {
      name: word(),
      file: own,
      edits: [edit()],
      verdict: 'wrong',
      points: number(),
      mistake: word(),
    },
  ],
};

/** Nothing of it is shown: what is drawn would be. */
function draws() {
  return {
    parameters: {
      a: { integer: [1, 9], not: [73519], step: 1 },
      b: { decimal: [number(), 1], step: 0.001 },
      c: { choice: [word(), number()] },
      d: { formula: `a + ${digits()}` },
    },
    require: [`a < ${digits()}`],
  };
}

export const CANARY_TASK = {
  title: word(),
  ...draws(),
  prompt: { file: 'prompt.md' },
  sourceNote: word(),
  mathematics: { declare: 'z_1: scalar', where: [`z_1 = 0.${digits()}`], norm: 2 },
  questions: [choice, expression, derivation, drawing, levels, text, diagram, code, lines],
};

export const CANARY_HEAD = {
  format: 1,
  id: 'canary',
  title: word(),
  language: 'en',
  version: '1.0.0',
  points: 18,
  mode: 'exam',
  replacements: 'on',
  variants: 2,
  variantSeed: word(),
  ...draws(),
  tasks: ['only'],
};

/** Authored texts are JSON, which is YAML, too; comments are canaries themselves. */
const yaml = (data: unknown): string => `# ${word()}\n${JSON.stringify(data, undefined, 1)}\n`;

const program = (first = `// ${word()}`): string =>
  `${first}\nexport const secret = '${word()}';\n`;

/** path → content; what students must get is among them */
export function canaryFiles(head: object = {}): ReadonlyMap<string, Uint8Array> {
  const texts: Readonly<Record<string, string>> = {
    'taskset.yaml': yaml({ ...CANARY_HEAD, ...head }),
    'only/task.yaml': yaml(CANARY_TASK),
    'only/prompt.md': `${word()} ![${word()}](figure.svg)\n`,
    'only/figure.svg': `<svg xmlns="http://www.w3.org/2000/svg"><title>${word()}</title></svg>\n`,
    'only/unused.md': `${word()}\n`,
    [`only/${skeleton ?? ''}`]: program(),
    [`only/${handout ?? ''}`]: program(),
    [`only/${reference ?? ''}`]: program(),
    [`only/${example ?? ''}`]: program(),
    [`only/${given ?? ''}`]: program(FIRST_LINE),
    [`only/${own ?? ''}`]: program(),
  };
  const encoded = Object.entries(texts).map(
    ([path, content]) => [path, new TextEncoder().encode(content)] as const,
  );
  return new Map([...encoded, [`only/${modelFile}`, MODEL]]);
}
