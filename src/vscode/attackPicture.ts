/** The values of f that the result view draws: on a grid, from the start; along the paths, once they are known. */
import { type ModelFile } from '../runtime/attack/attack.ts';
import { type AttackEngine, type Box } from './attackEngine.ts';
import { type AttackRecord } from './attackRecord.ts';
import { boxAround } from './pictureBox.ts';

export interface AttackPictureParts {
  readonly engine: AttackEngine;
  readonly model: ModelFile;
  /** where the task's inputs come from */
  readonly box: Box;
  readonly record: AttackRecord;
}

export class AttackPicture {
  readonly #parts: AttackPictureParts;
  #painted: Box | undefined;

  constructor(parts: AttackPictureParts) {
    this.#parts = parts;
  }

  /** While the program starts. */
  async begin(): Promise<void> {
    await this.#paint(this.#parts.record.inputs);
  }

  /** Once the attack has ended: f along its paths, and a wider picture if they have left the first one. */
  async complete(): Promise<void> {
    const { engine, model, record } = this.#parts;
    const points = record.pointsToEvaluate;
    record.evaluated(await engine.evaluate(model, points));
    await this.#paint([...record.inputs, ...points]);
  }

  async #paint(points: readonly (readonly number[])[]): Promise<void> {
    const { engine, model, box, record } = this.#parts;
    const wanted = boxAround(box, points);
    if (JSON.stringify(wanted) === JSON.stringify(this.#painted)) return;
    const field = await engine.field(model, wanted);
    if (field === undefined) return;
    this.#painted = wanted;
    record.paint(field);
  }
}
