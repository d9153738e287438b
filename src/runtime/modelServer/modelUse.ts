/** One user's way to a model that others use, too: the numbers of its programs mean something to nobody else. */
import { type RunRequest } from '../../engine/trace/program.ts';
import { type ServedModel, type ServedProgram } from './servedModel.ts';

export class ModelUse {
  readonly model: ServedModel;
  readonly #programs = new Map<number, Promise<ServedProgram>>();

  constructor(model: ServedModel) {
    this.model = model;
  }

  /** The compiled program of a request; a program comes along once, and is meant by its number from then on. */
  program({ programId, program }: RunRequest): Promise<ServedProgram> {
    const known = this.#programs.get(programId);
    if (known !== undefined) return known;
    if (program === undefined) throw new Error(`program ${programId} was never sent`);
    const compiled = this.model.compiled(program);
    this.#programs.set(programId, compiled);
    return compiled;
  }
}
