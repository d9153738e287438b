/** What the checks of a program found, each with its outcome: `evidence.checks` of a verdict. */

import { type TemplateResult, html, nothing } from 'lit';
import { type Verdict } from '../../src/protocol/messages.ts';
import { type IconName, icon } from '../controls/icon.ts';
import { proseLine } from '../typeset/prose.ts';
import { type Explanation } from './form.ts';

/** The checks, and the remarks that none of them makes. */
export function explainChecks(verdict: Verdict): Explanation {
  const checks = checksOf(verdict);
  const said = checks.map(({ message }) => message);
  return {
    remarks: verdict.feedback.filter((remark) => !said.includes(remark)),
    more: checks.length > 0 ? checkList(checks) : nothing,
  };
}

interface CheckLine {
  /** Markdown with LaTeX, by the author */
  readonly title: string;
  readonly passed: boolean | 'not-run';
  readonly message: string;
}

/** In the order in which they ran. */
function checksOf({ evidence }: Verdict): readonly CheckLine[] {
  const checks: unknown = evidence?.['checks'];
  return Array.isArray(checks) ? checks.filter(isCheckLine) : [];
}

function isCheckLine(value: unknown): value is CheckLine {
  if (typeof value !== 'object' || value === null) return false;
  if (!('title' in value && 'passed' in value && 'message' in value)) return false;
  const { title, passed, message } = value;
  const outcome = typeof passed === 'boolean' || passed === 'not-run';
  return typeof title === 'string' && outcome && typeof message === 'string';
}

interface Outcome {
  readonly words: string;
  readonly icon: IconName;
  readonly tone: string;
}

const PASSED: Outcome = { words: 'Passed', icon: 'check', tone: 'good' };
const FAILED: Outcome = { words: 'Failed', icon: 'cross', tone: 'bad' };
const NOT_RUN: Outcome = { words: 'Not run', icon: 'circle', tone: 'quiet' };

function outcomeOf({ passed }: CheckLine): Outcome {
  if (passed === 'not-run') return NOT_RUN;
  return passed ? PASSED : FAILED;
}

const checkList = (checks: readonly CheckLine[]): TemplateResult =>
  html`<ul class="checks" aria-label="Checks">
    ${checks.map(checkLine)}
  </ul>`;

function checkLine(line: CheckLine): TemplateResult {
  const { words, icon: sign, tone } = outcomeOf(line);
  return html`<li>
    <span class="tone-${tone}">${icon(sign)}</span>
    <span><strong>${words}</strong> · ${proseLine(line.title)}${message(line)}</span>
  </li>`;
}

const message = ({ message: text }: CheckLine): TemplateResult | typeof nothing =>
  text === '' ? nothing : html`<br /><span class="quiet">${proseLine(text)}</span>`;
