/** Reverse pass: from one value back to those that its gradient is wanted for, as nodes of the same graph. */
import { sameShape } from '../graph/shape.ts';
import { type Call, type Value } from '../graph/value.ts';
import { type Shape, sizeOf } from '../tensor.ts';
import { add, full, mul, reshape, sumOver } from './emit.ts';
import { type Emitter } from './rule.ts';
import { ruleOf } from './table.ts';

/**
 * d(Σ of)/d(wrt) for every wanted value, each of its value's shape. Throws where `of` does not depend on a wanted value,
 * and names node, operator and input where there is no rule.
 */
export function gradients(
  emit: Emitter,
  { of, wrt }: { of: Value; wrt: readonly Value[] },
): Value[] {
  const wanted = new Set(wrt);
  const path = pathBetween(of, wanted);
  const adjoints = new Map<Value, Value>([[of, emit.scalar(1)]]);
  const onPath = new Set(path);
  for (const value of path.toReversed()) {
    const dy = adjoints.get(value);
    if (dy === undefined || value.call === undefined || wanted.has(value)) continue;
    pushBack(emit, { call: value.call, y: value, dy, adjoints, onPath });
  }
  return wrt.map((value) => {
    if (!isComputedFrom(of, value))
      throw new Error(`${of.name} does not depend on ${value.name}, so there is no gradient`);
    // constant almost everywhere, as sign(x) is: the gradient is 0
    return full(emit, adjoints.get(value) ?? emit.scalar(0), value.shape);
  });
}

function isComputedFrom(of: Value, value: Value): boolean {
  const seen = new Set<Value>();
  const open: (Value | undefined)[] = [of];
  while (open.length > 0) {
    const next = open.pop();
    if (next === value) return true;
    if (next === undefined || seen.has(next)) continue;
    seen.add(next);
    open.push(...(next.call?.inputs ?? []));
  }
  return false;
}

/** Values from the wanted ones to `of`, each after those that it depends on. */
function pathBetween(of: Value, wanted: ReadonlySet<Value>): Value[] {
  const leads = new Set<Value>();
  const inputsOf = (value: Value) =>
    wanted.has(value) || !passes(value) ? [] : (value.call?.inputs ?? []);
  return dependencies(of, inputsOf).filter((value) => {
    const found = wanted.has(value) || inputsOf(value).some((input) => input && leads.has(input));
    if (found) leads.add(value);
    return found;
  });
}

/** Everything that `root` depends on, inputs first. Without recursion: recorded chains can be long. */
function dependencies(
  root: Value,
  inputsOf: (value: Value) => readonly (Value | undefined)[],
): Value[] {
  const order: Value[] = [];
  const seen = new Set<Value>([root]);
  const open = [{ value: root, inputs: inputsOf(root), next: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    if (top.next === top.inputs.length) {
      order.push(top.value);
      open.pop();
      continue;
    }
    const input = top.inputs[top.next++];
    if (input === undefined || seen.has(input)) continue;
    seen.add(input);
    open.push({ value: input, inputs: inputsOf(input), next: 0 });
  }
  return order;
}

/** Numbers that are not floats, and calls that stop gradients, end the path. */
function passes({ call, type }: Value): boolean {
  return (
    call?.stopsGradient === false && type === 'float32' && ruleOf(call.op)?.gradient !== 'zero'
  );
}

interface Step {
  readonly call: Call;
  readonly y: Value;
  readonly dy: Value;
  readonly adjoints: Map<Value, Value>;
  readonly onPath: ReadonlySet<Value>;
}

function pushBack(emit: Emitter, step: Step): void {
  const { call, adjoints, onPath } = step;
  const { rule, parts } = partsOf(emit, step);
  call.inputs.forEach((input, index) => {
    if (input === undefined || !onPath.has(input)) return;
    const part = parts[index];
    if (part === undefined) throw noDerivative(call, index);
    const gradient = rule.elementwise
      ? summedBack(emit, part(), { from: step.y.shape, to: input.shape })
      : part();
    const before = adjoints.get(input);
    adjoints.set(input, before === undefined ? gradient : add(emit, before, gradient));
  });
}

function partsOf(emit: Emitter, { call, y, dy }: Step) {
  const rule = ruleOf(call.op);
  if (rule === undefined || rule.gradient === 'zero') throw noDerivative(call, 0);
  const x = call.inputs.filter((value) => value !== undefined);
  return { rule, parts: rule.gradient(emit, { x, y, attributes: call.attributes, call }, dy) };
}

function noDerivative(call: Call, index: number): Error {
  const input = call.inputs[index]?.name ?? index;
  return new Error(
    `${call.at ?? call.outputs[0]?.name ?? '?'}: there is no derivative of ${call.op} with respect to its input ${input}`,
  );
}

/**
 * Undoes broadcasting: `x` stands for a tensor of shape `from` (it may itself be smaller) and is summed to `to`. An axis
 * along which `x` does not vary is not summed but multiplied.
 */
function summedBack(emit: Emitter, x: Value, { from, to }: { from: Shape; to: Shape }): Value {
  if (sameShape(from, to)) return x;
  const sizes = (shape: Shape) => [...from.map(() => 1), ...shape].slice(shape.length);
  const [target, actual] = [sizes(to), sizes(x.shape)];
  const reduced = from.flatMap((size, axis) => (size !== 1 && target[axis] === 1 ? [axis] : []));
  const varying = reduced.filter((axis) => actual[axis] !== 1);
  const repeats = sizeOf(
    reduced.filter((axis) => actual[axis] === 1).map((axis) => from[axis] ?? 1),
  );
  const offset = from.length - x.shape.length;
  const own = varying.map((axis) => axis - offset);
  const summed = own.length === 0 ? x : sumOver(emit, x, own, true);
  const counted = repeats === 1 ? summed : mul(emit, summed, emit.scalar(repeats));
  return counted.shape.length > to.length
    ? reshape(emit, counted, trailing(counted.shape, to))
    : counted;
}

/** Leading axes of size 1 that the target does not have are dropped. */
const trailing = (shape: Shape, to: Shape): Shape => shape.slice(shape.length - to.length);
