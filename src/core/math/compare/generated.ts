/**
 * Vectors of length 1 and orthogonal matrices are hardly ever exact in doubles, and a rounding error is a difference to a
 * high precision. So they are defined, in whatever arithmetic, from others that are drawn freely.
 */

import {
  type Declarations,
  type Declared,
  type DeclaredQuantity,
  type Definition,
} from '../declarations.ts';
import { type Expression } from '../expression.ts';

/** No name that is read begins like this. */
const MARK = '~';

interface Generated {
  readonly declarations: Declarations;
  /** the names of the quantities that were added */
  readonly generators: ReadonlySet<string>;
}

/** The same declarations always give the same object, by which evaluation remembers what it compiled. */
const known = new WeakMap<Declarations, Generated>();

export function generated(declarations: Declarations): Generated {
  const before = known.get(declarations);
  if (before !== undefined) return before;
  const made = generate(declarations);
  known.set(declarations, made);
  return made;
}

function generate(declarations: Declarations): Generated {
  const generators = new Set<string>();
  const symbols = new Map<string, Declared>();
  for (const [name, declared] of declarations.symbols) {
    const body = bodyOf(declared);
    symbols.set(name, declared);
    if (declared.kind !== 'quantity' || body === undefined) continue;
    const generator = generatorOf(declared);
    generators.add(generator.name);
    symbols.set(generator.name, generator);
    symbols.set(name, { ...declared, definition: body });
  }
  if (generators.size === 0) return { declarations, generators };
  return { declarations: { ...declarations, symbols }, generators };
}

function generatorOf(quantity: DeclaredQuantity): DeclaredQuantity {
  const name = MARK + quantity.name;
  return { ...quantity, name, latex: name, domain: quantity.domain, traits: [] };
}

function bodyOf(declared: Declared): Definition | undefined {
  if (declared.kind !== 'quantity' || declared.definition !== undefined) return undefined;
  const free: Expression = { kind: 'symbol', name: MARK + declared.name, indices: [] };
  if (declared.traits.includes('unit-norm')) return whole(normalised(free, declared));
  if (declared.traits.includes('orthogonal')) return whole(rotation(free, declared));
  return undefined;
}

function whole(body: Expression): Definition {
  return { parameters: [], body };
}

function normalised(free: Expression, { shape }: DeclaredQuantity): Expression {
  const order = shape.length > 1 ? 'frobenius' : number(2);
  return { kind: 'quotient', numerator: free, denominator: { kind: 'norm', of: free, order } };
}

/** Cayley's: (1 − S)(1 + S)⁻¹ is orthogonal for S = A − Aᵀ. */
function rotation(free: Expression, { shape }: DeclaredQuantity): Expression {
  const ones: Expression = { kind: 'constant', name: 'ones', size: shape[0] };
  const one: Expression = { kind: 'call', name: 'diag', primes: 0, arguments: [ones] };
  const back: Expression = { kind: 'transpose', of: free };
  const skew: Expression = { kind: 'sum', terms: [free, negated(back)] };
  return {
    kind: 'product',
    factors: [
      { kind: 'sum', terms: [one, negated(skew)] },
      {
        kind: 'power',
        base: { kind: 'sum', terms: [one, skew] },
        exponent: negated(number(1)),
      },
    ],
    joints: ['beside'],
  };
}

function negated(of: Expression): Expression {
  return { kind: 'negate', of };
}

function number(value: number): Expression {
  return { kind: 'number', digits: String(value) };
}
