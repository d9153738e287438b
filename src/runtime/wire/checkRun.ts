/**
 * Whether a run that the student runner asks for makes sense: the runner is hostile. What passes has operands that
 * exist, values of the announced shapes, and bounded sizes; the compiler knows its operators and refuses all others.
 */
import { type Shape, sizeOf, type TensorData } from '../../engine/tensor.ts';
import {
  type Operand,
  type RunRequest,
  type StepNode,
  type StepProgram,
} from '../../engine/trace/program.ts';
import { requestOf, type WireRun } from './runRequest.ts';

/** 256 MiB of float32 */
const maxNumbers = 2 ** 26;
const maxPrograms = 10_000;

/** A run request that no recorded program can have led to. */
export class RunRefused extends Error {
  override readonly name = 'RunRefused';
}

/** A run that may be meant as it is, but asks for more than can be computed at once. */
export class RunTooLarge extends Error {
  override readonly name = 'RunTooLarge';
}

/** Remembers the programs of one run of the student's code, each sent once and run many times. */
export class ProgramBook {
  readonly #programs = new Map<number, StepProgram>();

  /** The checked request. Throws RunRefused or RunTooLarge. */
  check(run: WireRun, tensors: readonly TensorData[]): RunRequest {
    const program = this.#programOf(run);
    const { carried, externals } = program;
    const count = carried.length + externals.length + program.schedules;
    expect(tensors.length === count, `${count} tensors, found ${tensors.length}`);
    const request = requestOf(
      { ...run, carried: carried.length, externals: externals.length },
      tensors,
    );
    request.carried.forEach((tensor, i) => {
      expectSameShape(tensor.shape, carried[i]?.shape);
    });
    request.externals.forEach((tensor, i) => {
      expectSameShape(tensor.shape, externals[i]);
    });
    request.schedules.forEach((table) => {
      expectSameShape([table.length], [run.trips]);
    });
    expectBoundedOutputs(program, run.trips);
    return request;
  }

  /** The program of a checked request. */
  programOf(id: number): StepProgram | undefined {
    return this.#programs.get(id);
  }

  #programOf({ programId, program }: WireRun): StepProgram {
    const known = this.#programs.get(programId);
    if (known !== undefined) {
      expect(program === undefined, `program ${programId} once`);
      return known;
    }
    if (program === undefined) throw new RunRefused(`program ${programId} is not known`);
    expect(this.#programs.size < maxPrograms, `at most ${maxPrograms} programs`);
    checkProgram(program);
    this.#programs.set(programId, program);
    return program;
  }
}

function checkProgram(program: StepProgram): void {
  program.nodes.forEach((node, i) => {
    operandsOf(node).forEach((operand) => {
      expectOperand(program, operand, i);
    });
  });
  for (const { next, shape } of program.carried) {
    expectOperand(program, next, program.nodes.length);
    expectSameShape(shapeOf(program, next), shape);
  }
  for (const { value } of program.outputs) expectOperand(program, value, program.nodes.length);
  expectIndex(program.loss, program.outputs.length, 'loss');
  expectIndex(program.moved, program.carried.length, 'moved');
  expect(program.stepsPerIteration <= program.nodes.length, 'fewer steps than nodes');
  const numbers = program.nodes.reduce((sum, node) => sum + sizeOf(node.shape), 0);
  expectFits(numbers, 'an iteration');
}

function operandsOf(node: StepNode): readonly Operand[] {
  if (node.kind === 'operator') return node.inputs;
  return node.kind === 'model' ? [node.input] : [node.of, node.wrt];
}

/** `before`: nodes from here on do not exist yet */
function expectOperand(program: StepProgram, operand: Operand, before: number): void {
  if (operand.from === 'constant' || operand.from === 'integers') return;
  const limits = {
    node: before,
    carried: program.carried.length,
    external: program.externals.length,
    schedule: program.schedules,
  };
  expectIndex(operand.index, limits[operand.from], operand.from);
}

function expectIndex(index: number | undefined, count: number, what: string): void {
  if (index === undefined) return;
  expect(index < count, `${what} below ${count}, found ${index}`);
}

function shapeOf(program: StepProgram, operand: Operand): Shape {
  if (operand.from === 'node') return program.nodes[operand.index]?.shape ?? [];
  if (operand.from === 'carried') return program.carried[operand.index]?.shape ?? [];
  return operand.from === 'external' ? (program.externals[operand.index] ?? []) : [];
}

function expectBoundedOutputs(program: StepProgram, trips: number): void {
  const numbers = program.outputs.reduce((sum, { value, each }) => {
    return sum + sizeOf(shapeOf(program, value)) * (each ? trips : 1);
  }, 0);
  expectFits(numbers, 'results');
}

function expectSameShape(found: Shape, expected: Shape = []): void {
  expect(String(found) === String(expected), `shape [${expected.join()}], found [${found.join()}]`);
}

function expectFits(numbers: number, what: string): void {
  if (numbers <= maxNumbers) return;
  throw new RunTooLarge(
    `${what} of ${numbers} numbers cannot be computed; at most ${maxNumbers} fit at once`,
  );
}

function expect(holds: boolean, expected: string): void {
  if (!holds) throw new RunRefused(`a run request needs ${expected}`);
}
