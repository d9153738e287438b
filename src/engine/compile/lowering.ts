/** Nodes of a step program → nodes of a graph: models expanded, gradients differentiated, nothing that nobody needs. */
import { gradients } from '../autodiff/reverse.ts';
import { ruleOf } from '../autodiff/table.ts';
import { Builder } from '../graph/builder.ts';
import { describeShape, sameShape } from '../graph/shape.ts';
import { type Value } from '../graph/value.ts';
import { type Attributes } from '../onnx/model.ts';
import {
  type GradientNode,
  type ModelNode,
  type Operand,
  type OperatorNode,
  type StepNode,
  type StepProgram,
} from '../trace/program.ts';
import { attributeOf } from './attribute.ts';
import { expandModel, type LoadedModel } from './expand.ts';

/** A program whose values all have their names in the graph. */
export interface Lowered {
  readonly program: StepProgram;
  readonly builder: Builder;
  readonly carried: readonly Value[];
  readonly externals: readonly Value[];
  /** the number of this iteration, one per schedule */
  readonly schedules: readonly Value[];
  readonly nextCarried: readonly Value[];
  readonly outputs: readonly Value[];
}

/** Throws with the student's line where an operator, a shape or a derivative is not possible. */
export function lower(program: StepProgram, models: ReadonlyMap<string, LoadedModel>): Lowered {
  return new Lowering(program, models).run();
}

type Gradients = ReadonlyMap<GradientNode, Value>;

class Lowering {
  readonly #program: StepProgram;
  readonly #models: ReadonlyMap<string, LoadedModel>;
  readonly #builder = new Builder();
  readonly #values = new Map<number, Value>();
  readonly #given: Readonly<Record<'carried' | 'external' | 'schedule', readonly Value[]>>;
  readonly #gradients = new Map<string, Gradients>();

  constructor(program: StepProgram, models: ReadonlyMap<string, LoadedModel>) {
    this.#program = program;
    this.#models = models;
    const b = this.#builder;
    this.#given = {
      carried: program.carried.map(({ shape }, i) => b.input(`carried_${i}`, shape)),
      external: program.externals.map((shape, i) => b.input(`external_${i}`, shape)),
      schedule: Array.from({ length: program.schedules }, (_, i) => b.input(`now_${i}`, [])),
    };
  }

  run(): Lowered {
    const { nodes, carried, outputs } = this.#program;
    const needed = neededNodes(this.#program);
    nodes.forEach((node, index) => {
      if (needed.has(index)) this.#values.set(index, this.#checked(node));
    });
    return {
      program: this.#program,
      builder: this.#builder,
      carried: this.#given.carried,
      externals: this.#given.external,
      schedules: this.#given.schedule,
      nextCarried: carried.map(({ next }) => this.#value(next)),
      outputs: outputs.map(({ value }) => this.#value(value)),
    };
  }

  /** The program says every shape; a difference would be a fault of the recorder, or a forged program. */
  #checked(node: StepNode): Value {
    const value = this.#lowered(node);
    const shape = value.shapeIfKnown;
    if (shape === undefined) return value.withShape(node.shape);
    if (sameShape(shape, node.shape)) return value;
    const [expected, found] = [describeShape(node.shape), describeShape(shape)];
    throw new Error(`${where(node)}: the program says shape ${expected}, it is ${found}`);
  }

  #lowered(node: StepNode): Value {
    if (node.kind === 'operator') return this.#operator(node);
    return node.kind === 'model' ? this.#model(node) : this.#gradient(node);
  }

  #operator(node: OperatorNode): Value {
    if (ruleOf(node.op) === undefined)
      throw new Error(`${where(node)}: the operator ${node.op} is not supported`);
    const attributes: Attributes = Object.fromEntries(
      Object.entries(node.attributes).map(([name, value]) => [name, attributeOf(name, value)]),
    );
    const inputs = node.inputs.map((operand) => this.#value(operand));
    const stopsGradient = node.stopsGradient ?? false;
    return this.#builder.call(node.op, inputs, { attributes, stopsGradient, at: node.at });
  }

  #model(node: ModelNode): Value {
    const loaded = this.#models.get(node.model);
    if (loaded === undefined) throw new Error(`${where(node)}: there is no model ${node.model}`);
    const site = { id: node.model, at: node.at, stopsGradient: node.stopsGradient ?? false };
    return expandModel(this.#builder, loaded, { input: this.#value(node.input), site });
  }

  #gradient(node: GradientNode): Value {
    const key = JSON.stringify(node.of);
    const known = this.#gradients.get(key) ?? this.#gradientsOf(node, key);
    this.#gradients.set(key, known);
    const value = known.get(node);
    if (value === undefined) throw new Error(`${where(node)}: a gradient comes before its loss`);
    return value;
  }

  /** All gradients of one value share one reverse pass. */
  #gradientsOf(first: GradientNode, key: string): Gradients {
    const group = this.#program.nodes.filter(
      (node) => node.kind === 'gradient' && JSON.stringify(node.of) === key,
    );
    const alike = group.filter((node) => node.kind === 'gradient');
    try {
      const wrt = alike.map((node) => this.#value(node.wrt));
      const found = gradients(this.#builder, { of: this.#value(first.of), wrt });
      return new Map(found.map((value, i) => [alike[i] ?? first, value]));
    } catch (cause) {
      throw new Error(`${where(first)}: ${cause instanceof Error ? cause.message : ''}`, { cause });
    }
  }

  #value(operand: Operand): Value {
    if (operand.from === 'constant') return this.#builder.scalar(operand.value);
    if (operand.from === 'integers') return this.#builder.ints(operand.values);
    const value =
      operand.from === 'node'
        ? this.#values.get(operand.index)
        : this.#given[operand.from][operand.index];
    if (value === undefined)
      throw new Error(`the program has no ${operand.from} ${operand.index} at this place`);
    return value;
  }
}

const where = (node: StepNode): string => node.at ?? node.kind;

/** Indices of the nodes that an output or the next iteration depends on. */
function neededNodes({ nodes, carried, outputs }: StepProgram): Set<number> {
  const needed = new Set<number>();
  const need = (operand: Operand): void => {
    if (operand.from === 'node') needed.add(operand.index);
  };
  carried.forEach(({ next }) => {
    need(next);
  });
  outputs.forEach(({ value }) => {
    need(value);
  });
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index];
    if (node !== undefined && needed.has(index)) operandsOf(node).forEach(need);
  }
  return needed;
}

function operandsOf(node: StepNode): readonly Operand[] {
  if (node.kind === 'operator') return node.inputs;
  return node.kind === 'model' ? [node.input] : [node.of, node.wrt];
}
