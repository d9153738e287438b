/** How a conversation is typed: what one end may be sent, as a type and as shapes that check it at run time. */

import { type Shape } from './shape.ts';

/** What one end may be sent: what it can be asked, and what it is told. Methods take one parameter object. */
export interface Contract {
  readonly requests: object;
  readonly events: object;
}

export type Params<R, M extends keyof R> = R[M] extends (params: infer P) => unknown ? P : never;
export type Result<R, M extends keyof R> = R[M] extends (params: never) => infer T ? T : never;

/** The run-time face of a contract. */
export interface ContractShape<C extends Contract> {
  readonly requests: {
    readonly [M in keyof C['requests']]: {
      readonly params: Shape<Params<C['requests'], M>>;
      readonly result: Shape<Result<C['requests'], M>>;
    };
  };
  readonly events: { readonly [E in keyof C['events']]: Shape<C['events'][E]> };
}

/** What a handler throws goes to the other end as a failure, its message as the sentence. */
export type Handlers<R> = {
  readonly [M in keyof R]: (params: Params<R, M>) => Result<R, M> | Promise<Result<R, M>>;
};

export type Listeners<E> = { readonly [N in keyof E]: (event: E[N]) => void };

/** Carries messages; may lose them, must not reorder them. */
export interface Transport {
  send(message: unknown): void;
  /** @returns a function that stops listening */
  listen(receive: (message: unknown) => void): () => void;
}

/** Where bad messages and what handlers and listeners throw end up. */
export type Log = (sentence: string, cause?: unknown) => void;
