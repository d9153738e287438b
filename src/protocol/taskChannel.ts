/** The conversation of a task view: who may say what, how it is checked, and an opener for each end. */

import { answerShape } from './answerShape.ts';
import { Channel } from './channel.ts';
import {
  type ContractShape,
  type Handlers,
  type Listeners,
  type Log,
  type Transport,
} from './contract.ts';
import { type Echo, type TaskEvents, type TaskRequests } from './messages.ts';
import { count, nothing, nullable, object, oneOf, string, tagged } from './shape.ts';
import { questionStateShape, taskViewStateShape } from './taskShape.ts';

/** What a task view may send to the host. */
export interface ToTaskHost {
  readonly requests: TaskRequests;
  readonly events: object;
}

/** What the host may send to a task view. */
export interface ToTaskView {
  readonly requests: object;
  readonly events: TaskEvents;
}

export type TaskHostChannel = Channel<ToTaskView, ToTaskHost>;
export type TaskViewChannel = Channel<ToTaskHost, ToTaskView>;

type EchoOf<K extends Echo['kind']> = Extract<Echo, { kind: K }>;

type Sent<M extends keyof TaskRequests> = Parameters<TaskRequests[M]>[0];

const echoShape = tagged<'kind', Echo>('kind', {
  empty: object<EchoOf<'empty'>>({ kind: oneOf('empty') }),
  read: object<EchoOf<'read'>>({ kind: oneOf('read'), latex: string }),
  complaint: object<EchoOf<'complaint'>>({
    kind: oneOf('complaint'),
    message: string,
    start: count,
    end: count,
  }),
});

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
    chooseWriting: {
      params: object<Sent<'chooseWriting'>>({ writing: oneOf('formula', 'text') }),
      result: nothing,
    },
    openTask: { params: object<Sent<'openTask'>>({ task: string }), result: nothing },
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
  requests: {},
  events: {
    stateChanged: taskViewStateShape,
    questionRevealed: object<TaskEvents['questionRevealed']>({ question: string }),
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
  log: Log,
): TaskViewChannel {
  return new Channel({ transport, sent: toHost, received: toView, handlers: {}, listeners, log });
}
