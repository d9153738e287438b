/** A question about changing a program, and a host that makes the changes as the real one does. */
import { applyEdits } from '../../../src/core/program/applyEdits.ts';
import {
  type Answer,
  type AnswerOf,
  type EditsPreview,
  type PublicQuestion,
  type TaskViewState,
  type Verdict,
} from '../../../src/protocol/messages.ts';
import { FakeHost, examTask } from '../examTask.ts';

export const OWN = [
  "import { type Model, optim, type Tensor } from 'exambench/torch';",
  'export function adversarial(x: Tensor, t: Tensor, model: Model): Tensor {',
  '  const z = x.clone().requiresGrad_();',
  '',
  '  const sgd = new optim.SGD([z], { lr: 0.01 });',
  '  for (let i = 0; i < 1000; i++) {',
  '    sgd.zeroGrad();',
  '    const loss = x.sub(z).square().sum().add(t.mul(model(z)).sum().relu());',
  '    loss.backward();',
  '    sgd.step();',
  '  }',
  '  return z.detach();',
  '}',
];

export const GIVEN = OWN.map((line) => line.replace('const z', 'let z'));

const question: PublicQuestion = {
  id: '5b',
  kind: 'lines',
  title: 'Many points at once',
  prompt: 'Which lines have to change for $x \\in \\mathbb R^{n \\times d}$?',
  points: 4,
  program: '5a',
  file: 'adversarial.ts',
};

const linesTask: TaskViewState = {
  ...examTask,
  task: { ...examTask.task, questions: [question] },
  questions: { '5b': { revision: 0 } },
};

const halfRight: Verdict = {
  verdict: 'partial',
  points: 2,
  maxPoints: 4,
  feedback: ['Row 2 ends elsewhere than alone.'],
  evidence: {
    checks: [
      { check: 'shape', title: '$z$ has the shape of $x$', passed: true, message: '' },
      {
        check: 'rows',
        title: 'Every row ends as alone',
        passed: false,
        message: 'Row 2 ends elsewhere than alone.',
      },
    ],
  },
};

const isLines = (answer: Answer | undefined): answer is AnswerOf['lines'] =>
  answer !== undefined && 'edits' in answer;

/** Its programs may be exchanged, as when a student saves the file. */
export class LinesHost extends FakeHost {
  own: readonly string[] | undefined = OWN;
  standing: EditsPreview['own'] = 'unchecked';
  readonly previewed: AnswerOf['lines'][] = [];
  /** set to make previews fail */
  previewFails: string | undefined;

  constructor() {
    super(linesTask, () => halfRight, { previewEdits: ({ answer }) => this.#preview(answer) });
  }

  get answer(): AnswerOf['lines'] | undefined {
    const answer = this.questions.get('5b')?.answer;
    return isLines(answer) ? answer : undefined;
  }

  #preview(answer: AnswerOf['lines']): EditsPreview {
    this.previewed.push(answer);
    if (this.previewFails !== undefined) throw new Error(this.previewFails);
    const program = answer.base === 'given' ? GIVEN : this.own;
    if (program === undefined) return { base: 'none', own: 'missing', rows: [], complaints: [] };
    const { rows, complaints } = applyEdits(program.join('\n'), answer.edits);
    const base = answer.base === 'given' ? 'given' : 'own';
    return { base, own: this.standing, rows, complaints };
  }
}
