/** Sums and products over index letters: a range without limits runs over what the uses of its letter ask for. */

import { type Expression, type Fold, type Range } from '../expression.ts';
import { type Size } from '../size.ts';
import { inferCondition } from './inferCondition.ts';
import { type Inference, inferNumber, type Rule } from './inference.ts';
import { type Letter, unknownRange } from './letters.ts';
import { Misfit } from './misfit.ts';
import { isOpen } from './openSizes.ts';
import { literal, sizeExpression } from './sizes.ts';

export const inferFold: Rule<'fold'> = (node, inference) => {
  const [first, ...more] = node.ranges;
  const opened = [open(first, inference), ...more.map((range) => open(range, inference))] as const;
  const where = node.where === undefined ? undefined : inferCondition(node.where, inference);
  const body = inference.infer(node.body);
  inference.letters.release(node.ranges.length);
  if (node.operation !== 'sum' && body.shape.length > 0)
    throw wholeBody(node, inference.say(body.shape));
  const [head, ...tail] = opened.map((range) => closed(range, node, inference));
  if (head === undefined) throw new Error('a fold without a range');
  return {
    expression: { ...node, ranges: [head, ...tail], where, body: body.expression },
    shape: body.shape,
  };
};

interface OpenRange {
  readonly range: Range;
  readonly letter: Letter;
}

/** Its limits are read before its letter is in scope; they may use the letters before it. */
function open(range: Range, inference: Inference): OpenRange {
  const from = limit(range.from, inference);
  const to = limit(range.to, inference);
  const letter: Letter = { name: range.index, runs: to === undefined ? 'asked' : 'ranged' };
  inference.letters.bind(letter);
  return { range: { ...range, from, to }, letter };
}

function limit(expression: Expression | undefined, inference: Inference): Expression | undefined {
  if (expression === undefined) return undefined;
  if (expression.kind === 'constant' && expression.name === 'infinity') {
    throw new Misfit(
      'An infinite sum or product cannot be evaluated; write what it is worth.',
      expression,
    );
  }
  return inferNumber(expression, inference, 'A limit');
}

function closed({ range, letter }: OpenRange, node: Fold, inference: Inference): Range {
  const { from = inference.infer(literal(1)).expression, to } = range;
  return { ...range, from, to: to ?? whole(letter, node, inference) };
}

function whole(letter: Letter, node: Fold, inference: Inference): Expression {
  const size = askedSize(letter, inference);
  if (size === undefined) throw unknownRange(letter.name, node);
  return inference.infer(sizeExpression(size)).expression;
}

/** What the uses ask for; without a use what the letter is declared to run over. */
function askedSize({ name, size }: Letter, { sizes, declarations }: Inference): Size | undefined {
  const declared = declarations.symbols.get(name);
  if (size === undefined) return declared?.kind === 'index' ? declared.over : undefined;
  const known = sizes.resolve(size);
  return isOpen(known) ? undefined : known;
}

function wholeBody(node: Fold, found: string): Misfit {
  const name = { sum: 'sum', product: 'product', max: 'maximum', min: 'minimum' }[node.operation];
  return new Misfit(
    `A ${name} over an index is of numbers, but what is taken here is ${found}.`,
    node.body,
  );
}
