/**
 * How long a text is: words and sentences as a reader counts them. Unicode's rules (UAX 29, through `Intl.Segmenter`) find
 * both; what they cannot know is mended here: formulas, Markdown, abbreviations, and words joined by hyphens.
 */

import { isInnerStop } from './abbreviations.ts';
import { markdownBlocks } from './markdownBlocks.ts';

export interface Wording {
  readonly words: number;
  readonly sentences: number;
}

/**
 * @param text Markdown with LaTeX
 * @param language tag of the language that it is written in, such as `en` or `de`
 */
export function wordingOf(text: string, language: string): Wording {
  const blocks = markdownBlocks(text);
  return {
    words: sum(blocks.map((block) => wordsIn(block, language))),
    sentences: sum(blocks.map((block) => sentencesIn(block, language))),
  };
}

const sum = (counts: readonly number[]): number =>
  counts.reduce((total, count) => total + count, 0);

export interface WordingLimits {
  readonly maxWords?: number | undefined;
  readonly maxSentences?: number | undefined;
}

const LIMITS = [
  ['words', 'maxWords'],
  ['sentences', 'maxSentences'],
] as const;

/** Why a text is too long: one sentence a limit. */
export function overlong(wording: Wording, limits: WordingLimits, what = 'The answer'): string[] {
  return LIMITS.flatMap(([unit, limit]) => {
    const most = limits[limit];
    if (most === undefined || wording[unit] <= most) return [];
    const units = most === 1 ? unit.slice(0, -1) : unit;
    return [`${what} may have at most ${most} ${units}, found ${wording[unit]}.`];
  });
}

type Granularity = 'word' | 'sentence';

const segmenters = new Map<string, Intl.Segmenter>();

/** Making one takes longer than using it. */
function segmenter(language: string, granularity: Granularity): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const known = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
  segmenters.set(key, known);
  return known;
}

/** Hyphens and apostrophes between two words make one of them. */
const JOINT = /^[-‐‑–'’]$/;

function wordsIn(block: string, language: string): number {
  let words = 0;
  let previous = '';
  let isJoined = false;
  for (const { segment, isWordLike = false } of segmenter(language, 'word').segment(block)) {
    if (isWordLike && !isJoined) words += 1;
    isJoined = JOINT.test(segment) && previous === 'word';
    previous = isWordLike ? 'word' : segment;
  }
  return words;
}

const WRITTEN = /[\p{L}\p{N}]/u;
/** `J. Smith`: nothing but a letter before the stop */
const LETTER = /^\P{L}*\p{L}\.$/u;

function sentencesIn(block: string, language: string): number {
  let sentences = 0;
  let tail = '';
  let isWritten = false;
  for (const { segment } of segmenter(language, 'sentence').segment(block)) {
    if (isWritten && !goesOn(tail, segment, language)) {
      sentences += 1;
      tail = '';
      isWritten = false;
    }
    tail = `${tail}${segment}`.slice(-TAIL);
    isWritten ||= WRITTEN.test(segment);
  }
  return isWritten ? sentences + 1 : sentences;
}

/** The longest end of a sentence that says whether its stop is one. */
const TAIL = 60;

/** Whether a sentence runs on over a place where signs alone would end it. */
function goesOn(tail: string, after: string, language: string): boolean {
  const ended = tail.trimEnd();
  if (!WRITTEN.test(after)) return true;
  // (!), or a question that is quoted
  if (/^\p{Ll}/u.test(after.trimStart()) && !ended.endsWith('.')) return true;
  return LETTER.test(ended) || isInnerStop(ended, after.trimStart(), language);
}
