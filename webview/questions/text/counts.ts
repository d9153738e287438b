/** How long a text is, held against its limits while it is written. */

import { type TemplateResult, html, nothing } from 'lit';
import { type PublicQuestionOf } from '../../../src/protocol/messages.ts';
import { type Wording, wordingOf } from '../../../src/protocol/wording.ts';
import { icon } from '../../controls/icon.ts';

/** Most words, most sentences, and the language whose rules count them. */
export interface Limits extends Pick<PublicQuestionOf<'text'>, 'maxWords' | 'maxSentences'> {
  readonly language: string;
}

interface Count {
  readonly words: string;
  readonly isOver: boolean;
}

const named = (unit: keyof Wording, count: number): string =>
  count === 1 ? unit.slice(0, -1) : unit;

function countOf(unit: keyof Wording, found: number, most: number | undefined): Count {
  if (most === undefined) return { words: `${found} ${named(unit, found)}`, isOver: false };
  return { words: `${found} of at most ${most} ${named(unit, most)}`, isOver: found > most };
}

/** Sentences are counted aloud only where there may not be any number of them. */
function countsOf(limits: Limits, text: string): readonly Count[] {
  const { words, sentences } = wordingOf(text, limits.language);
  const { maxWords, maxSentences } = limits;
  const counted = countOf('words', words, maxWords);
  if (maxSentences === undefined) return [counted];
  const sentenceCount = countOf('sentences', sentences, maxSentences);
  return maxWords === undefined && words === 0 ? [sentenceCount] : [sentenceCount, counted];
}

export const countLine = (limits: Limits, text: string): TemplateResult =>
  html`<p class="word-count">
    ${countsOf(limits, text).map(
      ({ words, isOver }, index) =>
        html`${index === 0 ? nothing : ' · '}<span class=${isOver ? 'tone-bad' : ''}
            >${isOver ? icon('warning') : nothing} ${words}</span
          >`,
    )}
  </p>`;

/** The limits by themselves, such as `, at most 2 sentences and 12 words`; nothing where there are none. */
export function limitWords({ maxSentences, maxWords }: Limits): string {
  const most = [mostOf('sentences', maxSentences), mostOf('words', maxWords)].flat();
  return most.length === 0 ? '' : `, at most ${most.join(' and ')}`;
}

const mostOf = (unit: keyof Wording, most: number | undefined): readonly string[] =>
  most === undefined ? [] : [`${most} ${named(unit, most)}`];

/** What to say when a change makes a text too long, for who does not see the count. */
export function grownTooLong(limits: Limits, before: string, after: string): string | undefined {
  const were = countsOf(limits, before);
  const grown = countsOf(limits, after).filter(
    ({ isOver }, index) => isOver && were[index]?.isOver !== true,
  );
  return grown.length === 0
    ? undefined
    : `Too long: ${grown.map(({ words }) => words).join(', ')}.`;
}
