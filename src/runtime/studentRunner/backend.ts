/** Runs recorded programs on the model server, through the controller; synchronous, so `loss.item()` returns a number. */
import { outputShape } from '../../engine/onnx/signature.ts';
import {
  type Backend,
  type ModelSignature,
  type RunRequest,
  type RunResult,
} from '../../engine/trace/program.ts';
import { type Shape } from '../../engine/tensor.ts';
import { resultOf, tensorsOf, wireOf } from '../wire/runRequest.ts';
import { type RunnerLink } from './link.ts';

export class PipeBackend implements Backend {
  readonly #link: RunnerLink;
  readonly #signature: ModelSignature;

  constructor(link: RunnerLink, signature: ModelSignature) {
    this.#link = link;
    this.#signature = signature;
  }

  /** Asked only where the model's signature does not tell. */
  modelShape(model: string, input: Shape): Shape {
    const known = outputShape(this.#signature, input);
    if (known !== undefined) return known;
    this.#link.send('shape', { model, input });
    return this.#link.receive('shaped').body.shape;
  }

  run(request: RunRequest): RunResult {
    this.#link.send('run', wireOf(request), tensorsOf(request));
    const { body, tensors } = this.#link.receive('ran');
    return resultOf(body.carried, tensors);
  }
}
