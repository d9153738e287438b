/** Writes step programs by hand, for tests: shapes are worked out by the rules, as a recorder would. */
import { attributeOf } from '../../src/engine/compile/attribute.ts';
import { Builder } from '../../src/engine/graph/builder.ts';
import { type Value } from '../../src/engine/graph/value.ts';
import { type Shape } from '../../src/engine/tensor.ts';
import {
  type Attribute,
  type Carried,
  type Operand,
  type StepNode,
  type StepProgram,
} from '../../src/engine/trace/program.ts';

export class Steps {
  readonly nodes: StepNode[] = [];
  readonly externals: Shape[] = [];
  readonly carried: Carried[] = [];
  schedules = 0;
  readonly #builder = new Builder();
  readonly #values = new Map<Operand, Value>();

  external(shape: Shape): Operand {
    return this.#known({ from: 'external', index: this.externals.push(shape) - 1 }, shape);
  }

  /** `next` must be given with `carry` before the program is made. */
  state(shape: Shape): Operand & { from: 'carried' } {
    const operand = { from: 'carried' as const, index: this.carried.length };
    this.carried.push({ shape, next: operand });
    this.#known(operand, shape);
    return operand;
  }

  carry(state: Operand & { from: 'carried' }, next: Operand): void {
    this.carried[state.index] = { shape: this.#value(next).shape, next };
  }

  schedule(): Operand {
    return this.#known({ from: 'schedule', index: this.schedules++ }, []);
  }

  op(
    op: string,
    inputs: readonly (Operand | number | readonly number[])[],
    attributes: Readonly<Record<string, Attribute>> = {},
  ): Operand {
    const operands = inputs.map(operandOf);
    const value = this.#builder.call(
      op,
      operands.map((operand) => this.#value(operand)),
      {
        attributes: Object.fromEntries(
          Object.entries(attributes).map(([name, a]) => [name, attributeOf(name, a)]),
        ),
      },
    );
    const { shape } = value;
    return this.#add({ kind: 'operator', op, inputs: operands, attributes, shape }, value);
  }

  /** The same without a gradient flowing through. */
  detached(of: Operand): Operand {
    const { shape } = this.#value(of);
    const node = { kind: 'operator', op: 'Identity', inputs: [of], attributes: {}, shape } as const;
    return this.#add({ ...node, stopsGradient: true }, this.#builder.input('', shape));
  }

  model(model: string, input: Operand, shape: Shape): Operand {
    return this.#add({ kind: 'model', model, input, shape }, this.#builder.input('', shape));
  }

  sum(of: Operand): Operand {
    return this.op('ReduceSum', [of], { keepdims: 0 });
  }

  gradient(of: Operand, wrt: Operand): Operand {
    const { shape } = this.#value(wrt);
    return this.#add({ kind: 'gradient', of, wrt, shape }, this.#builder.input('', shape));
  }

  program(outputs: readonly Operand[], each: readonly Operand[] = []): StepProgram {
    return {
      nodes: this.nodes,
      carried: this.carried,
      externals: this.externals,
      schedules: this.schedules,
      outputs: [
        ...outputs.map((value) => ({ value, each: false })),
        ...each.map((value) => ({ value, each: true })),
      ],
      stepsPerIteration: 1,
    };
  }

  #add(node: StepNode, value: Value): Operand {
    const operand: Operand = { from: 'node', index: this.nodes.push(node) - 1 };
    this.#values.set(operand, value);
    return operand;
  }

  #known(operand: Operand, shape: Shape): Operand {
    this.#values.set(operand, this.#builder.input(`${operand.from}${this.#values.size}`, shape));
    return operand;
  }

  #value(operand: Operand): Value {
    if (operand.from === 'constant') return this.#builder.scalar(operand.value);
    if (operand.from === 'integers') return this.#builder.ints(operand.values);
    const value = this.#values.get(operand);
    if (value === undefined) throw new Error('an operand of another program');
    return value;
  }
}

function operandOf(input: Operand | number | readonly number[]): Operand {
  if (typeof input === 'number') return { from: 'constant', value: input };
  return 'from' in input ? input : { from: 'integers', values: input };
}
