/** What two expressions are about: everything that has to be drawn before they have values, found by walking both. */

import { type Declarations, type DeclaredQuantity } from '../declarations.ts';
import { type Expression, type SymbolUse } from '../expression.ts';
import { nodesOf } from '../parts.ts';
import { type Checked } from '../shape/checked.ts';
import { fixedNumber } from '../shape/sizes.ts';
import { type Size } from '../size.ts';
import { generated } from './generated.ts';
import { scalesOf } from './scales.ts';

export interface Subject {
  readonly left: Checked;
  readonly right: Checked;
  /** as given, and with generators for what cannot be drawn exactly */
  readonly declarations: Declarations;
  /** quantities to draw, generators included */
  readonly drawn: readonly DeclaredQuantity[];
  /** quantities that occur and follow from others */
  readonly defined: readonly DeclaredQuantity[];
  /** names of drawn quantities that no writer knows */
  readonly generators: ReadonlySet<string>;
  /** names of sizes, with the least that constant indices ask for */
  readonly sizes: ReadonlyMap<string, number>;
  readonly indices: ReadonlyMap<string, Size>;
  /** absolute values of the numbers written in either, without 0: where kinks may be */
  readonly literals: readonly number[];
  /** sizes of quantities at which unusual constants of either matter, such as 10⁻⁷ and 10⁷ */
  readonly scales: readonly number[];
  /** names of functions that stand for any smooth one */
  readonly unknownFunctions: readonly string[];
  /** whether either is put together from pieces: by cases, indicators, signs and the like */
  readonly piecewise: boolean;
}

/** A constant index above this is not followed: the point has no value there. */
const LARGEST_LEAST = 40;

export function subjectOf(left: Checked, right: Checked, given: Declarations): Subject {
  const { declarations, generators } = generated(given);
  const walk = new Walk(declarations);
  const indices = new Map([...left.freeIndices, ...right.freeIndices]);
  walk.enter(left.expression);
  walk.enter(right.expression);
  for (const size of [...indices.values(), ...left.shape]) walk.addSize(size);
  const occurring = [...walk.quantities.values()];
  return {
    left,
    right,
    declarations,
    drawn: occurring.filter(({ definition }) => definition === undefined),
    defined: occurring.filter(({ definition }) => definition !== undefined),
    generators,
    sizes: walk.sizes,
    indices,
    literals: [...walk.literals],
    scales: [...walk.scales],
    unknownFunctions: [...walk.unknownFunctions],
    piecewise: walk.piecewise,
  };
}

class Walk {
  readonly quantities = new Map<string, DeclaredQuantity>();
  readonly sizes = new Map<string, number>();
  readonly literals = new Set<number>();
  readonly scales = new Set<number>();
  readonly unknownFunctions = new Set<string>();
  piecewise = false;
  readonly #functions = new Set<string>();
  readonly #declarations: Declarations;

  constructor(declarations: Declarations) {
    this.#declarations = declarations;
  }

  /** `bound` are parameters of the definition that the expression is the body of. */
  enter(expression: Expression, bound: readonly string[] = []): void {
    const limits = new Map<string, number>();
    for (const node of nodesOf(expression)) {
      this.piecewise ||= isPiecewise(node);
      for (const scale of scalesOf(node)) this.scales.add(scale);
      if (node.kind === 'number') this.#addLiteral(Number(node.digits));
      else if (node.kind === 'size') this.#least(node.name, 1);
      else if (node.kind === 'constant' && node.size) this.addSize(node.size);
      else if (node.kind === 'fold') addLimits(node.ranges, limits);
      else if (node.kind === 'call') this.#enterFunction(node.name);
      else if (node.kind === 'symbol' && !bound.includes(node.name)) {
        this.#enterSymbol(node.name);
        this.#growFor(node, limits);
      }
    }
  }

  addSize(size: Size, least = 1): void {
    const names = Object.keys(size.names);
    for (const name of names) this.#least(name, 1);
    const [only] = names;
    if (only !== undefined && names.length === 1) this.#least(only, least - size.plus);
  }

  #least(name: string, number: number): void {
    const least = Math.min(LARGEST_LEAST, Math.max(1, number));
    this.sizes.set(name, Math.max(least, this.sizes.get(name) ?? 1));
  }

  #addLiteral(value: number): void {
    if (Number.isFinite(value) && value !== 0) this.literals.add(Math.abs(value));
  }

  #enterSymbol(name: string): void {
    if (this.quantities.has(name)) return;
    const quantity = this.#quantity(name);
    if (quantity === undefined) return;
    this.quantities.set(name, quantity);
    for (const size of quantity.shape) this.addSize(size);
    const { definition } = quantity;
    if (definition !== undefined) this.enter(definition.body, definition.parameters);
  }

  #quantity(name: string): DeclaredQuantity | undefined {
    const declared = this.#declarations.symbols.get(name);
    if (declared !== undefined) return declared.kind === 'quantity' ? declared : undefined;
    if (!this.#declarations.undeclaredScalars) return undefined;
    return { kind: 'quantity', name, latex: name, shape: [], domain: 'real', traits: [] };
  }

  #enterFunction(name: string): void {
    const declared = this.#declarations.symbols.get(name);
    if (declared?.kind !== 'function' || this.#functions.has(name)) return;
    this.#functions.add(name);
    const { definition } = declared;
    if (definition === undefined) this.unknownFunctions.add(declared.latex);
    else this.enter(definition.body, definition.parameters);
  }

  /** A constant index, or a range up to a constant, asks for so many components. */
  #growFor({ name, indices }: SymbolUse, limits: ReadonlyMap<string, number>): void {
    const shape = this.quantities.get(name)?.shape ?? [];
    for (const [axis, size] of shape.entries()) {
      const index = indices[axis];
      if (index === undefined || fixedNumber(size) !== undefined) continue;
      if (index.kind === 'number') this.addSize(size, Number(index.digits));
      else if (index.kind === 'index') this.addSize(size, limits.get(index.name) ?? 1);
    }
  }
}

const JUMPING: ReadonlySet<string> = new Set(['sign', 'floor', 'ceil', 'relu', 'abs']);

function isPiecewise(node: Expression): boolean {
  if (node.kind === 'call') return JUMPING.has(node.name);
  return node.kind === 'indicator' || node.kind === 'cases';
}

function addLimits(
  ranges: readonly { readonly index: string; readonly to?: Expression | undefined }[],
  limits: Map<string, number>,
): void {
  for (const { index, to } of ranges) {
    if (to?.kind === 'number') limits.set(index, Number(to.digits));
  }
}
