/** How partly right selections of a question with several right options count. */

export const CREDIT_RULES = ['all-or-nothing', 'right-minus-wrong'] as const;

export type CreditRule = (typeof CREDIT_RULES)[number];
