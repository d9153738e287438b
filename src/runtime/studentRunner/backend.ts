/** Runs recorded programs on the model server, through the controller; synchronous, so `loss.item()` returns a number. */
import { type Backend, type RunRequest, type RunResult } from '../../engine/trace/program.ts';
import { type Shape } from '../../engine/tensor.ts';
import { resultOf, tensorsOf, wireOf } from '../wire/runRequest.ts';
import { type RunnerLink } from './link.ts';

export class PipeBackend implements Backend {
  readonly #link: RunnerLink;

  constructor(link: RunnerLink) {
    this.#link = link;
  }

  modelShape(model: string, input: Shape): Shape {
    this.#link.send('shape', { model, input });
    return this.#link.receive('shaped').body.shape;
  }

  run(request: RunRequest): RunResult {
    this.#link.send('run', wireOf(request), tensorsOf(request));
    const { body, tensors } = this.#link.receive('ran');
    return resultOf(body.carried, tensors);
  }
}
