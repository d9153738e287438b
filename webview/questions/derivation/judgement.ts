/** What a check found at each step of a derivation, and what is left to say below the verdict. */

import { type TemplateResult, html, nothing } from 'lit';
import { type Counterexample, type Verdict } from '../../../src/protocol/messages.ts';
import { type IconName, icon } from '../../controls/icon.ts';
import { proseLine } from '../../typeset/prose.ts';
import { counterexampleOf, counterexampleView, remarksBeside } from '../counterexample.ts';

type Outcome = 'holds' | 'violated' | 'undecided';

export interface JudgedStep {
  readonly outcome: Outcome | undefined;
  /** names of the facts that the step is credited with */
  readonly facts: readonly string[];
  readonly counterexample: Counterexample | undefined;
  /** a sentence: why there is no outcome, or no counterexample */
  readonly reason: string | undefined;
  /** it does too much at once */
  readonly isLeap: boolean;
}

interface OutcomeWords {
  readonly words: string;
  readonly icon: IconName;
  readonly tone: string;
}

const OUTCOMES: { readonly [O in Outcome]: OutcomeWords } = {
  holds: { words: 'Holds', icon: 'check', tone: 'good' },
  violated: { words: 'Does not hold', icon: 'cross', tone: 'bad' },
  undecided: { words: 'Undecided: a person will look at it', icon: 'question', tone: 'quiet' },
};

const isOutcome = (value: unknown): value is Outcome =>
  typeof value === 'string' && Object.hasOwn(OUTCOMES, value);

/** `evidence.steps`, one entry a step of the answer. */
export function judgedSteps(verdict: Verdict | undefined): readonly JudgedStep[] {
  const steps: unknown = verdict?.evidence?.['steps'];
  return Array.isArray(steps) ? steps.map(judgedStep) : [];
}

function judgedStep(value: unknown): JudgedStep {
  const fields = new Map<string, unknown>(
    typeof value === 'object' && value !== null ? Object.entries(value) : [],
  );
  const outcome = fields.get('outcome');
  const facts = fields.get('facts');
  const reason = fields.get('reason');
  return {
    outcome: isOutcome(outcome) ? outcome : undefined,
    facts: Array.isArray(facts) ? facts.filter((fact) => typeof fact === 'string') : [],
    counterexample: counterexampleOf(fields.get('counterexample')),
    reason: typeof reason === 'string' ? reason : undefined,
    isLeap: fields.get('leap') === true,
  };
}

/** What does not stand at a step already. */
export const furtherRemarks = (verdict: Verdict): readonly string[] =>
  remarksBeside(
    verdict.feedback,
    judgedSteps(verdict).find(({ counterexample }) => counterexample)?.counterexample,
  );

export function outcomeView(step: JudgedStep | undefined): TemplateResult | typeof nothing {
  if (step?.outcome === undefined) return nothing;
  const { words, icon: sign, tone } = OUTCOMES[step.outcome];
  return html`<div class="outcome tone-${tone}" data-outcome=${step.outcome}>
    <p>${icon(sign)} <strong>${words}</strong>${more(step)}</p>
    ${counterexampleView(step.counterexample, { left: 'Before', right: 'This step' })}
  </div>`;
}

const more = ({ facts, reason, isLeap }: JudgedStep): readonly TemplateResult[] => [
  ...(facts.length === 0
    ? []
    : [html` <span>· uses ${proseLine(facts.map(factWords).join(', '))}</span>`]),
  ...(isLeap ? [html` <span>· does too much at once: split it</span>`] : []),
  ...(reason === undefined ? [] : [html` <span>· ${proseLine(reason)}</span>`]),
];

const INDEXED = /[A-Za-z]+(?:[_^](?:\{[^{}]*\}|[A-Za-z0-9]+))+/g;

/** Names of facts are words; a letter with an index among them, as in `a_j at most 1`, is a formula. */
export const factWords = (name: string): string =>
  name.includes('$')
    ? name
    : name.replace(
        INDEXED,
        (letter) => `$${letter.replace(/([_^])([A-Za-z0-9]{2,})/g, '$1{$2}')}$`,
      );
