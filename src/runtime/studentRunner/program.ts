/** The student's program, bound to `exambench/torch` and called with tensors. */
import { type TensorData } from '../../engine/tensor.ts';
import { type Backend } from '../../engine/trace/program.ts';
import { evaluateWith } from '../../engine/trace/evaluate.ts';
import { createTorch, type Torch } from '../../torch/createTorch.ts';
import { type TraceFacts } from '../attack/attack.ts';
import { type ToRunner } from '../wire/runner.ts';
import { ProgramError } from './failures.ts';
import { loadModules } from './modules.ts';
import { currentPlace, placeOfDeclaration } from './place.ts';

type Job = Pick<ToRunner['load'], 'program' | 'model'>;
type Entry = (x: unknown, t: unknown, model: unknown) => unknown;

export class StudentProgram {
  readonly #job: Job;
  readonly #torch: Torch;
  #entry: Entry | undefined;

  constructor(job: Job, backend: Backend) {
    this.#job = job;
    this.#torch = createTorch({
      evaluate: (evaluation) => evaluateWith(evaluation, (request) => backend.run(request)),
      modelShape: (model, input) => backend.modelShape(model, input),
      where: currentPlace,
    });
  }

  load(): void {
    const { files, entry } = this.#job.program;
    const found = loadModules(files, entry.file, this.#torch.module)[entry.function];
    if (typeof found !== 'function') {
      const what = `${entry.file} must export a function named ${entry.function}`;
      throw new ProgramError('wrong-result', what, undefined);
    }
    this.#entry = (x, t, model) => Reflect.apply(found, undefined, [x, t, model]) as unknown;
  }

  call(x: TensorData, t: TensorData): { readonly z: TensorData; readonly facts: TraceFacts } {
    const torch = this.#torch;
    const before = { ...torch.facts };
    const model = torch.model(this.#job.model.id);
    const returned = this.#entry?.(torch.input(x), torch.input(t), model);
    const z = torch.value(returned);
    if (z === undefined) this.#refuse(`returned ${described(returned)}; it must return a tensor`);
    if (String(z.shape) !== String(x.shape)) {
      this.#refuse(`returned shape [${z.shape.join(', ')}]; x has shape [${x.shape.join(', ')}]`);
    }
    return { z, facts: factsSince(before, torch.facts) };
  }

  #refuse(problem: string): never {
    const { file, function: name } = this.#job.program.entry;
    const source = this.#job.program.files[file] ?? '';
    const place = placeOfDeclaration(file, source, name);
    throw new ProgramError('wrong-result', `${name} ${problem}`, place);
  }
}

/** The session counts on from call to call. */
function factsSince(before: TraceFacts, now: TraceFacts): TraceFacts {
  return {
    backwardCalls: now.backwardCalls - before.backwardCalls,
    zeroGradCalls: now.zeroGradCalls - before.zeroGradCalls,
    stepCalls: now.stepCalls - before.stepCalls,
    inputRequiresGrad: now.inputRequiresGrad,
  };
}

function described(value: unknown): string {
  if (value instanceof Promise) {
    return 'a Promise (it must not be async: nothing in exambench/torch needs await)';
  }
  if (value === null || value === undefined) return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
