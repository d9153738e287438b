/** Of one question: how many got what, how hard it was, how well it tells apart, what went wrong. */

import { type Figure } from '../../core/gradebook/figures.ts';
import { type VerdictKind } from '../../core/grade/verdict.ts';
import { type QuestionStatistics } from '../../core/gradebook/statistics.ts';
import { type Html, html } from '../html.ts';
import { termed } from '../termed.ts';
import { proseLine } from '../prose.ts';
import { CAUSE_WORDS, VERDICT_TONES, VERDICT_WORDS, counted, decimal } from '../words.ts';
import { histogramPlot, shares } from './bars.ts';

export function questionPanel(question: QuestionStatistics): Html {
  const { id, title, maxPoints, histogram } = question;
  const plot = { label: `${id}, submissions by points`, counts: histogram, most: maxPoints };
  return html`<article class="card">
    <h3><span>${id} ${title}</span><span class="quiet">${counted(maxPoints, 'point')}</span></h3>
    ${measures(question)}${histogramPlot(plot)}${verdicts(question)}${options(question)}${mistakes(question)}${causes(question)}
  </article>`;
}

function measures({
  spread,
  difficulty,
  discrimination,
  open,
  decidedByPersons,
}: QuestionStatistics): Html {
  const entries = [
    ['Mean', spread === undefined ? '–' : `${decimal(spread.mean)} ± ${decimal(spread.deviation)}`],
    ['Difficulty (mean / max)', difficulty === undefined ? '–' : decimal(difficulty)],
    ['Discrimination', figureText(discrimination)],
    ...(open > 0 ? [['Open', String(open)]] : []),
    ...(decidedByPersons > 0 ? [['By persons', String(decidedByPersons)]] : []),
  ];
  return html`<dl class="measures">${termed(entries)}</dl>`;
}

export const figureText = (figure: Figure): string =>
  'value' in figure ? decimal(figure.value) : `– (${figure.missing})`;

const ORDER: readonly VerdictKind[] = [
  'correct',
  'partial',
  'wrong',
  'unanswered',
  'manual',
  'undecided',
  'invalid',
  'not-run',
];

function verdicts({ verdicts: counts }: QuestionStatistics): Html | undefined {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const items = ORDER.flatMap((verdict) => {
    const [tone, count] = [VERDICT_TONES[verdict], counts.get(verdict)];
    if (count === undefined) return [];
    return {
      name: VERDICT_WORDS[verdict],
      count,
      ...(tone === 'good' || tone === 'bad' ? { tone } : {}),
    };
  });
  return items.length === 0
    ? undefined
    : html`<div class="part">
        <h4>Verdicts</h4>
        ${shares(items, all)}
      </div>`;
}

function options({ options: counts, verdicts: all }: QuestionStatistics): Html | undefined {
  if (counts.length === 0) return undefined;
  const answers = [...all.values()].reduce((sum, count) => sum + count, 0);
  const items = counts.map(({ text, correct, count }) => ({
    name: html`${correct && html`<strong class="good">✓<span class="unseen"> right:</span></strong> `}${proseLine(text)}`,
    count,
    tone: correct ? ('good' as const) : ('bad' as const),
  }));
  return html`<div class="part">
    <h4>Selected options</h4>
    ${shares(items, answers)}
  </div>`;
}

const MOST_MISTAKES = 12;

function mistakes({ mistakes: counts, verdicts: all }: QuestionStatistics): Html | undefined {
  if (counts.size === 0) return undefined;
  const answers = [...all.values()].reduce((sum, count) => sum + count, 0);
  const items = [...counts].slice(0, MOST_MISTAKES).map(([name, count]) => ({
    name: name.slice(0, 100).replaceAll('-', ' '),
    count,
    tone: 'bad' as const,
  }));
  return html`<div class="part">
    <h4>Recognised mistakes</h4>
    ${shares(items, answers)}
  </div>`;
}

/** Only what did not come to its end as usual. */
function causes({ causes: counts }: QuestionStatistics): Html | undefined {
  const unusual = [...counts].filter(([cause]) => cause !== 'ok' && cause !== 'wrong');
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const items = unusual.map(([cause, count]) => ({ name: CAUSE_WORDS[cause], count }));
  return items.length === 0
    ? undefined
    : html`<div class="part">
        <h4>Checks that did not end as usual</h4>
        ${shares(items, all)}
      </div>`;
}
