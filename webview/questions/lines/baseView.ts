/** Which program the line numbers are of: the student's own, or a right one for who has none. */

import { type TemplateResult, html, nothing } from 'lit';
import { type EditsPreview } from '../../../src/protocol/messages.ts';
import { button } from '../../controls/button.ts';
import { icon } from '../../controls/icon.ts';
import { type FormProps } from '../form.ts';
import { type Bench, focusLater } from './bench.ts';
import { type Base } from './editSheet.ts';

type Props = FormProps<'lines'>;

const baseId = ({ desk }: Bench): string => `program-base-${desk.id}`;

export function baseView(props: Props, bench: Bench, preview: EditsPreview): TemplateResult {
  const { base, own } = preview;
  return html`<div class="program-base">
    <p id=${baseId(bench)} tabindex="-1" aria-live="polite">
      ${icon(base === 'none' ? 'info' : 'file')} <span>${sentence(props, preview)}</span>
    </p>
    <div class="program-buttons">
      ${base === 'given' ? nothing : openButton(props, bench)}
      ${base === 'given' && own !== 'missing' ? take(props, bench, 'own') : nothing}
      ${base !== 'given' && own !== 'passing' ? take(props, bench, 'given') : nothing}
    </div>
  </div>`;
}

type Standing = EditsPreview['own'];

const STANDING: { readonly [S in Standing]: (program: string) => string } = {
  missing: () => '',
  unchecked: (program) => ` It has not been checked yet: question ${program} has the checks.`,
  failing: (program) => ` It does not pass the checks of question ${program} so far.`,
  passing: (program) => ` It passes the checks of question ${program}.`,
};

function sentence({ question }: Props, { base, own }: EditsPreview): TemplateResult {
  const { file, program } = question;
  const name = html`<code>${file}</code>`;
  if (base === 'none')
    return html`Write question ${program} first: the lines of your ${name} are what changes here.`;
  if (base === 'given') return html`The lines of a right ${name}, not of yours.`;
  return html`The lines of your own ${name}.${STANDING[own](program)}`;
}

const openButton = ({ question: { file, program } }: Props, bench: Bench): TemplateResult =>
  button({
    words: `Open ${file}`,
    icon: 'file',
    press: () => void bench.openProgram(program),
  });

/** A right program gives the other question away, so where model answers are not shown there is none. */
function take(
  { state, question: { program } }: Props,
  bench: Bench,
  base: Base,
): TemplateResult | typeof nothing {
  if (state.readOnly !== undefined || (base === 'given' && !state.modelAnswers)) return nothing;
  const press = (): void => {
    bench.takeBase(base);
    // the button is gone by then
    focusLater(() => document.getElementById(baseId(bench)));
  };
  if (base === 'own') return button({ words: 'Take my own program', press });
  return html`${button({ words: 'Take a right program', press })}
    <span class="quiet">It gives away question ${program}.</span>`;
}
