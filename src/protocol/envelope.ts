/** What a channel puts around requests, replies and events on their way. */

import {
  type Shape,
  anything,
  boolean,
  count,
  object,
  oneOf,
  optional,
  string,
  tagged,
} from './shape.ts';

export interface Request {
  readonly kind: 'request';
  readonly id: number;
  readonly method: string;
  readonly params: unknown;
}

/** Answers the request of the same id: `result` if `ok`, else a sentence in `failure`. */
export interface Reply {
  readonly kind: 'reply';
  readonly id: number;
  readonly ok: boolean;
  readonly result: unknown;
  readonly failure?: string | undefined;
}

export interface Told {
  readonly kind: 'event';
  readonly name: string;
  readonly event: unknown;
}

export type Message = Request | Reply | Told;

export const messageShape: Shape<Message> = tagged<'kind', Message>('kind', {
  request: object<Request>({
    kind: oneOf('request'),
    id: count,
    method: string,
    params: anything,
  }),
  reply: object<Reply>({
    kind: oneOf('reply'),
    id: count,
    ok: boolean,
    result: anything,
    failure: optional(string),
  }),
  event: object<Told>({ kind: oneOf('event'), name: string, event: anything }),
});
