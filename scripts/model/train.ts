/** Trains a small tanh network on labelled points with our own engine: full-batch SGD on the squared hinge loss. */
import { seededRandom, uniform } from '../../src/core/random.ts';
import { type TensorData } from '../../src/engine/tensor.ts';
import { evaluateAsync } from '../../src/engine/trace/evaluate.ts';
import { type RunRequest, type RunResult } from '../../src/engine/trace/program.ts';
import { createTorch } from '../../src/torch/createTorch.ts';
import type { Tensor } from '../../src/torch/torch.d.ts';
import { type LabelledPoints } from './points.ts';

export interface Layer {
  /** inputs×outputs */
  readonly weights: TensorData;
  /** outputs */
  readonly biases: TensorData;
}

const ITERATIONS = 2000;

export interface Network {
  /** of the layers, inputs and output included */
  readonly sizes: readonly number[];
  /** that the first weights are drawn with */
  readonly seed: number;
}

/** The layers, with tanh between them. `run` runs the one program that the training is. */
export async function train(
  { x, t }: LabelledPoints,
  network: Network,
  run: (request: RunRequest) => Promise<RunResult>,
): Promise<Layer[]> {
  const torch = createTorch({
    evaluate: () => {
      throw new Error('the training reads nothing before its end');
    },
    modelShape: () => [],
  });
  const { tensor, optim } = torch.module;
  const inputs = tensor(x);
  const labels = tensor(t.map((label) => [label]));
  const layers = initialLayers(torch.module, network);
  const sgd = new optim.SGD(
    layers.flatMap(({ w, b }) => [w, b]),
    { lr: 0.1, momentum: 0.9, weightDecay: 1e-3 },
  );
  for (let i = 0; i < ITERATIONS; i++) {
    sgd.zeroGrad();
    const margin = labels.mul(output(layers, inputs));
    margin.neg().add(1).relu().square().mean().backward();
    sgd.step();
  }
  const value = (of: Tensor): Promise<TensorData> => evaluateAsync(torch.evaluation(of), run);
  const trained: Layer[] = [];
  for (const { w, b } of layers) trained.push({ weights: await value(w), biases: await value(b) });
  return trained;
}

interface TrainedLayer {
  readonly w: Tensor;
  readonly b: Tensor;
}

function initialLayers(
  { tensor }: ReturnType<typeof createTorch>['module'],
  { sizes, seed }: Network,
): TrainedLayer[] {
  const random = seededRandom(seed);
  const options = { requiresGrad: true };
  return sizes.slice(1).map((outputs, i) => {
    const count = sizes[i] ?? 1;
    const bound = 1 / Math.sqrt(count);
    const row = (): number[] =>
      Array.from({ length: outputs }, () => uniform(random, -bound, bound));
    return { w: tensor(Array.from({ length: count }, row), options), b: tensor(row(), options) };
  });
}

function output(layers: readonly TrainedLayer[], inputs: Tensor): Tensor {
  return layers.reduce((x, { w, b }, i) => (i === 0 ? x : x.tanh()).matmul(w).add(b), inputs);
}
