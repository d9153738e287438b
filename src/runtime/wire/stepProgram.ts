/** The form of a step program on the wire. That it makes sense is checked in `checkRun.ts`. */
import * as z from 'zod/mini';
import { type Shape } from '../../engine/tensor.ts';
import { type WireRun } from './runRequest.ts';
import { type ExactNumber, isShape } from '../frame/message.ts';

const maxNodes = 20_000;
const maxTrips = 1_000_000;
const maxIntegers = 100_000;

const index = z.int().check(z.nonnegative());
const shape = z.custom<Shape>(isShape, 'not a shape');
const at = z.exactOptional(z.string().check(z.maxLength(200)));
const stopsGradient = z.exactOptional(z.literal(true));
const exactNumber = z.pipe(
  z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity', '-0'])]),
  z.transform((value: ExactNumber) => Number(value)),
);

const operand = z.discriminatedUnion('from', [
  z.strictObject({ from: z.enum(['node', 'carried', 'external', 'schedule']), index }),
  z.strictObject({ from: z.literal('constant'), value: exactNumber }),
  z.strictObject({
    from: z.literal('integers'),
    values: z.array(z.int()).check(z.maxLength(maxIntegers)),
  }),
]);

const attribute = z.union([
  exactNumber,
  z.string().check(z.maxLength(100)),
  z.array(z.number()).check(z.maxLength(64)),
]);

const node = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('operator'),
    op: z.string().check(z.maxLength(40)),
    inputs: z.array(operand).check(z.maxLength(64)),
    attributes: z.record(z.string().check(z.maxLength(40)), attribute),
    shape,
    stopsGradient,
    at,
  }),
  z.strictObject({
    kind: z.literal('model'),
    model: z.string(),
    input: operand,
    shape,
    stopsGradient,
    at,
  }),
  z.strictObject({ kind: z.literal('gradient'), of: operand, wrt: operand, shape, at }),
]);

const program = z.strictObject({
  nodes: z.array(node).check(z.maxLength(maxNodes)),
  carried: z.array(z.strictObject({ shape, next: operand })).check(z.maxLength(1000)),
  externals: z.array(shape).check(z.maxLength(maxNodes)),
  schedules: index.check(z.maximum(100)),
  outputs: z
    .array(z.strictObject({ value: operand, each: z.boolean() }))
    .check(z.maxLength(maxNodes)),
  loss: z.exactOptional(index),
  moved: z.exactOptional(index),
  stepsPerIteration: index,
});

export const wireRun: z.ZodMiniType<WireRun> = z.strictObject({
  programId: index.check(z.maximum(2 ** 31)),
  program: z.exactOptional(program),
  trips: z.int().check(z.minimum(1), z.maximum(maxTrips)),
  carried: index,
  externals: index,
});
