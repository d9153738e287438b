/**
 * A program of many iterations as one ONNX `Loop`. What does not depend on a carried value or a schedule is computed once,
 * before the loop; the loop's body reads it, and the constants, from around it.
 */
import { type Value } from '../graph/value.ts';
import { elementTypes, intConstant } from '../onnx/constant.ts';
import { type Graph, type Node, type ValueInfo } from '../onnx/model.ts';
import { type Assembled } from './assembled.ts';
import { live, usedConstants } from './live.ts';
import { type Lowered } from './lowering.ts';
import { floats, identity, nameOf, node } from './plain.ts';

const TRIPS = 'trips';
const INDEX = 'iteration';
const GOES_ON = 'goes_on';

/** An output of the body: what it is in there, and what the loop makes of it. */
interface Result {
  readonly value: Value;
  /** name of what comes out of the loop */
  readonly name: string;
}

/** Outputs of the loop: carried values, last values of others, stacks; and outputs that are the same in all iterations. */
interface Results {
  readonly carried: readonly Result[];
  readonly last: readonly Result[];
  readonly each: readonly Result[];
  readonly constant: readonly Result[];
}

export function loopGraph(lowered: Lowered): Assembled {
  const { builder, program } = lowered;
  const variant = variantNames(lowered);
  const results = resultsOf(lowered, variant);
  const roots = new Set([...lowered.nextCarried, ...lowered.outputs].map(nameOf));
  const nodes = live(builder.nodes, roots);
  const inside = nodes.filter(({ outputs }) => outputs.some((name) => variant.has(name)));
  const outside = nodes.filter(({ outputs }) => !outputs.some((name) => variant.has(name)));
  const body = bodyGraph(lowered, results, inside);
  const around = [
    ...outside,
    ...results.last.map(({ name }) => zeros(name)),
    loopNode(lowered, results, body),
    ...results.constant.map(({ value, name }) => identity(value.name, name)),
  ];
  const graph: Graph = {
    name: 'program',
    nodes: around,
    constants: loopConstants(lowered, results, [...around, ...body.nodes]),
    inputs: inputsOf(lowered),
    outputs: [...results.carried, ...results.last, ...results.constant]
      .map(({ value, name }) => floats(name, value.shapeIfKnown))
      .concat(results.each.map(({ name, value }) => floats(name, [TRIPS, ...value.shape]))),
  };
  const names = {
    trips: TRIPS,
    carried: lowered.carried.map(({ name }) => `start_${name}`),
    externals: lowered.externals.map(nameOf),
    schedules: lowered.schedules.map((_, i) => `schedule_${i}`),
    nextCarried: results.carried.map(({ name }) => name),
    outputs: program.outputs.map((_, i) => `output_${i}`),
  };
  return { graph, names, nodes: body.nodes.length };
}

/** Names of values that differ from iteration to iteration. */
function variantNames({ builder, carried, schedules }: Lowered): Set<string> {
  const variant = new Set([...carried, ...schedules].map(nameOf));
  for (const { inputs, outputs } of builder.nodes)
    if (inputs.some((name) => variant.has(name))) for (const name of outputs) variant.add(name);
  return variant;
}

function resultsOf({ program, nextCarried, outputs }: Lowered, variant: Set<string>): Results {
  const named = outputs.map((value, i) => ({ value, name: `output_${i}` }));
  const isEach = (_: Result, i: number): boolean => program.outputs[i]?.each === true;
  const single = named.filter((result, i) => !isEach(result, i));
  return {
    carried: nextCarried.map((value, i) => ({ value, name: `next_${i}` })),
    each: named.filter(isEach),
    last: single.filter(({ value }) => variant.has(value.name)),
    constant: single.filter(({ value }) => !variant.has(value.name)),
  };
}

/** Inputs: iteration, condition, carried values, last values. Outputs: condition, the same, stacks. */
function bodyGraph(lowered: Lowered, results: Results, inside: readonly Node[]): Graph {
  const { carried, schedules } = lowered;
  const now = schedules.map(({ name }, i) => node('Gather', [`schedule_${i}`, INDEX], [name]));
  const kept = [...results.carried, ...results.last, ...results.each];
  const { outputs, copies } = bodyOutputs(kept, inside);
  return {
    name: 'iteration',
    constants: new Map(),
    nodes: [...now, ...inside, ...copies, identity(GOES_ON, `${GOES_ON}_next`)],
    inputs: [
      scalar(INDEX, 'int64'),
      scalar(GOES_ON, 'bool'),
      ...carried.map(({ name, shape }) => floats(name, shape)),
      ...results.last.map(({ value, name }) => floats(`${name}_before`, value.shapeIfKnown)),
    ],
    outputs: [scalar(`${GOES_ON}_next`, 'bool'), ...outputs],
  };
}

/** A body may only give out what its own nodes make, and each value once; others are copied. */
function bodyOutputs(results: readonly Result[], inside: readonly Node[]) {
  const free = new Set(inside.flatMap(({ outputs }) => outputs));
  const copies: Node[] = [];
  const outputs = results.map(({ value, name }) => {
    if (free.delete(value.name)) return floats(value.name, value.shapeIfKnown);
    copies.push(identity(value.name, `${name}_now`));
    return floats(`${name}_now`, value.shapeIfKnown);
  });
  return { outputs, copies };
}

function loopNode({ carried }: Lowered, results: Results, body: Graph): Node {
  const starts = [
    ...carried.map(({ name }) => `start_${name}`),
    ...results.last.map(({ name }) => `${name}_zeros`),
  ];
  const ends = [...results.carried, ...results.last, ...results.each].map(({ name }) => name);
  const loop = node('Loop', [TRIPS, '', ...starts], ends);
  return { ...loop, attributes: { body: { kind: 'graph', value: body } } };
}

/** A loop's values need a start; this one is never seen, since there is at least one trip. */
function zeros(name: string): Node {
  return node('ConstantOfShape', [`${name}_shape`], [`${name}_zeros`]);
}

function loopConstants({ builder }: Lowered, { last }: Results, nodes: readonly Node[]) {
  const shapes = last.map(
    ({ value, name }) => [`${name}_shape`, intConstant([value.shape.length], value.shape)] as const,
  );
  return usedConstants(new Map([...builder.constants, ...shapes]), nodes);
}

function inputsOf({ carried, externals, schedules }: Lowered): ValueInfo[] {
  return [
    scalar(TRIPS, 'int64'),
    ...carried.map(({ name, shape }) => floats(`start_${name}`, shape)),
    ...externals.map(({ name, shape }) => floats(name, shape)),
    ...schedules.map((_, i) => floats(`schedule_${i}`, [TRIPS])),
  ];
}

function scalar(name: string, type: 'int64' | 'bool'): ValueInfo {
  return { name, type: elementTypes[type], shape: [] };
}
