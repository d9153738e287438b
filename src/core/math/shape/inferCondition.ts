/** Conditions and what depends on them; both sides of a comparison are numbers. */

import { type Condition } from '../expression.ts';
import { type Inference, inferNumber, leadingShape, number, type Rule } from './inference.ts';
import { Misfit } from './misfit.ts';

export function inferCondition(condition: Condition, inference: Inference): Condition {
  if (condition.kind !== 'compare') {
    return { ...condition, of: condition.of.map((part) => inferCondition(part, inference)) };
  }
  const left = inferNumber(condition.left, inference, 'What is compared');
  return { ...condition, left, right: inferNumber(condition.right, inference, 'What is compared') };
}

export const inferIndicator: Rule<'indicator'> = (node, inference) =>
  number({ ...node, condition: inferCondition(node.condition, inference) });

export const inferCases: Rule<'cases'> = (node, inference) => {
  const values = node.branches.map(({ value }) => inference.infer(value));
  const otherwise = node.otherwise === undefined ? undefined : inference.infer(node.otherwise);
  const all = otherwise === undefined ? values : [...values, otherwise];
  const shape = leadingShape(all);
  const odd = all.find((value) => !inference.fit(value, shape));
  if (odd !== undefined) {
    const both = `${inference.say(shape)} and ${inference.say(odd.shape)}`;
    throw new Misfit(`The cases are of different shapes: ${both}.`, odd.expression);
  }
  const branches = node.branches.map(({ value, when }, place) => ({
    value: values[place]?.expression ?? value,
    when: inferCondition(when, inference),
  }));
  return { expression: { ...node, branches, otherwise: otherwise?.expression }, shape };
};
