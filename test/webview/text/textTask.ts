/** A question answered in words, with a model answer and a rubric that the host gives out. */
import { type Handlers } from '../../../src/protocol/contract.ts';
import {
  type AnswerOf,
  type PublicQuestion,
  type ReviewSuggestions,
  type TaskRequests,
  type TaskViewState,
  type TextReviewSheet,
} from '../../../src/protocol/messages.ts';
import { FakeHost, examTask } from '../examTask.ts';

const question: PublicQuestion = {
  id: '3c',
  kind: 'text',
  title: 'Regularisation',
  prompt: 'Explain in 1–2 sentences how this bound helps.',
  points: 3,
  maxSentences: 2,
  maxWords: 12,
};

const textTask: TaskViewState = {
  ...examTask,
  task: { ...examTask.task, questions: [question] },
  questions: { '3c': { revision: 0 } },
};

export const sheet: TextReviewSheet = {
  modelAnswer: 'The bound limits the slope by $\\|w\\|_1$. **Hence** an L1 penalty.',
  rubric: [
    { criterion: 'The bound limits the slope of $y$.', points: 1, sample: 'y cannot change fast' },
    { criterion: 'Hence $\\|w\\|_1$ is penalised.', points: 1.5 },
    { criterion: 'It is an L1 penalty.', points: 0.5 },
  ],
};

const suggestions: ReviewSuggestions = {
  model: 'Some Model',
  suggestions: [
    { met: 'yes', why: 'It says "slope".' },
    { met: 'no', why: '<b>Nothing</b> is *penalised*.' },
    { met: 'unclear', why: 'Perhaps.' },
  ],
};

export class TextHost extends FakeHost {
  constructor(help: Partial<Handlers<TaskRequests>> = {}) {
    super(textTask, () => ({ verdict: 'manual', points: 0, maxPoints: 3, feedback: [] }), {
      reviewText: () => sheet,
      suggestReview: () => suggestions,
      ...help,
    });
  }

  get answer(): AnswerOf['text'] | undefined {
    const answer = this.questions.get('3c')?.answer;
    return answer !== undefined && 'text' in answer ? answer : undefined;
  }

  /** Where an answer is known when the view opens. */
  knows(answer: AnswerOf['text']): this {
    this.questions.set('3c', { revision: 1, answer });
    return this;
  }
}
