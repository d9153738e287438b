/** Run-time schemas of everything that a student runner may say. */
import * as z from 'zod/mini';
import { type Shape } from '../../engine/tensor.ts';
import { isShape, type Message } from '../frame/message.ts';
import { FrameError } from '../frame/frame.ts';
import { type FromRunner } from './runner.ts';
import { wireRun } from './stepProgram.ts';

const place = z.exactOptional(z.string().check(z.maxLength(300)));
const sentence = z.string().check(z.maxLength(10_000));
const count = z.int().check(z.nonnegative());

type Schemas = { readonly [K in keyof FromRunner]: z.ZodMiniType<FromRunner[K]> };

const schemas: Schemas = {
  ready: z.strictObject({ permission: z.boolean() }),
  loaded: z.strictObject({}),
  shape: z.strictObject({ model: sentence, input: z.custom<Shape>(isShape) }),
  run: wireRun,
  text: z.strictObject({ text: z.string() }),
  result: z.strictObject({
    facts: z.strictObject({
      backwardCalls: count,
      zeroGradCalls: count,
      stepCalls: count,
      inputRequiresGrad: z.boolean(),
    }),
  }),
  failure: z.strictObject({
    cause: z.enum(['syntax', 'exception', 'wrong-result', 'output']),
    message: sentence,
    at: place,
  }),
  interrupted: z.strictObject({ at: place }),
  left: z.strictObject({ clean: z.boolean() }),
};

/** The body of a message of this kind. Throws a FrameError that names the field. */
export function runnerBody<K extends keyof FromRunner>(
  kind: K,
  message: Message<string>,
): FromRunner[K] {
  const parsed = schemas[kind].safeParse(message.body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new FrameError(`a ${kind} message has a bad ${issue?.path.join('.') ?? 'body'}`);
}
