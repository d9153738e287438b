/** How a formula was read, or why it could not be: plain data, for the line beside the field in which it is written. */

export type Echo =
  | { readonly kind: 'empty' }
  /** LaTeX of how it was read, in the writer's notation */
  | { readonly kind: 'read'; readonly latex: string }
  /** `start` and `end` are offsets into what was written (UTF-16), `end` not included */
  | {
      readonly kind: 'complaint';
      readonly message: string;
      readonly start: number;
      readonly end: number;
    };
