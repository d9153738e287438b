/**
 * A graph under construction. Equal calls are emitted once, whoever asks: the gradients of several leaves share their
 * common part, and a model's forward pass is shared with its derivative.
 */
import { type Emitter } from '../autodiff/rule.ts';
import { shapeRuleOf } from '../autodiff/table.ts';
import { type Constant, floatConstant, intConstant } from '../onnx/constant.ts';
import { type Attributes, type Node } from '../onnx/model.ts';
import { type DType, type Shape } from '../tensor.ts';
import { folded } from './fold.ts';
import { Value } from './value.ts';

/** What may be said of a call beside operator and inputs. */
export interface CallOptions {
  readonly attributes?: Attributes;
  readonly stopsGradient?: boolean;
  readonly at?: string | undefined;
  /** where the rules cannot tell the shape: of each output */
  readonly shapes?: readonly (Shape | undefined)[];
}

/** Guards against programs that would take minutes to load. */
const MAX_NODES = 50_000;

export class Builder implements Emitter {
  readonly nodes: Node[] = [];
  readonly constants = new Map<string, Constant>();
  readonly #emitted = new Map<string, string>();
  readonly #scalars = new Map<number, Value>();
  #count = 0;

  op(op: string, inputs: readonly (Value | undefined)[], attributes: Attributes = {}): Value {
    return this.fold(op, inputs, { attributes }) ?? this.call(op, inputs, { attributes });
  }

  /** The result where it needs no node and no place in the reverse pass. */
  fold(
    op: string,
    inputs: readonly (Value | undefined)[],
    { attributes }: CallOptions,
  ): Value | undefined {
    return folded(this, op, inputs, attributes);
  }

  /** A node that stays visible to the reverse pass. Errors say where: `options.at`. */
  call(op: string, inputs: readonly (Value | undefined)[], options: CallOptions): Value {
    const shape = options.shapes?.[0] ?? this.#shapeOf(op, inputs, options);
    const type = shapeRuleOf(op)?.type?.(inputs, options.attributes ?? {}) ?? typeOf(inputs);
    const name = this.#emit(op, inputs, options);
    const value = new Value(name, type, { shape });
    value.call = {
      op,
      inputs,
      outputs: [value],
      attributes: options.attributes ?? {},
      stopsGradient: options.stopsGradient ?? false,
      at: options.at,
    };
    return value;
  }

  /** A node with any number of outputs, of which no derivative is known. */
  opaque(
    op: string,
    inputs: readonly (Value | undefined)[],
    options: CallOptions & { outputs: number },
  ): Value[] {
    const name = this.#fresh();
    const names = Array.from({ length: options.outputs }, (_, i) => (i ? `${name}_${i}` : name));
    this.#push(op, inputs, { attributes: options.attributes ?? {}, outputs: names });
    const outputs = names.map((n, i) => new Value(n, 'float32', { shape: options.shapes?.[i] }));
    const { attributes = {}, at } = options;
    for (const output of outputs)
      output.call = { op, inputs, outputs, attributes, stopsGradient: false, at };
    return outputs;
  }

  input(name: string, shape: Shape, type: DType = 'float32'): Value {
    return new Value(name, type, { shape });
  }

  scalar(value: number): Value {
    const known = this.#scalars.get(value);
    if (known !== undefined && !Object.is(value, -0)) return known;
    const made = this.constant(floatConstant([], Float32Array.of(value)));
    this.#scalars.set(value, made);
    return made;
  }

  ints(values: readonly number[]): Value {
    return this.integers([values.length], values);
  }

  integers(shape: Shape, values: readonly number[]): Value {
    const key = `int64 ${shape.join()} ${values.join()}`;
    return this.constant(intConstant(shape, values), this.#shared(key));
  }

  floats(shape: Shape, data: Float32Array): Value {
    return this.constant(floatConstant(shape, data));
  }

  constant(constant: Constant, name = this.#fresh()): Value {
    this.constants.set(name, constant);
    return new Value(name, typeOfConstant(constant), { shape: constant.shape, constant });
  }

  #shapeOf(
    op: string,
    inputs: readonly (Value | undefined)[],
    { attributes, at }: CallOptions,
  ): Shape | undefined {
    if (inputs.some((input) => input !== undefined && input.shapeIfKnown === undefined))
      return undefined;
    try {
      return shapeRuleOf(op)?.shape(inputs, attributes ?? {});
    } catch (cause) {
      const where = at === undefined ? op : `${at}: ${op}`;
      throw new Error(`${where}: ${cause instanceof Error ? cause.message : String(cause)}`, {
        cause,
      });
    }
  }

  #emit(
    op: string,
    inputs: readonly (Value | undefined)[],
    { attributes = {} }: CallOptions,
  ): string {
    // An alias needs no node: same name, another value.
    if (op === 'Identity' && inputs[0]) return inputs[0].name;
    const key = `${op}(${inputs.map((input) => input?.name).join()})${JSON.stringify(attributes)}`;
    const known = this.#emitted.get(key);
    if (known !== undefined) return known;
    const name = this.#shared(key);
    this.#push(op, inputs, { attributes, outputs: [name] });
    return name;
  }

  #push(
    op: string,
    inputs: readonly (Value | undefined)[],
    { attributes, outputs }: { attributes: Attributes; outputs: readonly string[] },
  ): void {
    if (this.nodes.length >= MAX_NODES)
      throw new Error(`the program grew beyond ${MAX_NODES} nodes`);
    const names = inputs.map((input) => input?.name ?? '');
    this.nodes.push({ op, domain: '', name: '', inputs: names, outputs, attributes });
  }

  #shared(key: string): string {
    const name = this.#emitted.get(key) ?? this.#fresh();
    this.#emitted.set(key, name);
    return name;
  }

  #fresh(): string {
    return `v${this.#count++}`;
  }
}

/** Whether it is a float is all that matters here; every kind of integer counts as int64. */
function typeOfConstant({ type }: Constant): DType {
  return type === 'float32' || type === 'bool' ? type : 'int64';
}

function typeOf(inputs: readonly (Value | undefined)[]): DType {
  return inputs[0]?.type ?? 'float32';
}
