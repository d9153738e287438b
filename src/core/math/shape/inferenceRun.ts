/** One run of the inference over one or several expressions that share their letters. */

import { type Declarations } from '../declarations.ts';
import {
  type Constant,
  type Expression,
  type ExpressionKind,
  type ExpressionOf,
} from '../expression.ts';
import { latexOf } from '../show/latexOf.ts';
import { type Shape, type Size } from '../size.ts';
import { type Checked } from './checked.ts';
import { inferCall } from './inferCall.ts';
import { inferCases, inferIndicator } from './inferCondition.ts';
import { type Inference, type Inferred, isZero, number, type Rule, ELIDED } from './inference.ts';
import { inferFold } from './inferFold.ts';
import {
  inferInner,
  inferMatrix,
  inferNegation,
  inferNorm,
  inferPower,
  inferQuotient,
  inferSum,
  inferTranspose,
} from './inferOperation.ts';
import { inferProduct } from './inferProduct.ts';
import { inferComponent, inferIndex, inferSymbol } from './inferSymbol.ts';
import { Letters } from './letters.ts';
import { Misfit } from './misfit.ts';
import { isOpen, OpenSizes } from './openSizes.ts';
import { rememberShape } from './shapeOf.ts';
import { shapeText } from './sizes.ts';

const RULES: { readonly [K in ExpressionKind]: Rule<K> } = {
  number: (node) => number({ ...node }),
  constant: inferConstant,
  symbol: inferSymbol,
  index: inferIndex,
  size: (node) => number({ ...node }),
  component: inferComponent,
  negate: inferNegation,
  sum: inferSum,
  product: inferProduct,
  quotient: inferQuotient,
  power: inferPower,
  transpose: inferTranspose,
  norm: inferNorm,
  inner: inferInner,
  call: inferCall,
  fold: inferFold,
  indicator: inferIndicator,
  cases: inferCases,
  matrix: inferMatrix,
};

function inferConstant(node: Constant, inference: Inference): Inferred {
  return node.name === 'ones' ? inference.ones(node) : number({ ...node });
}

function applyRule<K extends ExpressionKind>(
  kind: K,
  node: ExpressionOf<K>,
  inference: Inference,
): Inferred {
  return RULES[kind](node, inference);
}

/** A longer part is shown by its place in the text alone. */
const LONGEST_QUOTE = 300;

type Ones = Omit<Constant, 'size'> & { size: Size };

/** What the run has to be told from outside. */
interface Surroundings {
  /** letters with given sizes: a definition’s parameters */
  readonly given?: ReadonlyMap<string, Size>;
  readonly parameters?: ReadonlySet<string>;
  readonly requireDefinition: Inference['requireDefinition'];
}

export class InferenceRun implements Inference {
  readonly declarations: Declarations;
  readonly sizes = new OpenSizes();
  readonly letters: Letters;
  readonly parameters: ReadonlySet<string>;
  readonly requireDefinition: Inference['requireDefinition'];
  readonly #shapes = new Map<Expression, Shape>();
  readonly #ones: Ones[] = [];

  readonly quote = (expression: Expression): string => {
    const latex = latexOf(expression, this.declarations);
    return latex.length > LONGEST_QUOTE ? ELIDED : `$${latex}$`;
  };

  readonly say = (shape: Shape): string => shapeText(this.sizes.resolveShape(shape));

  constructor(declarations: Declarations, surroundings: Surroundings) {
    this.declarations = declarations;
    this.letters = new Letters(declarations, this.sizes);
    this.parameters = surroundings.parameters ?? new Set();
    this.requireDefinition = surroundings.requireDefinition;
    for (const [name, size] of surroundings.given ?? []) {
      this.letters.bind({ name, runs: 'given', size });
    }
  }

  infer(expression: Expression): Inferred {
    const inferred = applyRule(expression.kind, expression, this);
    this.#shapes.set(inferred.expression, inferred.shape);
    return inferred;
  }

  fit({ expression, shape }: Inferred, wanted: Shape): boolean {
    if (this.sizes.unifyShapes(shape, wanted)) return true;
    if (!isZero(expression)) return false;
    this.#shapes.set(expression, wanted);
    return true;
  }

  /** Complains unless the expression has this shape. */
  expect(inferred: Inferred, wanted: Shape): void {
    if (this.fit(inferred, wanted)) return;
    const { expression, shape } = inferred;
    const found = `${this.quote(expression)} is ${this.say(shape)}`;
    throw new Misfit(`${found}, but ${this.say(wanted)} is needed here.`, expression);
  }

  /** One expression; what comes back is complete once the run is finished. */
  side(expression: Expression): Inferred & { readonly checked: () => Checked } {
    this.letters.startSide();
    const inferred = this.infer(expression);
    const free = this.letters.freeOfSide();
    const checked = (): Checked => ({
      expression: inferred.expression,
      shape: this.sizes.resolveShape(this.#shapes.get(inferred.expression) ?? inferred.shape),
      freeIndices: free(),
    });
    return { ...inferred, checked };
  }

  /** The size is written into the fresh node at the end, when its place has told it. */
  ones(node: Constant): Inferred & { readonly expression: Constant } {
    const expression: Ones = { ...node, size: node.size ?? this.sizes.fresh() };
    this.#ones.push(expression);
    return { expression, shape: [expression.size] };
  }

  /** Settles what was open and remembers the shape of every part. */
  finish(): void {
    for (const ones of this.#ones) {
      ones.size = this.sizes.resolve(ones.size);
      if (isOpen(ones.size)) throw new Misfit(`Of what size is ${this.quote(ones)} here?`, ones);
    }
    for (const [expression, shape] of this.#shapes) {
      rememberShape(expression, this.sizes.resolveShape(shape));
    }
  }
}
