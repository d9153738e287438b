/** Running code through the model server and the student runner. Loaded on the first run. */
import { type CodeRuns } from '../core/grade/codeRun.ts';
import { type Rows } from '../core/taskset/taskSet.ts';
import { type FieldPicture } from '../protocol/messages.ts';
import { type AttackOutcome, type ModelFile } from '../runtime/attack/attack.ts';
import {
  type ModelServer,
  openModelServer,
  type OpenModel,
} from '../runtime/attack/modelServer.ts';
import { matrix } from '../runtime/attack/rows.ts';
import { runAttack } from '../runtime/attack/runProgram.ts';
import { ReferenceBook } from '../runtime/check/referenceBook.ts';
import { codeChecks } from '../runtime/check/codeChecks.ts';
import {
  type AttackEngine,
  type AttackRequest,
  type Box,
  type CheckOptions,
} from './attackEngine.ts';

/** Points along each side of a picture. */
const GRID = 81;

export class NodeEngine implements AttackEngine {
  readonly #dist: string;
  readonly #server: ModelServer;
  readonly #references = new ReferenceBook();

  /** `dist` is where the build lies; the model server starts at once. */
  constructor(dist: string) {
    this.#dist = dist;
    this.#server = openModelServer(dist);
  }

  async run({ x, t, ...request }: AttackRequest): Promise<AttackOutcome> {
    const input = { x: matrix(x), t: matrix(t) };
    return await runAttack({ ...request, ...input, dist: this.#dist, server: this.#server });
  }

  async evaluate(model: ModelFile, points: Rows): Promise<readonly number[]> {
    return await this.#with(model, async (open) => [...(await open.evaluate(matrix(points))).data]);
  }

  async field(model: ModelFile, { low, high }: Box): Promise<FieldPicture | undefined> {
    return await this.#with(model, async (open) => {
      if (open.signature.input.shape.at(-1) !== 2) return undefined;
      const x1 = [low[0] ?? -1, high[0] ?? 1] as const;
      const x2 = [low[1] ?? -1, high[1] ?? 1] as const;
      const points = steps(x2).flatMap((b) => steps(x1).map((a) => [a, b]));
      const values = [...(await open.evaluate(matrix(points))).data];
      return { x1, x2, columns: GRID, rows: GRID, values };
    });
  }

  checks(options: CheckOptions): CodeRuns {
    const own = { dist: this.#dist, server: this.#server, references: this.#references };
    return codeChecks({ ...options, ...own });
  }

  dispose(): void {
    this.#server.close();
  }

  /** Pictures are small: the CPU is always there and as fast. */
  async #with<T>(model: ModelFile, use: (open: OpenModel) => Promise<T>): Promise<T> {
    const open = await this.#server.open(model, 'cpu');
    try {
      return await use(open);
    } finally {
      open.close();
    }
  }
}

function steps([from, to]: readonly [number, number]): number[] {
  return Array.from({ length: GRID }, (_, i) => from + ((to - from) * i) / (GRID - 1));
}
