/** Formulas of parameters: read once, worked out for every draw. */

import { type Result, failure, success } from '../result.ts';
import { type Declarations, NO_DECLARATIONS } from '../math/declarations.ts';
import { readDeclarations } from '../math/read/readDeclarations.ts';
import { readFormula } from '../math/readFormula.ts';
import { type Expression } from '../math/expression.ts';
import { type Budget } from '../math/value/budget.ts';
import { doubles } from '../math/value/doubles.ts';
import { evaluate } from '../math/value/evaluate.ts';
import { type Values } from './range.ts';

/** NaN where there is no value. Throws `BudgetSpent`. */
export type Calculation = (values: Values, budget: Budget) => number;

/** The names that a formula may use, each a number. */
export class ParameterNames {
  /** the mathematics' own name → ours, as in `x_1` → `x1` */
  readonly #ours: ReadonlyMap<string, string>;
  readonly #declarations: Declarations;

  constructor(names: readonly string[]) {
    const declared = names.map((name) => [name, declarationOf(name)] as const);
    this.#declarations = {
      ...NO_DECLARATIONS,
      symbols: new Map(declared.flatMap(([, symbols]) => [...symbols])),
    };
    this.#ours = new Map(
      declared.flatMap(([name, symbols]) => [...symbols.keys()].map((key) => [key, name] as const)),
    );
  }

  /** Fails with a sentence. */
  read(formula: string): Result<Calculation, string> {
    const read = readFormula(formula, this.#declarations);
    if (!read.ok) return failure(read.error.message);
    const { expression, shape } = read.value;
    if (shape.length > 0) return failure('Expected a number, found more than one.');
    return success((values, budget) => this.#worth(expression, values, budget));
  }

  #worth(expression: Expression, values: Values, budget: Budget): number {
    const numbers = [...this.#ours].map(
      ([key, name]) => [key, { dims: [], data: [Number(values.get(name))] }] as const,
    );
    const point = {
      values: new Map(numbers),
      sizes: new Map<string, number>(),
      indices: new Map<string, number>(),
      functionSeed: 0,
    };
    const declarations = this.#declarations;
    const worth = evaluate({ expression, declarations, point, arithmetic: doubles, budget });
    return worth.data[0] ?? NaN;
  }
}

function declarationOf(name: string): Declarations['symbols'] {
  const declared = readDeclarations(`${name}: scalar`);
  return declared.ok ? declared.value.symbols : new Map();
}
