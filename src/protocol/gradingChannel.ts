/** The conversation of a grading view: who may say what, how it is checked, and an opener for each end. */

import { Channel } from './channel.ts';
import {
  type ContractShape,
  type Handlers,
  type Listeners,
  type Log,
  type Transport,
} from './contract.ts';
import {
  type AnswerDecision,
  type AnswerEntry,
  type AnswerSheet,
  type Asked,
  type GradingEvents,
  type GradingOpening,
  type GradingQuestion,
  type GradingRequests,
  type GradingSheet,
  type GradingViewState,
  type RubricRow,
  type Saved,
  type Undone,
} from './gradingMessages.ts';
import { boolean, count, list, nothing, number, object, oneOf, optional, string } from './shape.ts';

/** What a grading view may send to the host. */
export interface ToGradingHost {
  readonly requests: GradingRequests;
  readonly events: object;
}

/** What the host may send to a grading view. */
export interface ToGradingView {
  readonly requests: object;
  readonly events: GradingEvents;
}

export type GradingHostChannel = Channel<ToGradingView, ToGradingHost>;
export type GradingViewChannel = Channel<ToGradingHost, ToGradingView>;

type Sent<M extends keyof GradingRequests> = Parameters<GradingRequests[M]>[0];

const stateShape = object<GradingViewState>({
  taskSetTitle: string,
  language: string,
  submissions: count,
  questions: list(
    object<GradingQuestion>({
      id: string,
      title: string,
      points: number,
      open: count,
      decided: count,
    }),
  ),
  showsNames: boolean,
  notices: list(string),
  isStale: boolean,
});

const entryShape = object<AnswerEntry>({
  key: count,
  name: string,
  standing: oneOf('open', 'decided', 'checked'),
  points: optional(number),
});

const askedFields = {
  variant: optional(count),
  prompt: string,
  modelAnswer: optional(string),
  rubric: list(object<RubricRow>({ criterion: string, points: number, sample: optional(string) })),
};

const sheetShape = object<GradingSheet>({
  ...askedFields,
  question: string,
  answers: list(entryShape),
});

const decisionShape = object<AnswerDecision>({
  points: number,
  ticks: list(count),
  comment: string,
});

const answerShape = object<AnswerSheet>({
  key: count,
  asked: optional(object<Asked>(askedFields)),
  answer: string,
  outcome: object<AnswerSheet['outcome']>({
    words: string,
    tone: oneOf('right', 'partly', 'wrong', 'open', 'none'),
  }),
  remarks: list(string),
  points: number,
  settled: boolean,
  decision: optional(decisionShape),
  identical: list(count),
});

const savedShape = object<Saved>({
  entries: list(entryShape),
  state: stateShape,
  note: optional(string),
});

const empty = object<Record<string, never>>({});

const toHost: ContractShape<ToGradingHost> = {
  requests: {
    ready: {
      params: empty,
      result: object<GradingOpening>({ state: stateShape, drafts: optional(string) }),
    },
    keepDrafts: { params: object<Sent<'keepDrafts'>>({ text: string }), result: nothing },
    openQuestion: {
      params: object<Sent<'openQuestion'>>({ question: string }),
      result: sheetShape,
    },
    showAnswer: {
      params: object<Sent<'showAnswer'>>({ question: string, key: count }),
      result: answerShape,
    },
    decide: {
      params: object<Sent<'decide'>>({
        question: string,
        keys: list(count),
        decision: decisionShape,
      }),
      result: savedShape,
    },
    undo: {
      params: empty,
      result: object<Undone>({
        question: optional(string),
        key: optional(count),
        saved: optional(savedShape),
      }),
    },
    typeset: { params: object<Sent<'typeset'>>({ text: string }), result: string },
    showNames: { params: object<Sent<'showNames'>>({ on: boolean }), result: stateShape },
    writeResults: { params: empty, result: string },
  },
  events: {},
};

const toView: ContractShape<ToGradingView> = { requests: {}, events: { stateChanged: stateShape } };

export function openGradingHost(
  transport: Transport,
  handlers: Handlers<GradingRequests>,
  log: Log,
): GradingHostChannel {
  return new Channel({ transport, sent: toView, received: toHost, handlers, listeners: {}, log });
}

export function openGradingView(
  transport: Transport,
  listeners: Listeners<GradingEvents>,
  log: Log,
): GradingViewChannel {
  return new Channel({ transport, sent: toHost, received: toView, handlers: {}, listeners, log });
}
