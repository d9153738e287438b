/** What was checked of a program, one after the other, with a picture where it shows something. */

import { type Html, html } from '../html.ts';
import { attackPicture } from '../pictures/attackPicture.ts';
import { proseLine } from '../prose.ts';
import { field, listOf, textOf } from './evidence.ts';

interface Window {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

interface Checked {
  readonly title: string;
  readonly passed: unknown;
  readonly message: string;
  readonly evidence: unknown;
}

export function checksIn(evidence: unknown): readonly Checked[] {
  return listOf(field(evidence, 'checks')).map((check) => ({
    title: textOf(field(check, 'title')) ?? textOf(field(check, 'check')) ?? '',
    passed: field(check, 'passed'),
    message: textOf(field(check, 'message')) ?? '',
    evidence: field(check, 'evidence'),
  }));
}

export function checkList(checks: readonly Checked[], window: Window): Html | undefined {
  if (checks.length === 0) return undefined;
  const pictures = checks.flatMap((check) => attackPicture(check, window) ?? []);
  return html`<div class="part">
    <h4>Checks</h4>
    <ul class="checks">
      ${checks.map(checkView)}
    </ul>
    ${pictures.length > 0 && html`<div class="pictures">${pictures}</div>`}
  </div>`;
}

function checkView({ title, passed, message }: Checked): Html {
  const [sign, tone, words] =
    passed === true
      ? (['✓', 'good', 'passed'] as const)
      : passed === false
        ? (['✗', 'bad', 'failed'] as const)
        : (['○', 'quiet', 'not run'] as const);
  return html`<li>
    <strong class="${tone}"
      ><span aria-hidden="true">${sign}</span><span class="unseen">${words}</span></strong
    >
    <div>
      ${proseLine(title)}
      <p class="said">${proseLine(message)}</p>
    </div>
  </li>`;
}
