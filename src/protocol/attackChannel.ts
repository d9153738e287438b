/** The conversation of an attack view: who may say what, how it is checked, and an opener for each end. */

import { Channel } from './channel.ts';
import {
  type ContractShape,
  type Handlers,
  type Listeners,
  type Log,
  type Transport,
} from './contract.ts';
import {
  type AttackEvents,
  type AttackRequests,
  type AttackRow,
  type AttackViewState,
  type FieldPicture,
} from './messages.ts';
import {
  boolean,
  count,
  list,
  nothing,
  nullable,
  number,
  object,
  oneOf,
  optional,
  pair,
  string,
} from './shape.ts';

/** What an attack view may send to the host. */
export interface ToAttackHost {
  readonly requests: AttackRequests;
  readonly events: object;
}

/** What the host may send to an attack view. */
export interface ToAttackView {
  readonly requests: object;
  readonly events: AttackEvents;
}

export type AttackHostChannel = Channel<ToAttackView, ToAttackHost>;
export type AttackViewChannel = Channel<ToAttackHost, ToAttackView>;

type Sent<M extends keyof AttackRequests> = Parameters<AttackRequests[M]>[0];

const rowShape = object<AttackRow>({
  x: list(number),
  t: number,
  path: optional(list(list(number))),
  z: optional(list(number)),
  output: optional(list(number)),
  distance: optional(list(number)),
  success: optional(boolean),
});

const fieldShape = object<FieldPicture>({
  x1: pair(number),
  x2: pair(number),
  columns: count,
  rows: count,
  values: list(number),
});

const stateShape = object<AttackViewState>({
  status: oneOf('preparing', 'running', 'done', 'failed', 'cancelled'),
  failure: optional(
    object<NonNullable<AttackViewState['failure']>>({ message: string, at: optional(string) }),
  ),
  provider: optional(string),
  providerNote: optional(string),
  output: optional(string),
  iterations: count,
  iterationsPerSecond: optional(number),
  ms: optional(number),
  loss: list(number),
  rows: list(rowShape),
  field: optional(fieldShape),
});

const empty = object<Record<string, never>>({});

const toHost: ContractShape<ToAttackHost> = {
  requests: {
    ready: { params: empty, result: stateShape },
    cancel: { params: empty, result: nothing },
    rerun: {
      params: object<Sent<'rerun'>>({ provider: oneOf('auto', 'cpu', 'cuda') }),
      result: nothing,
    },
    showCode: { params: empty, result: nothing },
    exportPicture: {
      params: object<Sent<'exportPicture'>>({
        name: string,
        format: oneOf('svg', 'png'),
        content: string,
      }),
      result: nullable(string),
    },
  },
  events: {},
};

const toView: ContractShape<ToAttackView> = { requests: {}, events: { stateChanged: stateShape } };

export function openAttackHost(
  transport: Transport,
  handlers: Handlers<AttackRequests>,
  log: Log,
): AttackHostChannel {
  return new Channel({ transport, sent: toView, received: toHost, handlers, listeners: {}, log });
}

export function openAttackView(
  transport: Transport,
  listeners: Listeners<AttackEvents>,
  log: Log,
): AttackViewChannel {
  return new Channel({ transport, sent: toHost, received: toView, handlers: {}, listeners, log });
}
