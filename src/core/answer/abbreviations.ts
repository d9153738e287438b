/** Full stops that end no sentence, by language. */

import { THING } from './markdownBlocks.ts';

interface Abbreviations {
  /** whatever follows */
  readonly inside: readonly string[];
  /** where a number, a bracket or a formula follows */
  readonly beforeNumber: readonly string[];
}

const ENGLISH: Abbreviations = {
  inside: [
    'approx',
    'cf',
    'dept',
    'dr',
    'esp',
    'incl',
    'mr',
    'mrs',
    'ms',
    'prof',
    'resp',
    'viz',
    'vs',
  ],
  beforeNumber: [
    'al',
    'app',
    'ch',
    'chap',
    'def',
    'eq',
    'eqn',
    'eqs',
    'ex',
    'fig',
    'figs',
    'no',
    'nos',
  ].concat(['p', 'pp', 'ref', 'refs', 'sec', 'sect', 'tab', 'thm', 'vol']),
};

const GERMAN: Abbreviations = {
  inside: [
    'allg',
    'bspw',
    'bzgl',
    'bzw',
    'ca',
    'dr',
    'engl',
    'entspr',
    'evtl',
    'exkl',
    'gem',
    'ggf',
    'ggü',
  ].concat([
    'inkl',
    'insb',
    'insbes',
    'jew',
    'lt',
    'max',
    'mind',
    'min',
    'prof',
    'resp',
    'sog',
    'vgl',
    'vs',
    'zzgl',
  ]),
  beforeNumber: [
    'abb',
    'abs',
    'abschn',
    'al',
    'aufg',
    'bsp',
    'def',
    'gl',
    'kap',
    'nr',
    'nrn',
    's',
    'tab',
    'vol',
  ],
};

const LANGUAGES: Readonly<Record<string, Abbreviations>> = { en: ENGLISH, de: GERMAN };

/** `e.g.`, `z. B.`, `i.Allg.`: letters with a stop each, the last perhaps longer. */
const LETTERS = /(?<![\p{L}\p{N}.])\p{L}\.(?:\s?\p{L}\.|\p{L}{2,4}\.)+$/u;
/** `z. B.`, where the second part already stands for a sentence of its own */
const LETTER_AT_END = /(?<![\p{L}\p{N}])\p{L}\.$/u;
const LETTER_AT_START = /^\p{L}\.(?!\S)/u;
/** A number, a bracket, or what stands for a formula. */
const NUMBER_NEXT = new RegExp(String.raw`^(?:[\d([]|${THING})`);
const LAST_WORD = /(?<![\p{L}\p{N}])(\p{L}+)\.$/u;
/** `am 3. Mai`, `der 2. Schicht` */
const GERMAN_ORDINAL =
  /(?<!\p{L})(?:der|die|das|den|dem|des|am|im|vom|zum|zur|beim|ab|bis|je|ein|eine[mnrs]?|jede[mnrs]?|diese[mnrs]?|und|oder)\s\d{1,4}\.$/iu;

/**
 * Whether the stop at the end of `before` is one inside a sentence.
 * @param after what follows, from its first sign on
 * @param language tag of the text's language
 */
export function isInnerStop(before: string, after: string, language: string): boolean {
  if (!before.endsWith('.')) return false;
  if (LETTERS.test(before)) return true;
  if (LETTER_AT_END.test(before) && LETTER_AT_START.test(after)) return true;
  const tongue = new Intl.Locale(language).language;
  if (tongue === 'de' && GERMAN_ORDINAL.test(before)) return true;
  const word = LAST_WORD.exec(before)?.[1]?.toLowerCase() ?? '';
  const { inside, beforeNumber } = LANGUAGES[tongue] ?? ENGLISH;
  return inside.includes(word) || (beforeNumber.includes(word) && NUMBER_NEXT.test(after));
}
