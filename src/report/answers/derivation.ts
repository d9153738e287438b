/** A proof, step by step, each with what was found of it. */

import { type DerivationAnswer } from '../../core/answer/answer.ts';
import { type Html, html } from '../html.ts';
import { proseLine } from '../prose.ts';
import { type AnswerProps, type ShowAnswer } from './answerProps.ts';
import { counterexampleIn } from './counterexample.ts';
import { field, listOf, textOf } from './evidence.ts';
import { readFormula } from './readFormula.ts';

type Step = DerivationAnswer['steps'][number];

export const showDerivation: ShowAnswer<'derivation'> = (props) => ({
  body: html`<ol class="steps">
    ${props.answer.steps.map((step, index) => stepView(props, step, index))}
  </ol>`,
  remarks: props.graded.feedback,
});

const RELATIONS: Readonly<Record<string, string>> = { '<=': '≤', '>=': '≥' };

function stepView(
  { question, graded }: AnswerProps<'derivation'>,
  step: Step,
  index: number,
): Html {
  const { relation = '', latex, reason = '' } = step;
  const found = listOf(field(graded.evidence, 'steps'))[index];
  return html`<li>
    <span class="nth">${index + 1}</span><span>${RELATIONS[relation] ?? relation}</span>
    <div>
      ${readFormula(question, latex)}
      ${reason !== '' && html`<p class="reason">${proseLine(reason)}</p>`} ${judged(found)}
    </div>
  </li>`;
}

const OUTCOMES: Readonly<Record<string, { readonly tone: string; readonly words: string }>> = {
  holds: { tone: 'good', words: '✓ holds' },
  violated: { tone: 'bad', words: '✗ does not hold' },
  undecided: { tone: 'quiet', words: '○ could not be decided' },
};

function judged(found: unknown): Html | undefined {
  const outcome = OUTCOMES[textOf(field(found, 'outcome')) ?? ''];
  if (outcome === undefined) return undefined;
  const facts = listOf(field(found, 'facts'))
    .map(textOf)
    .filter((fact) => fact !== undefined);
  const reason = textOf(field(found, 'reason'));
  const sides = { left: 'left side', right: 'right side' };
  return html`<p class="judged">
      <strong class="${outcome.tone}">${outcome.words}</strong
      >${facts.length > 0 && html` <span class="quiet">· uses ${proseLine(facts.join(', '))}</span>`}${field(found, 'leap') === true && html` <span class="quiet">· does too much at once</span>`}${reason !== undefined && html`: ${proseLine(reason)}`}
    </p>
    ${counterexampleIn(field(found, 'counterexample'), sides)}`;
}
