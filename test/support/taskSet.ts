/** A small right task set with one question of every kind, and ways to spoil it. */

import { createHash } from 'node:crypto';
import { type TaskSetFiles } from '../../src/core/taskset/files.ts';
import { parseTaskSet } from '../../src/core/taskset/parseTaskSet.ts';
import { problemText } from '../../src/core/taskset/problem.ts';
import { type TaskSet } from '../../src/core/taskset/taskSet.ts';

export const MODEL = Buffer.from('not really a model');
export const MODEL_SHA256 = createHash('sha256').update(MODEL).digest('hex');

export const SMALL_SET: Readonly<Record<string, string>> = {
  'taskset.yaml': `format: 1
id: small
title: Small
language: en
version: 1.0.0
points: 10
tasks: [first, second]
`,
  'first/task.yaml': `title: First
prompt: |
  Look at this:

  ![a figure](figure.svg)
questions:
  - id: '1'
    kind: choice
    title: One
    points: 2
    prompt: Which one?
    options:
      - { id: a, text: This, correct: true, feedback: Yes. }
      - { id: b, text: That, feedback: No. }
  - id: '2'
    kind: choice
    title: Several
    points: 3
    multiple: true
    credit: right-minus-wrong
    prompt: Which ones?
    options:
      - { id: a, text: This, correct: true, feedback: a is right. }
      - { id: b, text: That, feedback: b is wrong. }
      - { id: c, text: These, correct: true, feedback: c is right. }
      - { id: d, text: Those, feedback: d is wrong. }
`,
  'first/figure.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
  'second/task.yaml': `title: Second
questions:
  - id: 3a
    kind: text
    title: Words
    points: 1
    prompt: { file: 3a.md }
    maxWords: 5
    modelAnswer: Because of that.
    rubric:
      - { criterion: That, points: 1 }
  - id: 3b
    kind: code
    title: Program
    points: 4
    prompt: Write it.
    entry: { file: attack.ts, function: attack }
    files: { attack.ts: student/attack.ts }
    reference: { attack.ts: solution/attack.ts }
    model: { file: model.onnx, sha256: ${MODEL_SHA256}, source: made for tests }
    inputs:
      - { title: One, x: [[1, 2]], t: [[1]] }
    checker:
      kind: attack
      iterations: 10
      tolerance: { boundary: 0.1, objective: 0.1 }
      window: { low: [-1, -1], high: [1, 1] }
    checks:
      - { check: shape, title: Shape, points: 0, required: true }
      - { check: boundary, title: Boundary, points: 3 }
      - { check: iterations, title: Iterations, points: 1 }
    examples:
      - { file: examples/slow.ts, verdict: partial, mistake: step-too-large }
`,
  'second/3a.md': 'Why?\n',
  'second/student/attack.ts': '// skeleton\n',
  'second/solution/attack.ts': '// solution\n',
  'second/examples/slow.ts': '// slow\n',
};

export function filesOf(texts: Readonly<Record<string, string>>): TaskSetFiles {
  return {
    texts: new Map(Object.entries(texts)),
    binaries: new Map([['second/model.onnx', { size: MODEL.length, sha256: MODEL_SHA256 }]]),
  };
}

/** The small set with `from` replaced in one of its files; fails when there is nothing to replace. */
export function spoiled(file: string, from: string, to: string): Record<string, string> {
  const text = SMALL_SET[file] ?? '';
  if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
  return { ...SMALL_SET, [file]: text.replace(from, () => to) };
}

export function problemsOf(texts: Readonly<Record<string, string>>): string[] {
  const parsed = parseTaskSet(filesOf(texts));
  return parsed.ok ? [] : parsed.error.map(problemText);
}

export function smallSet(texts: Readonly<Record<string, string>> = SMALL_SET): TaskSet {
  const parsed = parseTaskSet(filesOf(texts));
  if (!parsed.ok) throw new Error(parsed.error.map(problemText).join('\n'));
  return parsed.value;
}
