/** A segment as a step program: the whole loop, or the beginning of one iteration. */
import { type Operand, type OperatorNode, type StepNode, type StepProgram } from './program.ts';
import { nodeAt, type Node, type Operation, type Segment, type TemplateInput } from './source.ts';

/** The loop, returning the values at `kept` of each iteration. */
export function loopProgram(
  segment: Segment,
  kept: readonly number[],
  stepsPerIteration: number,
): StepProgram {
  const loss = kept.indexOf(lossPosition(segment) ?? -1);
  const moved = segment.carried.findIndex(({ position }) => position === segment.moved);
  return {
    nodes: segment.nodes.map((node) => stepNode(node, loopOperand)),
    carried: segment.carried.map(({ position }) => ({
      shape: nodeAt(segment, position).shape,
      next: { from: 'node', index: position },
    })),
    externals: segment.externals.map(({ shape }) => shape),
    schedules: segment.schedules.length,
    outputs: kept.map((index) => ({ value: { from: 'node', index }, each: true })),
    ...(loss >= 0 && { loss }),
    ...(moved >= 0 && { moved }),
    stepsPerIteration,
  };
}

/**
 * One value of one iteration by itself. Its externals are those of the segment, then what is carried into the
 * iteration, then the iteration's scheduled numbers.
 */
export function iterationProgram(segment: Segment, position: number): StepProgram {
  const carriedAt = segment.externals.length;
  const scheduledAt = carriedAt + segment.carried.length;
  const operand = (input: TemplateInput): Operand => {
    if (input.from === 'before') return { from: 'external', index: carriedAt + input.carried };
    if (input.from === 'schedule') return { from: 'external', index: scheduledAt + input.index };
    return loopOperand(input);
  };
  return {
    nodes: segment.nodes.slice(0, position + 1).map((node) => stepNode(node, operand)),
    carried: [],
    externals: [
      ...segment.externals.map(({ shape }) => shape),
      ...segment.carried.map(({ position: at }) => nodeAt(segment, at).shape),
      ...segment.schedules.map(() => []),
    ],
    schedules: 0,
    outputs: [{ value: { from: 'node', index: position }, each: false }],
    stepsPerIteration: 0,
  };
}

/** Position of what the last backward pass of an iteration started from. */
export function lossPosition({ nodes }: Segment): number | undefined {
  const loss = nodes.findLast(({ operation }) => operation.kind === 'gradient')?.inputs[0];
  return loss?.from === 'here' ? loss.position : undefined;
}

function loopOperand(input: TemplateInput): Operand {
  switch (input.from) {
    case 'here':
      return { from: 'node', index: input.position };
    case 'before':
      return { from: 'carried', index: input.carried };
    case 'external':
    case 'schedule':
    case 'constant':
    case 'integers':
      return input;
  }
}

/** A recorded node as a node of a program. */
export function stepNode<I>(
  node: {
    readonly operation: Operation;
    readonly inputs: readonly I[];
    readonly shape: Node['shape'];
    readonly at: string | undefined;
  },
  operand: (input: I) => Operand,
): StepNode {
  const { operation, shape } = node;
  const [first, second] = node.inputs.map(operand);
  const place = { shape, ...(node.at !== undefined && { at: node.at }) };
  if (operation.kind === 'operator')
    return operatorNode(operation, node.inputs.map(operand), place);
  if (operation.kind === 'model' && first !== undefined)
    return {
      kind: 'model',
      model: operation.name,
      input: first,
      ...(operation.stopsGradient && { stopsGradient: true }),
      ...place,
    };
  if (first !== undefined && second !== undefined)
    return { kind: 'gradient', of: first, wrt: second, ...place };
  throw new Error(`internal: a ${operation.kind} node lacks an input`);
}

function operatorNode(
  { name, attributes, stopsGradient }: Operation,
  inputs: readonly Operand[],
  place: Pick<OperatorNode, 'shape' | 'at'>,
): OperatorNode {
  return {
    kind: 'operator',
    op: name,
    inputs,
    attributes,
    ...(stopsGradient && { stopsGradient }),
    ...place,
  };
}
