/** What a task set says about handing in. Students need all of it, so none of it is secret. */

export interface HandInRules {
  /** public keys (`age1…`) of who may open submissions; none: they are not sealed */
  readonly recipients: readonly string[];
  /** whether students say who they are; they are not asked where it is missing */
  readonly name?: 'required' | 'optional' | undefined;
}

export const NO_RULES: HandInRules = { recipients: [] };
