/** A task for looking at: every kind of question, formulas wide and small, notes, a figure; graded by simple rules. */
import { type Handlers } from '../../src/protocol/contract.ts';
import {
  type Answer,
  type Echo,
  type PublicQuestion,
  type QuestionState,
  type TaskRequests,
  type TaskViewState,
  type Verdict,
} from '../../src/protocol/messages.ts';

const questions: readonly PublicQuestion[] = [
  {
    id: '1.1',
    kind: 'choice',
    title: 'Gates of an LSTM',
    prompt:
      'A gate computes $g_t = \\sigma(Wx_t + Uh_{t-1} + b)$. What does it do with the signal?',
    points: 1,
    multiple: false,
    options: [
      { id: 'a', text: 'It adds a bias $b \\in \\mathbb{R}^d$' },
      {
        id: 'b',
        text: 'It multiplies a real value by a **sigmoid** value, $\\sigma(\\cdot)\\in(0,1)$',
      },
      { id: 'c', text: 'It takes the maximum, $\\max(0, x)$' },
      { id: 'd', text: 'Nothing of the above' },
    ],
  },
  {
    id: '1.2',
    kind: 'choice',
    title: 'Invariance',
    prompt: 'Which of these hold for $\\operatorname{relu}(x) = \\max(0, x)$?',
    points: 1.5,
    multiple: true,
    credit: 'right-minus-wrong',
    options: [
      { id: 'a', text: 'It is convex' },
      { id: 'b', text: 'It is bounded' },
      { id: 'c', text: '$\\operatorname{relu}(cx) = c\\operatorname{relu}(x)$ for $c > 0$' },
    ],
  },
  {
    id: '3b',
    kind: 'text',
    title: 'A bound on the gradient',
    prompt:
      'Show that the gradient of\n\n$$y = \\sum_{j=1}^{h} w_j \\exp\\left(-\\sum_{i=1}^{d} |x_i - c_{ij}|\\right)$$\n\nis bounded: $\\lVert \\partial y / \\partial x \\rVert \\le d\\,\\lVert w \\rVert_1$.',
    points: 5,
    sourceNote: 'The source had lost the exponent; it was repaired as $\\exp(-\\sum_i z_{ij})$.',
    maxWords: 60,
  },
  {
    id: '5a',
    kind: 'code',
    title: 'An adversarial input',
    prompt:
      'Minimise $\\lVert x - z\\rVert^2 + \\max(0, t\\,f(z))$ over $z$ by 1000 steps of SGD. Start from\n\n```ts\nconst z = x.clone().requiresGrad_();\n```',
    points: 8,
    files: ['adversarial.ts'],
    entry: { file: 'adversarial.ts', function: 'adversarial' },
  },
];

