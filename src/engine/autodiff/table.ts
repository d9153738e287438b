/** Everything that the engine can differentiate, one rule per operator. */
import { given, type Rule } from './rule.ts';
import { floatsOf } from '../onnx/constant.ts';
import { arrangementRules } from './rules/arrangement.ts';
import { elementwiseRules } from './rules/elementwise.ts';
import { linearRules } from './rules/linear.ts';
import { reductionRules } from './rules/reduction.ts';
import { spatialRules, spatialShapes } from './rules/spatial.ts';

const table = {
  ...elementwiseRules,
  ...reductionRules,
  ...linearRules,
  ...arrangementRules,
  ...spatialRules,
} satisfies Record<string, Rule>;

export type OpName = keyof typeof table;

export const rules: Readonly<Record<OpName, Rule>> = table;

type ShapeRule = Pick<Rule, 'shape' | 'type'>;

/** Operators that only derivatives are made of. */
const derivativesOnly: Readonly<Record<string, ShapeRule>> = {
  ...spatialShapes,
  ScatterElements: { shape: ([x]) => x?.shape },
  Resize: {
    shape: (inputs) => {
      const scales = inputs[2]?.constant;
      const factors = scales && floatsOf(scales);
      return (
        factors && given(inputs, 0).shape.map((size, i) => Math.floor(size * (factors[i] ?? 1)))
      );
    },
  },
};

const isOpName = (op: string): op is OpName => Object.hasOwn(rules, op);

export function ruleOf(op: string): Rule | undefined {
  return isOpName(op) ? rules[op] : undefined;
}

export function shapeRuleOf(op: string): ShapeRule | undefined {
  return ruleOf(op) ?? (Object.hasOwn(derivativesOnly, op) ? derivativesOnly[op] : undefined);
}
