/** Wrong answers that nobody has foreseen: a common slip, another shape, or numbers that show the difference. */

import { sameShape, shapeText } from '../../math/shape/sizes.ts';
import { type Slip, findSlip } from '../../math/slip/findSlip.ts';
import { SLIPS } from '../../math/slip/slips.ts';
import { type Verdict } from '../verdict.ts';
import { aboutWritten, counterexampleWords } from './counterexampleWords.ts';
import { type Given, said } from './given.ts';
import { type Different, SEED } from './rightness.ts';

export function slipped(given: Given, difference: Different): Verdict {
  const { question } = given;
  const counterexample = counterexampleFor(difference, given);
  const shape = shapeWords(given);
  const slip = slipIn(given);
  if (slip !== undefined) {
    const single = slip.second === undefined && shape === undefined;
    const feedback = [...(shape ?? []), ...slipWords(slip)];
    const points = single ? question.slipPoints : 0;
    return said(question, points, feedback, { counterexample, mistake: slip.name });
  }
  return shape === undefined
    ? said(question, 0, differenceWords({ ...difference, counterexample }, given), {
        counterexample,
      })
    : said(question, 0, shape, { mistake: 'other-shape' });
}

/** undefined: it has the shape that is asked for */
function shapeWords({ answer, rights }: Given): string[] | undefined {
  const [right] = rights;
  if (right === undefined || sameShape(answer.shape, right.shape)) return undefined;
  return [`This is ${shapeText(answer.shape)}; asked is ${shapeText(right.shape)}.`];
}

function slipIn({ question, answer, rights }: Given): Slip | undefined {
  for (const right of rights) {
    const slip = findSlip(answer, right, question.declarations, { seed: SEED });
    if (slip !== undefined) return slip;
  }
  return undefined;
}

function slipWords({ name, second = name }: Slip): string[] {
  return [...new Set([SLIPS[name].feedback, SLIPS[second].feedback])];
}

function counterexampleFor({ counterexample }: Different, { answer, rights, question }: Given) {
  if (counterexample === undefined) return undefined;
  const written = [answer, ...rights.slice(0, 1)].map(({ expression }) => expression);
  return aboutWritten(counterexample, written, question.declarations);
}

function differenceWords({ reason, counterexample }: Different, given: Given): string[] {
  const free = looseIndices(given).map(
    (letter) => `The index $${letter}$ stands free in your answer: no sum runs over it.`,
  );
  if (counterexample === undefined)
    return [reason ?? 'This is not equal to what is right.', ...free];
  return [counterexampleWords(counterexample, given.question.declarations), ...free];
}

/** Letters that nothing binds and that are not asked for. */
function looseIndices({ answer, rights }: Given): string[] {
  return [...answer.freeIndices.keys()].filter((letter) =>
    rights.every(({ freeIndices }) => !freeIndices.has(letter)),
  );
}
