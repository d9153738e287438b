/** Points, clicks and drags; only words and formulas are typed. */
import { Hands, type Network, type Point, type Stroke } from './hands.ts';

/** Where nodes go on the canvas, in pixels: apart from each other, inputs to the left. */
const PLACES: readonly Point[] = [
  [60, 50],
  [60, 130],
  [60, 210],
  [190, 120],
  [190, 250],
  [320, 180],
  [430, 180],
  [430, 270],
  [540, 220],
];

/** The window of the exam's drawings. */
const [LOW, HIGH] = [-2, 2];

export class Mouse extends Hands {
  readonly name = 'by mouse';

  protected async goTo(id: string): Promise<void> {
    await this.exam.questionItem(id).click();
  }

  protected async arrive(): Promise<void> {
    await this.question.scrollIntoViewIfNeeded();
  }

  protected async enter(selector: string, number = 0): Promise<void> {
    await this.question.locator(selector).nth(number).click();
  }

  protected async activate(words: string): Promise<void> {
    await this.question.getByRole('button', { name: words }).first().click();
  }

  protected async removeAll(name: string, kept: number): Promise<void> {
    const buttons = this.question.getByRole('button', { name: new RegExp(`^${name}`) });
    for (let count = await buttons.count(); count > kept; count -= 1) await buttons.last().click();
  }

  protected async tick(number: number): Promise<void> {
    await this.question.getByRole('checkbox').nth(number).click();
  }

  protected async replaceLine(line: number): Promise<void> {
    await this.question.locator(`.line[data-key=before-${line}]`).hover();
    await this.question.getByRole('button', { name: `Replace line ${line}`, exact: true }).click();
  }

  protected async checkProgram(): Promise<void> {
    await this.exam.editor.lens('Run the checks').click();
  }

  async choose(option: number): Promise<void> {
    await this.question.getByRole('radio').nth(option).click();
  }

  async check(): Promise<void> {
    await this.task.check(this.id);
  }

  async draw(strokes: readonly Stroke[]): Promise<void> {
    await this.removeAll('Remove (Line|Ray|Segment|Label)', 0);
    for (const { type, points } of strokes) {
      await this.question.getByRole('button', { name: type, exact: true }).click();
      for (const point of points) await this.clickPlane(point);
    }
  }

  private async clickPlane([x, y]: Point): Promise<void> {
    const board = this.question.locator('.board-area');
    await board.scrollIntoViewIfNeeded();
    const frame = await board.locator('.frame').boundingBox();
    if (frame === null) throw new Error('there is no board');
    const part = (value: number): number => (value - LOW) / (HIGH - LOW);
    await this.exam.editor.page.mouse.click(
      frame.x + part(x) * frame.width,
      frame.y + (1 - part(y)) * frame.height,
    );
  }

  async sketch({ nodes, edges }: Network): Promise<void> {
    const canvas = this.question.locator('.diagram-canvas');
    await canvas.scrollIntoViewIfNeeded();
    const present = await this.question.locator('[data-node]').count();
    for (const [index, label] of nodes.entries()) {
      if (index < present) continue;
      const [x, y] = PLACES[index] ?? [0, 0];
      await canvas.dblclick({ position: { x, y } });
      await this.question.locator('.formula-input:focus').waitFor();
      await this.keyboard.type(label);
    }
    const drawn = await this.question.locator('.diagram-arrow').count();
    for (const [index, [from, to]] of edges.entries()) {
      if (index < drawn) continue;
      await this.connect(nodes.indexOf(from), nodes.indexOf(to));
      await this.question.locator('.diagram-arrow').nth(index).waitFor({ state: 'attached' });
    }
  }

  /** From the handle of a node to the middle of another. */
  private async connect(from: number, to: number): Promise<void> {
    const ids = await this.question
      .locator('[data-node]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-node')));
    const [start, end] = [from, to].map((at) =>
      this.question.locator(`[data-node="${ids[at] ?? ''}"]`),
    );
    // what is selected keeps its handle while the pointer goes there
    await start?.click();
    const handle = await start?.locator('.diagram-handle').boundingBox();
    const target = await end?.boundingBox();
    if (!handle || !target) throw new Error(`there is no edge from ${from} to ${to}`);
    const { mouse } = this.exam.editor.page;
    await mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await mouse.down();
    await mouse.move(target.x + target.width / 2 - 15, target.y + target.height / 2, { steps: 3 });
    await mouse.move(target.x + target.width / 2, target.y + target.height / 2);
    await mouse.up();
  }
}
