/** A formula as it was read, or as it was written where it could not be read. */

import { echoOf } from '../../core/grade/echoOf.ts';
import { type QuestionOf } from '../../core/taskset/taskSet.ts';
import { type Html, html } from '../html.ts';
import { formula, source } from '../prose.ts';

type WithFormulas = QuestionOf<'expression' | 'derivation' | 'drawing' | 'diagram'>;

/** In characters; longer ones are not read again for a page. */
const LONGEST = 2000;

export function readFormula(question: WithFormulas, text: string): Html {
  if (text.trim() === '') return html`<span class="quiet">(empty)</span>`;
  const echo = text.length > LONGEST ? undefined : echoOf(question, text);
  return echo?.kind === 'read' ? formula(echo.latex) : source(text);
}