const network = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="80" fill="none" stroke="#888" stroke-width="2"><circle cx="40" cy="40" r="16"/><circle cx="120" cy="40" r="16"/><circle cx="200" cy="40" r="16"/><path d="M56 40H104M136 40H184"/></svg>',
)}`;

export const examTask: TaskViewState = {
  taskSetTitle: 'Machine Learning 1',
  language: 'en',
  task: {
    id: '1',
    title: 'Networks and gradients',
    prompt:
      'Let $f_\\theta\\colon \\mathbb{R}^d \\to \\mathbb{R}$ be a network as in the figure. See [the notes](https://example.org/notes).\n\n![A chain of three units](figures/network.svg)',
    points: 15.5,
    sourceNote: 'Stems of two questions were lost; they were written anew.',
    figures: ['figures/network.svg'],
    questions,
  },
  questions: Object.fromEntries(questions.map(({ id }) => [id, { revision: 0 }])),
  previous: { id: '0', title: 'Decision boundary' },
  next: { id: '2', title: 'Recurrent networks' },
  restricted: false,
  writing: 'formula',
  mode: 'practice',
  canGrade: true,
  modelAnswers: true,
  suggestions: false,
  figures: { 'figures/network.svg': network },
};

const choiceVerdict = (selected: readonly string[]): Verdict =>
  selected.includes('b')
    ? {
        verdict: 'correct',
        points: 1,
        maxPoints: 1,
        feedback: ['A gate is $\\sigma(\\cdot)$ times a real signal.'],
        evidence: {
          options: {
            b: { correct: true, feedback: 'A gate is $\\sigma(\\cdot)$ times a real signal.' },
          },
        },
      }
    : {
        verdict: 'wrong',
        points: 0,
        maxPoints: 1,
        feedback: ['A bias shifts; it does not gate.'],
        evidence: {
          options: { a: { correct: false, feedback: 'A bias shifts; it does not gate.' } },
        },
      };

export const codeVerdict: Verdict = {
  verdict: 'partial',
  points: 4,
  maxPoints: 8,
  feedback: [
    'The objective is $0.91$, the best known is $0.42$.',
    'Looks like **the sign of t** is wrong.',
  ],
  evidence: {
    mistake: 'sign of t',
    checks: [
      { check: 'shape', title: 'shape and finiteness of $z$', passed: true, message: '' },
      {
        check: 'objective',
        title: 'objective near the best reachable',
        passed: false,
        message: 'The objective is $0.91$, the best known is $0.42$.',
      },
      {
        check: 'iterations',
        title: '1000 iterations',
        passed: 'not-run',
        message: 'Not run after the failure above.',
      },
    ],
  },
};

const selectedIn = (answer: Answer | undefined): readonly string[] =>
  answer && 'selected' in answer ? answer.selected : [];

/** Knows every letter but q, and reads a star as a dot. */
function readSimply(latex: string): Echo {
  const start = latex.indexOf('q');
  if (latex.trim() === '') return { kind: 'empty' };
  if (start < 0) return { kind: 'read', latex: latex.replaceAll('*', String.raw`\cdot `) };
  return { kind: 'complaint', message: 'There is no $q$ here.', start, end: start + 1 };
}

/** Keeps answers as the real host does, and what it was asked. */
export class FakeHost {
  readonly #task: TaskViewState;
  readonly #judge: (answer: Answer | undefined) => Verdict;
  readonly handlers: Handlers<TaskRequests>;
  readonly asked: { readonly method: string; readonly params: unknown }[] = [];
  readonly questions = new Map<string, QuestionState>();
  /** set to make saving fail */
  saveFails: string | undefined;
  /** set to hold saves back */
  gate: Promise<void> = Promise.resolve();

  constructor(
    task: TaskViewState = examTask,
    judge: (answer: Answer | undefined) => Verdict = (answer) => choiceVerdict(selectedIn(answer)),
    /** answered in place of what stands below */
    help: Partial<Handlers<TaskRequests>> = {},
  ) {
    this.#task = task;
    this.#judge = judge;
    this.handlers = {
      ready: () => this.state(),
      saveAnswer: async (params) => {
        this.asked.push({ method: 'saveAnswer', params });
        await this.gate;
        if (this.saveFails !== undefined) throw new Error(this.saveFails);
        return this.#save(params.question, params.answer);
      },
      checkAnswer: ({ question }) => this.#check(question),
      readMathematics: ({ latex }) => readSimply(latex),
      readLine: () => ({ kind: 'empty' }),
      previewEdits: () => ({ base: 'none', own: 'missing', rows: [], complaints: [] }),
      reviewText: () => ({ modelAnswer: '', rubric: [] }),
      suggestReview: () => ({ model: 'none', suggestions: [] }),
      chooseWriting: (params) => this.#note('chooseWriting', params),
      openTask: (params) => this.#note('openTask', params),
      openPlace: (params) => this.#note('openPlace', params),
      chooseVariant: (params) => this.#note('chooseVariant', params),
      openCode: (params) => this.#note('openCode', params),
      runCode: (params) => this.#note('runCode', params),
      ...help,
    };
  }

  state(over: Partial<TaskViewState> = {}): TaskViewState {
    return {
      ...this.#task,
      questions: { ...this.#task.questions, ...Object.fromEntries(this.questions) },
      ...over,
    };
  }

  #save(question: string, answer: Answer | null): QuestionState {
    const revision = (this.questions.get(question)?.revision ?? 0) + 1;
    const state = answer === null ? { revision } : { revision, answer };
    this.questions.set(question, state);
    return state;
  }

  #check(question: string): QuestionState {
    const before = this.questions.get(question) ?? { revision: 0 };
    const state = { ...before, verdict: this.#judge(before.answer) };
    this.questions.set(question, state);
    return state;
  }

  #note(method: string, params: unknown): null {
    this.asked.push({ method, params });
    return null;
  }
}
