/** Makes `exambench/torch` for one run of a student's program, and what the program is called with. */
import { type TensorData, type Shape } from '../engine/tensor.ts';
import { type Evaluation } from '../engine/trace/evaluate.ts';
import { Data } from '../engine/trace/source.ts';
import { LazyTensor } from './lazyTensor.ts';
import { flattened } from './nested.ts';
import { derivation, shapeOf } from './derivation.ts';
import { modelOperation } from './operation.ts';
import { Session, type SessionFacts, type SessionOptions } from './session.ts';
import { LazySgd } from './sgd.ts';
import type * as Public from './torch.d.ts';
import type { Model, Tensor } from './torch.d.ts';

export type TorchModule = typeof Public;

export interface Torch {
  /** the exports of `exambench/torch` */
  readonly module: TorchModule;
  readonly session: Session;
  readonly facts: Readonly<SessionFacts>;
  /** A value to call the program with. */
  input(value: TensorData): Tensor;
  model(id: string): Model;
  /** The runs that a tensor's numbers need, for a caller that does not wait. */
  evaluation(of: Tensor): Evaluation<TensorData>;
  /** The numbers of what the program returned; undefined when it is no tensor. Makes all steps that were recorded. */
  value(returned: unknown): TensorData | undefined;
}

export function createTorch(options: SessionOptions): Torch {
  const session = new Session(options);
  return {
    module: moduleOf(session),
    session,
    facts: session.facts,
    input: ({ shape, data }) => {
      const tensor = new LazyTensor(session, { source: new Data(shape, data) });
      tensor.isInput = true;
      return tensor;
    },
    model: (id) => modelOf(session, id),
    evaluation: (of) => evaluationOf(session, of),
    value: (returned) => {
      if (!(returned instanceof LazyTensor)) return undefined;
      session.finishSteps();
      const { shape, values } = session.value(returned.source);
      return { shape, data: values };
    },
  };
}

function* evaluationOf(session: Session, of: Tensor): Evaluation<TensorData> {
  if (!(of instanceof LazyTensor)) throw session.error('value', 'expected a tensor');
  const { shape, values } = yield* session.evaluator.value(of.source);
  return { shape, data: values };
}

function modelOf(session: Session, id: string): Model {
  const called = derivation('model', modelOperation(id), ([x]) =>
    session.modelShape(id, shapeOf(x)),
  );
  return (x) => {
    if (!(x instanceof LazyTensor)) throw session.error('model', 'expected a tensor');
    return x.derive([x], called);
  };
}

function moduleOf(session: Session): TorchModule {
  const filled = (shape: Shape, value: number): LazyTensor =>
    LazyTensor.filled(session, shape, value);
  return {
    tensor: (data, { requiresGrad = false } = {}) => {
      const made = tensorOf(session, data);
      return requiresGrad ? made.requiresGrad_() : made;
    },
    zeros: (shape) => filled(shape, 0),
    ones: (shape) => filled(shape, 1),
    full: filled,
    zerosLike: ({ shape }) => filled(shape, 0),
    onesLike: ({ shape }) => filled(shape, 1),
    ...functions,
    noGrad: (work) => session.withoutGradients(work),
    optim: {
      SGD: class extends LazySgd {
        constructor(...args: ConstructorParameters<TorchModule['optim']['SGD']>) {
          super(session, ...args);
        }
      },
    },
  };
}

function tensorOf(session: Session, data: unknown): LazyTensor {
  try {
    const { shape, values } = flattened(data);
    return new LazyTensor(session, { source: new Data(shape, values) });
  } catch (error) {
    throw session.error('tensor', error instanceof Error ? error.message : String(error));
  }
}

/** The methods as functions. */
const functions = {
  relu: (x) => x.relu(),
  tanh: (x) => x.tanh(),
  sigmoid: (x) => x.sigmoid(),
  exp: (x) => x.exp(),
  log: (x) => x.log(),
  sqrt: (x) => x.sqrt(),
  square: (x) => x.square(),
  abs: (x) => x.abs(),
  sign: (x) => x.sign(),
  sin: (x) => x.sin(),
  cos: (x) => x.cos(),
  maximum: (a, b) => a.maximum(b),
  minimum: (a, b) => a.minimum(b),
  clamp: (x, min, max) => x.clamp(min, max),
  pow: (x, exponent) => x.pow(exponent),
  matmul: (a, b) => a.matmul(b),
  dot: (a, b) => a.dot(b),
  sum: (x, dim, keepdim) => x.sum(dim, keepdim),
  mean: (x, dim, keepdim) => x.mean(dim, keepdim),
  norm: (x, p, dim, keepdim) => x.norm(p, dim, keepdim),
} satisfies Partial<TorchModule>;
