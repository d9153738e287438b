/** The conversation of a task view: who may say what, how it is checked, and an opener for each end. */

import { answerShape, linesAnswerShape } from './answerShape.ts';
import { Channel } from './channel.ts';
import {
  type ContractShape,
  type Handlers,
  type Listeners,
  type Log,
  type Transport,
} from './contract.ts';
import {
  echoShape,
  editsPreviewShape,
  lineEchoShape,
  reviewSheetShape,
  suggestionsShape,
} from './helpShape.ts';
import { type TaskEvents, type TaskRequests, type TaskViewRequests } from './messages.ts';
import { placeShape } from './previewShape.ts';
import { count, nothing, nullable, object, oneOf, optional, string } from './shape.ts';
import { questionStateShape, taskViewStateShape } from './taskShape.ts';

/** What a task view may send to the host. */
export interface ToTaskHost {
  readonly requests: TaskRequests;
  readonly events: object;
}

/** What the host may send to a task view. */
export interface ToTaskView {
  readonly requests: TaskViewRequests;
  readonly events: TaskEvents;
}

export type TaskHostChannel = Channel<ToTaskView, ToTaskHost>;
export type TaskViewChannel = Channel<ToTaskHost, ToTaskView>;

type Sent<M extends keyof TaskRequests> = Parameters<TaskRequests[M]>[0];

const toHost: ContractShape<ToTaskHost> = {
  requests: {
    ready: { params: object<Record<string, never>>({}), result: taskViewStateShape },
    saveAnswer: {
      params: object<Sent<'saveAnswer'>>({
        question: string,
        answer: nullable(answerShape),
        revision: count,
      }),
      result: questionStateShape,
    },
    checkAnswer: {
      params: object<Sent<'checkAnswer'>>({ question: string }),
      result: questionStateShape,
    },
    readMathematics: {
      params: object<Sent<'readMathematics'>>({ question: string, latex: string }),
      result: echoShape,
    },
    readLine: {
      params: object<Sent<'readLine'>>({ question: string, text: string }),
      result: lineEchoShape,
    },
    previewEdits: {
      params: object<Sent<'previewEdits'>>({ question: string, answer: linesAnswerShape }),
      result: editsPreviewShape,
    },
    reviewText: {
      params: object<Sent<'reviewText'>>({ question: string }),
      result: reviewSheetShape,
    },
    suggestReview: {
      params: object<Sent<'suggestReview'>>({ question: string }),
      result: suggestionsShape,
    },
    chooseWriting: {
      params: object<Sent<'chooseWriting'>>({ writing: oneOf('formula', 'text') }),
      result: nothing,
    },
    openTask: { params: object<Sent<'openTask'>>({ task: string }), result: nothing },
    openPlace: { params: placeShape, result: nothing },
    chooseVariant: { params: object<Sent<'chooseVariant'>>({ variant: count }), result: nothing },
    openCode: { params: object<Sent<'openCode'>>({ question: string }), result: nothing },
    runCode: {
      params: object<Sent<'runCode'>>({
        question: string,
        action: oneOf('check', 'run-cpu', 'run-cuda', 'reset'),
      }),
      result: nothing,
    },
  },
  events: {},
};

const toView: ContractShape<ToTaskView> = {
  requests: { flush: { params: object<Record<string, never>>({}), result: nothing } },
  events: {
    stateChanged: taskViewStateShape,
    questionRevealed: object<TaskEvents['questionRevealed']>({ question: string }),
    questionShown: object<TaskEvents['questionShown']>({ question: optional(string) }),
  },
};

export function openTaskHost(
  transport: Transport,
  handlers: Handlers<TaskRequests>,
  log: Log,
): TaskHostChannel {
  return new Channel({ transport, sent: toView, received: toHost, handlers, listeners: {}, log });
}

export function openTaskView(
  transport: Transport,
  listeners: Listeners<TaskEvents>,
  handlers: Handlers<TaskViewRequests>,
  log: Log,
): TaskViewChannel {
  return new Channel({ transport, sent: toHost, received: toView, handlers, listeners, log });
}
