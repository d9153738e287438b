/** Operators that work element by element, with broadcasting. Conventions at kinks are PyTorch's. */
import { broadcastAll } from '../../graph/shape.ts';
import { type Value } from '../../graph/value.ts';
import { floatsOf } from '../../onnx/constant.ts';
import { int, numberOf } from '../../onnx/model.ts';
import { add, div, keepWhere, mul, neg, positive, sub } from '../emit.ts';
import { type Application, type Emitter, type Gradient, type Rule } from '../rule.ts';

function present(inputs: readonly (Value | undefined)[]): Value[] {
  return inputs.filter((value) => value !== undefined);
}

const elementwise = (gradient: Gradient | 'zero'): Rule => ({
  shape: (inputs) => broadcastAll(present(inputs).map(({ shape }) => shape)),
  elementwise: true,
  gradient,
});

const comparison: Rule = { ...elementwise('zero'), type: () => 'bool' };

/** A function of one number: `derivative` gives dy/dx · dy. */
const unary = (derivative: (e: Emitter, x: Value, y: Value, dy: Value) => Value): Rule =>
  elementwise((e, { x, y }, dy) => [() => derivative(e, first(x), y, dy)]);

function first(values: readonly Value[]): Value {
  return at(values, 0);
}

function at(values: readonly Value[], index: number): Value {
  const value = values[index];
  if (value === undefined) throw new Error(`input ${index} is missing`);
  return value;
}

/** A function of two numbers. */
const binary = (
  gradient: (e: Emitter, a: Value, b: Value, dy: Value) => readonly [() => Value, () => Value],
): Rule => elementwise((e, { x }, dy) => gradient(e, at(x, 0), at(x, 1), dy));

function constantNumber(value: Value): number | undefined {
  const { constant } = value;
  if (constant?.type !== 'float32' || constant.bytes.byteLength !== 4) return undefined;
  return floatsOf(constant)[0];
}

/** d(aᵇ)/da = b·aᵇ⁻¹, and 0 where b = 0 */
function powBase(e: Emitter, [a, b]: readonly [Value, Value], dy: Value): Value {
  const exponent = constantNumber(b);
  if (exponent === 2) return mul(e, dy, add(e, a, a));
  const slope = mul(e, b, e.op('Pow', [a, sub(e, b, e.scalar(1))]));
  if (exponent !== undefined && exponent !== 0) return mul(e, dy, slope);
  return e.op('Where', [e.op('Equal', [b, e.scalar(0)]), e.scalar(0), mul(e, dy, slope)]);
}

/** d(aᵇ)/db = aᵇ·log a, and 0 where a = 0 and b ≥ 0 */
function powExponent(e: Emitter, { x, y }: Application, dy: Value): Value {
  const a = at(x, 0);
  const flat = e.op('And', [
    e.op('Equal', [a, e.scalar(0)]),
    e.op('GreaterOrEqual', [at(x, 1), e.scalar(0)]),
  ]);
  return e.op('Where', [flat, e.scalar(0), mul(e, dy, mul(e, y, e.op('Log', [a])))]);
}

/** The gradient goes to the chosen input; inputs that tie share it equally. */
function choice(wins: 'Greater' | 'Less'): Gradient {
  return (e, application, dy) => {
    const { x } = application;
    if (x.length !== 2) return x.map((input) => () => shareOfTies(e, application, { input, dy }));
    const toward = (a: Value, b: Value) => () => {
      const tie = e.op('Where', [e.op('Equal', [a, b]), mul(e, dy, e.scalar(0.5)), e.scalar(0)]);
      return e.op('Where', [e.op(wins, [a, b]), dy, tie]);
    };
    return [toward(at(x, 0), at(x, 1)), toward(at(x, 1), at(x, 0))];
  };
}

function shareOfTies(
  e: Emitter,
  { x, y }: Application,
  { input, dy }: { input: Value; dy: Value },
): Value {
  const chosen = (value: Value) => e.op('Cast', [e.op('Equal', [value, y])], { to: int(1) });
  const ties = x.map(chosen).reduce((a, b) => add(e, a, b));
  return div(e, mul(e, dy, chosen(input)), ties);
}

/** min ≤ x ≤ max, so that the gradient passes at the bounds */
function inside(e: Emitter, { call }: Application): Value | undefined {
  const [x, min, max] = call.inputs;
  const above = min && e.op('GreaterOrEqual', [x, min]);
  const below = max && e.op('LessOrEqual', [x, max]);
  return above && below ? e.op('And', [above, below]) : (above ?? below);
}

const clip: Gradient = (e, application, dy) => [
  () => {
    const mask = inside(e, application);
    return mask ? keepWhere(e, mask, dy) : dy;
  },
];

const where: Gradient = (e, { x }, dy) => {
  const mask = at(x, 0);
  return [undefined, () => keepWhere(e, mask, dy), () => e.op('Where', [mask, e.scalar(0), dy])];
};

const TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

