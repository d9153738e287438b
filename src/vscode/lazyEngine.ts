/** Running code, with nothing loaded and no process started before the first run. */
import { type CodeRuns } from '../core/grade/codeRun.ts';
import { type Rows } from '../core/taskset/taskSet.ts';
import { type FieldPicture } from '../protocol/messages.ts';
import { type AttackOutcome, type ModelFile } from '../runtime/attack/attack.ts';
import {
  type AttackEngine,
  type AttackRequest,
  type Box,
  type CheckOptions,
} from './attackEngine.ts';
import { type NodeEngine } from './nodeEngine.ts';

export class LazyEngine implements AttackEngine {
  readonly #dist: string;
  #started: Promise<NodeEngine> | undefined;

  /** `dist` is where the build lies. */
  constructor(dist: string) {
    this.#dist = dist;
  }

  async run(request: AttackRequest): Promise<AttackOutcome> {
    return await (await this.#engine()).run(request);
  }

  async evaluate(model: ModelFile, points: Rows): Promise<readonly number[]> {
    return await (await this.#engine()).evaluate(model, points);
  }

  async field(model: ModelFile, box: Box): Promise<FieldPicture | undefined> {
    return await (await this.#engine()).field(model, box);
  }

  checks(options: CheckOptions): CodeRuns {
    const checks = async (): Promise<CodeRuns> => (await this.#engine()).checks(options);
    return {
      code: async (...program) => (await checks()).code(...program),
      lines: async (...program) => (await checks()).lines(...program),
    };
  }

  dispose(): void {
    void this.#started?.then((engine) => {
      engine.dispose();
    });
  }

  #engine(): Promise<NodeEngine> {
    this.#started ??= import('./nodeEngine.ts').then(
      ({ NodeEngine }) => new NodeEngine(this.#dist),
    );
    return this.#started;
  }
}
