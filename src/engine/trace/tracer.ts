/**
 * Records what a program does with tensors. The first iterations are recorded call by call; as soon as two are alike,
 * later calls are compared with the recorded step by a cursor, and only counted.
 */
import { type Shape } from '../tensor.ts';
import { roll } from './roll.ts';
import {
  type Input,
  isSource,
  Iteration,
  Node,
  type Operation,
  sameNumbers,
  sameOperation,
  sameSource,
  type Segment,
  settled,
  Slot,
  type Source,
  type TemplateInput,
} from './source.ts';

export class Tracer {
  readonly #where: () => string | undefined;
  #iterations = 0;
  #previous: Iteration | undefined;
  #current = new Iteration(0);
  #rolling: Segment | undefined;
  #cursor = 0;

  /** `where` says which of the student's lines is running; it is asked only for what is recorded anew. */
  constructor(where: () => string | undefined = () => undefined) {
    this.#where = where;
  }

  /**
   * The value of an operation. `shapeOf` gives the result's shape, or throws; it is only called when the operation is
   * not the expected one of a repeated step.
   */
  apply(operation: Operation, inputs: readonly Input[], shapeOf: () => Shape): Source {
    const matched = this.#match(operation, inputs);
    if (matched !== undefined) return matched;
    const shape = shapeOf();
    this.#breakOff();
    return new Node({ operation, inputs, shape, at: this.#where() }, this.#current);
  }

  /** `moved`: the tensor that an optimizer has just moved. */
  endIteration(moved?: Source): void {
    if (this.#rolling !== undefined && this.#cursor === this.#rolling.nodes.length) {
      nextIteration(this.#rolling);
      this.#cursor = 0;
      return;
    }
    this.#breakOff();
    this.#close(moved);
  }

  #close(moved: Source | undefined): void {
    const current = this.#current;
    current.closed = true;
    current.moved = moved === undefined ? undefined : settled(moved);
    this.#rolling = this.#previous && roll(this.#previous, current);
    this.#cursor = 0;
    this.#previous = this.#rolling === undefined ? current : undefined;
    this.#current = new Iteration(++this.#iterations);
  }

  #match(operation: Operation, inputs: readonly Input[]): Slot | undefined {
    const segment = this.#rolling;
    const node = segment?.nodes[this.#cursor];
    if (segment === undefined || node === undefined) return undefined;
    if (!sameOperation(node.operation, operation) || node.inputs.length !== inputs.length)
      return undefined;
    let differs = false;
    for (let i = 0; i < inputs.length; i++) {
      const expected = node.inputs[i];
      const input = inputs[i];
      if (expected === undefined || input === undefined) return undefined;
      if (!matchesInput(segment, expected, input)) return undefined;
      differs ||= typeof input === 'number' && !isConstant(expected, input);
    }
    if (differs) keepNumbers(segment, node.inputs, inputs);
    const slot = new Slot(segment, segment.count, this.#cursor++);
    segment.now.push(slot);
    return slot;
  }

  /** An iteration that began like the others goes on differently: what it did so far is recorded after all. */
  #breakOff(): void {
    const segment = this.#rolling;
    if (segment === undefined) return;
    const rest: Node[] = [];
    for (const { operation, inputs, shape, at } of segment.nodes.slice(0, this.#cursor)) {
      const found = inputs.map((input) => inputNow(segment, input, rest));
      rest.push(new Node({ operation, inputs: found, shape, at }, this.#current));
    }
    segment.rest = rest;
    this.#rolling = undefined;
    this.#cursor = 0;
  }
}

function nextIteration(segment: Segment): void {
  segment.count++;
  segment.last = segment.now;
  segment.now = [];
}

function isConstant(expected: TemplateInput, number: number): boolean {
  return expected.from === 'constant' && Object.is(expected.value, number);
}

function matchesInput(segment: Segment, expected: TemplateInput, input: Input): boolean {
  switch (expected.from) {
    case 'constant':
    case 'schedule':
      return typeof input === 'number';
    case 'integers':
      return Array.isArray(input) && sameNumbers(expected.values, input as readonly number[]);
    case 'external':
      return isSource(input) && matchesExternal(segment, expected.index, input);
    case 'here':
      return input === segment.now[expected.position];
    case 'before':
      return isSource(input) && settled(input) === segment.last[expected.position];
  }
}

function matchesExternal(segment: Segment, index: number, input: Source): boolean {
  const external = segment.externals[index];
  if (external === undefined) return false;
  return external === input || sameSource(settled(external), settled(input));
}

/** Notes the numbers of this iteration; a constant that differs becomes a schedule. */
function keepNumbers(segment: Segment, expected: TemplateInput[], inputs: readonly Input[]): void {
  for (const [i, input] of inputs.entries()) {
    const known = expected[i];
    if (typeof input !== 'number' || known === undefined) continue;
    if (known.from === 'constant' && !Object.is(known.value, input)) {
      const past = new Array<number>(segment.count).fill(known.value);
      expected[i] = { from: 'schedule', index: segment.schedules.push([...past, input]) - 1 };
    } else if (known.from === 'schedule') {
      const schedule = segment.schedules[known.index];
      if (schedule !== undefined) schedule[segment.count] = input;
    }
  }
}

/** What an input of the broken-off iteration is. */
function inputNow(segment: Segment, input: TemplateInput, rest: readonly Node[]): Input {
  const found = {
    here: () => (input.from === 'here' ? rest[input.position] : undefined),
    before: () => (input.from === 'before' ? segment.last[input.position] : undefined),
    external: () => (input.from === 'external' ? segment.externals[input.index] : undefined),
    constant: () => (input.from === 'constant' ? input.value : undefined),
    integers: () => (input.from === 'integers' ? input.values : undefined),
    schedule: () =>
      input.from === 'schedule' ? segment.schedules[input.index]?.[segment.count] : undefined,
  }[input.from]();
  if (found === undefined) throw new Error('internal: a step uses a value that it does not have');
  return found;
}
