/** A task set with a question of nearly every kind, in which nearly everything is drawn. */

import { filesOf, MODEL, MODEL_SHA256 } from './taskSet.ts';

/** `program/model.onnx` */
export const variedModel = MODEL;

export const VARIED_SET: Readonly<Record<string, string>> = {
  'taskset.yaml': `format: 1
id: varied
title: Varied
language: en
version: 1.0.0
points: 14
variants: 12
variantSeed: nobody knows
parameters:
  m: { integer: [1, 3] }
tasks: [hinges, program, plain]
`,
  'hinges/task.yaml': `title: Hinges
prompt: { file: prompt.md }
parameters:
  a: { integer: [-3, 3], not: [0] }
  b: { integer: [-2, 2], not: [0] }
  c: { formula: 'a*b + m' }
  k: { integer: [1, 2] }
  word: { choice: [rising, falling], at: k }
  sign: { choice: [1, -1], at: k }
  bias: { decimal: [0.5, 1.5], step: 0.5 }
require: ['a != b']
questions:
  - id: kink
    kind: drawing
    title: Kink
    points: 2
    prompt: 'Draw where $y = \\max(0, {{a}} x_1 {{+b}})$ is not smooth.'
    mathematics:
      declare: 'x_1, x_2, y: scalar'
      where: ['y = \\max(0, {{a}} x_1 {{+b}})']
    function: y
    window: { low: [-4, -4], high: [4, '{{m}}'] }
    ask: { kind: pieces, labels: none }
    examples:
      - name: the other axis
        items: [{ type: line, points: [[-4, 0], [4, 0]] }]
        verdict: wrong
  - id: value
    kind: expression
    title: Value
    points: 2
    prompt: 'What is $p - {{a}} q$ for $p = {{b}}q$?'
    mathematics:
      declare: 'p, q: scalar'
      where: ['p = {{b}} q']
    answers: ['p - {{a}} q']
    examples:
      - { answer: '({{b}} - ({{a}})) q', verdict: correct }
      - { answer: '({{b}} - ({{a}}) + 1) q', verdict: wrong }
  - id: steps
    kind: derivation
    title: Steps
    points: 2
    prompt: 'Show that $({{c}} + u)^2 = u^2 {{+c}} \\cdot 2u + {{c}}^2$.'
    mathematics: { declare: 'u: scalar' }
    start: '({{c}} + u)^2'
    relation: '='
    goal: '{{c}}^2 + 2 \\cdot {{c}} u + u^2'
    connected: 2
    reference:
      - latex: '({{c}} + u)^2'
      - { relation: '=', latex: '({{c}} + u) ({{c}} + u)' }
      - { relation: '=', latex: '{{c}}^2 + 2 \\cdot {{c}} u + u^2' }
  - id: net
    kind: diagram
    title: Net
    points: 2
    prompt: 'Draw the network of $h = x w_{{m}}$.'
    mathematics: { declare: 'x, w_1, w_2, w_3, h: scalar' }
    nodes:
      - { id: x, label: x }
      - { id: w, label: 'w_{{m}}' }
      - { id: h, label: h }
    edges: [{ from: x, to: h }, { from: w, to: h }]
  - id: side
    kind: choice
    title: Side
    points: 1
    shuffle: true
    prompt: 'Which way does ![a line](line.svg) go?'
    options:
      - { id: right, text: 'It is {{word}}.', correct: true, feedback: Yes. }
      - { id: other, text: It is flat., feedback: No. }
      - { id: slope, text: 'Its slope is {{bias}}.', feedback: No. }
      - { id: none, text: None of these., feedback: No., fixed: true }
  - id: why
    kind: text
    title: Why
    points: 1
    prompt: Why is it {{word}}?
    modelAnswer: It is {{word}}, and its slope is {{sign}}.
    rubric:
      - { criterion: 'It is {{word}}', points: 1 }
`,
  'hinges/prompt.md': `A family with a hinge: $b = {{b}}$, and \\{{b}} in braces.
![another line](line.svg)
`,
  'hinges/line.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M{{a}} {{b}}"/></svg>\n',
  'program/task.yaml': `title: Program
parameters:
  rate: { decimal: [0.01, 0.05], step: 0.01 }
questions:
  - id: code
    kind: code
    title: Program
    points: 3
    prompt: Write it.
    entry: { file: attack.ts, function: attack }
    files: { attack.ts: skeleton.ts }
    handout: { settings.json: settings.json }
    reference: { attack.ts: solution.ts }
    model: { file: model.onnx, sha256: ${MODEL_SHA256} }
    inputs:
      - { title: One, x: [['{{rate}}', 2]], t: [[1]] }
    checker:
      kind: attack
      iterations: 10
      tolerance: { boundary: 0.1, objective: 0.1 }
      window: { low: [-1, -1], high: ['{{m}}', 1] }
    checks:
      - { check: boundary, title: Boundary, points: 3 }
`,
  'program/skeleton.ts': 'export const rate = {{rate}}; // {{m}}\n',
  'program/solution.ts': 'export const rate = 1 - {{rate}};\n',
  'program/settings.json': '{ "rate": {{rate}} }\n',
  'plain/task.yaml': `title: Plain
questions:
  - id: plain
    kind: choice
    title: Plain
    points: 1
    prompt: 'Which one, in $\\mathbf{{x}}$?'
    options:
      - { id: a, text: This, correct: true, feedback: Yes. }
      - { id: b, text: That, feedback: No. }
`,
};

/** With the model where the task with the program wants it. */
export function variedFiles(texts: Readonly<Record<string, string>> = VARIED_SET) {
  const { texts: read, binaries } = filesOf(texts);
  const [model] = binaries.values();
  if (model === undefined) throw new Error('the small set has no model');
  return { texts: read, binaries: new Map([['program/model.onnx', model]]) };
}

export function changed(file: string, from: string, to: string): Record<string, string> {
  const text = VARIED_SET[file] ?? '';
  if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
  return { ...VARIED_SET, [file]: text.replace(from, () => to) };
}