export const elementwiseRules = {
  // y = a + b:  da = dy, db = dy
  Add: binary((_, _a, _b, dy) => [() => dy, () => dy]),
  // y = a − b:  da = dy, db = −dy
  Sub: binary((e, _a, _b, dy) => [() => dy, () => neg(e, dy)]),
  // y = a·b:  da = b·dy, db = a·dy
  Mul: binary((e, a, b, dy) => [() => mul(e, dy, b), () => mul(e, dy, a)]),
  // y = a/b:  da = dy/b, db = −dy·a/b²
  Div: binary((e, a, b, dy) => [
    () => div(e, dy, b),
    () => neg(e, mul(e, dy, div(e, div(e, a, b), b))),
  ]),
  // y = −x:  dx = −dy
  Neg: unary((e, _x, _y, dy) => neg(e, dy)),
  // y = 1/x:  dx = −dy·y²
  Reciprocal: unary((e, _x, y, dy) => neg(e, mul(e, dy, mul(e, y, y)))),
  // y = |x|:  dx = sign(x)·dy, so 0 at 0
  Abs: unary((e, x, _y, dy) => mul(e, dy, e.op('Sign', [x]))),
  // constant between the jumps
  Sign: elementwise('zero'),
  // y = eˣ:  dx = y·dy
  Exp: unary((e, _x, y, dy) => mul(e, dy, y)),
  // y = log x:  dx = dy/x
  Log: unary((e, x, _y, dy) => div(e, dy, x)),
  // y = √x:  dx = dy/(2y), so ∞ at 0
  Sqrt: unary((e, _x, y, dy) => div(e, dy, mul(e, e.scalar(2), y))),
  // y = aᵇ:  da = b·aᵇ⁻¹·dy, db = y·log(a)·dy
  Pow: elementwise((e, application, dy) => [
    () => powBase(e, [at(application.x, 0), at(application.x, 1)], dy),
    () => powExponent(e, application, dy),
  ]),
  // y = tanh x:  dx = (1 − y²)·dy
  Tanh: unary((e, _x, y, dy) => mul(e, dy, sub(e, e.scalar(1), mul(e, y, y)))),
  // y = σ(x):  dx = y·(1 − y)·dy
  Sigmoid: unary((e, _x, y, dy) => mul(e, dy, mul(e, y, sub(e, e.scalar(1), y)))),
  // y = max(0, x):  dx = dy where x > 0, so 0 at 0. y > 0 says the same and lets the runtime fuse x away.
  Relu: unary((e, _x, y, dy) => keepWhere(e, positive(e, y), dy)),
  // y = x where x > 0, else αx:  dx = dy, α·dy
  LeakyRelu: elementwise((e, { x, attributes }, dy) => [
    () => {
      const alpha = e.scalar(numberOf(attributes, 'alpha', 0.01));
      return e.op('Where', [positive(e, first(x)), dy, mul(e, dy, alpha)]);
    },
  ]),
  // y = x where x > 0, else α(eˣ − 1):  dx = dy, (y + α)·dy
  Elu: elementwise((e, { x, y, attributes }, dy) => [
    () => {
      const alpha = e.scalar(numberOf(attributes, 'alpha', 1));
      return e.op('Where', [positive(e, first(x)), dy, mul(e, dy, add(e, y, alpha))]);
    },
  ]),
  // y = log(1 + eˣ):  dx = σ(x)·dy
  Softplus: unary((e, x, _y, dy) => mul(e, dy, e.op('Sigmoid', [x]))),
  // y = sin x:  dx = cos(x)·dy
  Sin: unary((e, x, _y, dy) => mul(e, dy, e.op('Cos', [x]))),
  // y = cos x:  dx = −sin(x)·dy
  Cos: unary((e, x, _y, dy) => neg(e, mul(e, dy, e.op('Sin', [x])))),
  // y = erf x:  dx = 2/√π · e^(−x²)·dy
  Erf: unary((e, x, _y, dy) =>
    mul(e, dy, mul(e, e.scalar(TWO_OVER_ROOT_PI), e.op('Exp', [neg(e, mul(e, x, x))]))),
  ),
  // y = min(max(x, lo), hi):  dx = dy where lo ≤ x ≤ hi; the bounds get none
  Clip: { ...elementwise(clip), shape: ([x]) => x?.shape },
  // y = max(a, b, …):  dy goes to the largest, ties share it
  Max: elementwise(choice('Greater')),
  // y = min(a, b, …):  dy goes to the smallest, ties share it
  Min: elementwise(choice('Less')),
  // y = a where c, else b:  da = dy where c, db = dy where not c
  Where: { ...elementwise(where), type: ([, a]) => a?.type ?? 'float32' },
  // y = x
  Identity: unary((_e, _x, _y, dy) => dy),
  // at inference nothing is dropped: y = x
  Dropout: {
    shape: ([x]) => x?.shape,
    elementwise: true,
    gradient: (_e, _application, dy) => [() => dy],
  },
  // x as another number type; only between floats is there a derivative
  Cast: {
    shape: ([x]) => x?.shape,
    type: (_inputs, attributes) => castType(numberOf(attributes, 'to', 1)),
    elementwise: true,
    gradient: (_e, { y }, dy) => [y.type === 'float32' ? () => dy : undefined],
  },
  Greater: comparison,
  GreaterOrEqual: comparison,
  Less: comparison,
  LessOrEqual: comparison,
  Equal: comparison,
  And: comparison,
  Or: comparison,
  Not: comparison,
} satisfies Record<string, Rule>;

function castType(code: number): 'float32' | 'int64' | 'bool' {
  if (code === 1) return 'float32';
  if (code === 7) return 'int64';
  if (code === 9) return 'bool';
  throw new Error(`casting to element type ${code} is not supported`);
}
