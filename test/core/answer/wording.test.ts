import { describe, expect, it } from 'vitest';
import { wordingOf } from '../../../src/core/answer/wording.ts';

type Case = readonly [text: string, sentences: number, words: number];

const english: readonly Case[] = [
  ['', 0, 0],
  [' \n\t', 0, 0],
  ['...', 0, 0],
  ['because', 1, 1],
  ['It is bounded.', 1, 3],
  ['It is bounded. Hence it is smooth.', 2, 7],
  ['Why? Because! So.', 3, 3],
  ['It grows (!) and is bounded.', 1, 5],
  ['"Is it so?" he asked.', 1, 5],
  ['Use a norm, e.g. The first one.', 1, 7],
  ['Small weights, i.e. L1, help.', 1, 5],
  ['The slope w.r.t. X is small. Good.', 2, 7],
  ['Dropout vs. Adam, cf. Goodfellow.', 1, 5],
  ['Goodfellow et al. (2015) show it. See there.', 2, 8],
  ['It was shown by Goodfellow et al. Then others came.', 2, 10],
  ['It holds by Eq. (3) and Fig. 2. Nothing else matters.', 2, 11],
  ['The answer is no. Nothing helps.', 2, 6],
  ['See no. 3 for that.', 1, 5],
  ['J. Smith said so.', 1, 4],
  ['It depends on w. Hence a penalty.', 2, 7],
  ['It depends on W. The bound is tight.', 2, 8],
  ['The factor is 1.5. It may be 2.', 2, 8],
  ['About 1.5 times, in version 2.0.1, as GPT-4.5 says.', 1, 9],
  ['Weights, biases, etc. Then the rest.', 2, 6],
  ['a well-known L1-norm doesn’t grow', 1, 5],
  ["it doesn't grow", 1, 3],
  ['either/or', 1, 2],
  ['$w$ is small. $v$ is not.', 2, 6],
  ['The bound is $d \\|w\\|_1$. Hence L1.', 2, 6],
  ['The bound is $$y = x. And\\ z = 1.$$ and that is it.', 1, 8],
  ['A $d$-dimensional $x$, approx. $y$, cf. $z$.', 1, 7],
  ['It costs $5 and $6. That is all.', 2, 8],
  ['\\$5 and \\$6', 1, 3],
  ['Call `a.b(). c` once. Then `d`.', 2, 5],
  ['```ts\nconst a = b. C;\n```', 1, 1],
  ['one line\nand the same sentence', 1, 6],
  ['first\n\nsecond', 2, 2],
  ['- first\n- second\n- third', 3, 3],
  ['1. first\n2. second', 2, 2],
  ['> quoted words\n\nand mine.', 2, 4],
  ['# Title\nText.', 2, 2],
  ['hard break  \nnew line', 2, 4],
  ['**Bold.** _So_ it is.', 2, 4],
  ['See [the notes](https://example.org/a.b?c=d).', 1, 3],
  ['See https://example.org/a.b. Then write.', 2, 4],
  ['![A net. Its weights](a.svg)', 2, 4],
  ['Wait … what?', 1, 2],
  ['One.\r\n\r\nTwo.', 2, 2],
];

const german: readonly Case[] = [
  ['Die Schranke begrenzt die Steigung. Also hilft L1.', 2, 8],
  ['Man nimmt z.B. Dropout.', 1, 4],
  ['Man nimmt z. B. Dropout. Das hilft.', 2, 7],
  ['Die Norm ist klein, d. h. Die Funktion ist glatt.', 1, 10],
  ['Das gilt i.Allg. Nicht immer.', 1, 5],
  ['Es sei o. B. d. A. Die Matrix klein.', 1, 9],
  ['Kleine bzw. Beschränkte Gewichte, vgl. Aufgabe 3.', 1, 7],
  ['Die max. Steigung ist 1,5. Das genügt.', 2, 7],
  ['Am 3. Mai gilt das. Sonst nicht.', 2, 7],
  ['Die 2. Schicht ist linear.', 1, 5],
  ['Es gilt n = 3. Daher folgt es.', 2, 7],
  ['Siehe Abb. 3 und Gl. (2). Mehr nicht.', 2, 8],
  ['Rauschen, Dropout usw. Das war es.', 2, 6],
  ['Das hängt von $w$ ab. $w$ ist klein.', 2, 8],
  ['L1-Regularisierung', 1, 1],
  ['Warum? Weil!', 2, 2],
];

describe('the length of a text', () => {
  it.each(english)('in English: %j', (text, sentences, words) => {
    expect(wordingOf(text, 'en')).toEqual({ sentences, words });
  });

  it.each(german)('in German: %j', (text, sentences, words) => {
    expect(wordingOf(text, 'de-AT')).toEqual({ sentences, words });
  });

  it('knows only the abbreviations of the language', () => {
    expect(wordingOf('Keep it in mind. That helps.', 'en').sentences).toBe(2);
    expect(wordingOf('Das sind mind. Zwei.', 'de').sentences).toBe(1);
  });

  it('counts languages without spaces, and those that it knows no abbreviations of', () => {
    expect(wordingOf('今日は。明日も。', 'ja').sentences).toBe(2);
    expect(wordingOf('Elle est bornée. Donc lisse.', 'fr')).toEqual({ sentences: 2, words: 5 });
  });

  it.each([
    ['$a'],
    ['`` '],
    ['\\'],
    [' '],
    ['- # > '],
    ['[a'],
    ['a. '],
    ['e.g. A '],
    ['\n'],
    ['$$'],
    ['http://'],
  ])('is found for a long text of %j', (part) => {
    const { words } = wordingOf(`${part.repeat(Math.ceil(200_000 / part.length))}x`, 'en');
    expect(words).toBeGreaterThan(0);
  });
});
