/** How the standing of answers and what the check said of them is told; colour never speaks alone. */

import { type TemplateResult, html, nothing } from 'lit';
import { type AnswerEntry, type GradingTone } from '../../src/protocol/gradingMessages.ts';
import { type IconName } from '../controls/icon.ts';
import { type Tone } from '../task/verdictWords.ts';

export const STANDINGS: { readonly [S in AnswerEntry['standing']]: string } = {
  open: 'open',
  decided: 'decided',
  checked: 'checked by the program',
};

export const TONES: {
  readonly [T in GradingTone]: { readonly tone: Tone; readonly icon: IconName };
} = {
  right: { tone: 'good', icon: 'check' },
  partly: { tone: 'mixed', icon: 'half' },
  wrong: { tone: 'bad', icon: 'cross' },
  open: { tone: 'quiet', icon: 'person' },
  none: { tone: 'quiet', icon: 'circle' },
};

/** Behind a heading, where the set has variants. */
export const variantWords = (variant: number | undefined): TemplateResult | typeof nothing =>
  variant === undefined ? nothing : html`<span class="quiet"> · Variant ${variant}</span>`;

export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;
