/** Never touches the mouse: the Tab key, arrows, and the keys of the editor. */
import { type Locator } from 'playwright-core';
import { Hands, type Network, type Stroke } from './hands.ts';

/** So many stops of the Tab key no question has. */
const PATIENCE = 80;

export class Keys extends Hands {
  readonly name = 'by keyboard alone';

  /** Through the tree of tasks, whose rows arrows walk. */
  protected async goTo(id: string): Promise<void> {
    const { editor } = this.exam;
    const row = editor.page.locator('.sidebar .monaco-list-row.focused');
    await this.press('Control+0');
    await editor.page.waitForFunction(() => document.activeElement?.closest('.sidebar') != null);
    await this.press('Home');
    for (let rows = 0; rows < PATIENCE; rows += 1) {
      if (new RegExp(`^${id}\\s`).test((await row.first().innerText()).trim())) break;
      await this.press('ArrowDown');
    }
    await this.press('Enter');
  }

  /** The heading of the question has the focus then. */
  protected async arrive(): Promise<void> {
    await this.frame.waitForFunction(
      (id) => document.hasFocus() && document.activeElement?.id === id,
      `question-${this.id}`,
    );
  }

  protected async enter(selector: string, number = 0): Promise<void> {
    await this.#walkTo(this.question.locator(selector).nth(number));
  }

  /** Tab by Tab, forwards or back, until the focus is there or in there. */
  async #walkTo(target: Locator): Promise<void> {
    for (let stops = 0; stops < PATIENCE; stops += 1) {
      const way = await target.evaluate(wayTo);
      if (way === 'here') return;
      await this.press(way === 'ahead' ? 'Tab' : 'Shift+Tab');
    }
    throw new Error(`the Tab key does not lead to ${String(target)}`);
  }

  protected async activate(words: string): Promise<void> {
    await this.#walkTo(this.question.getByRole('button', { name: words }).first());
    await this.press('Enter');
  }

  /** A bar of buttons is one stop of the Tab key. */
  protected async removeAll(name: string, kept: number): Promise<void> {
    const buttons = this.question.getByRole('button', { name: new RegExp(`^${name}`) });
    for (let count = await buttons.count(); count > kept; count -= 1) {
      const bar = buttons.last().locator('xpath=ancestor::*[@role="toolbar"]');
      const isInBar = (await bar.count()) > 0;
      await this.#walkTo(isInBar ? bar : buttons.last());
      await this.press(...(isInBar ? ['End', 'Enter'] : ['Enter']));
    }
  }

  protected async tick(number: number): Promise<void> {
    await this.enter('vscode-checkbox', number);
    await this.press('Space');
  }

  protected async replaceLine(line: number): Promise<void> {
    await this.enter('.program');
    await this.press('Home', ...Array<string>(line - 1).fill('ArrowDown'), 'r');
    await this.question.locator('.code-text:focus').waitFor();
  }

  protected async checkProgram(): Promise<void> {
    await this.exam.editor.typeCommand('Exambench: Run the Checks');
  }

  /** One arrow at a time: what is pressed shows only with the next frame of the page. */
  async choose(option: number): Promise<void> {
    await this.enter('vscode-radio-group');
    const radios = this.question.getByRole('radio');
    for (let moves = 0; moves < PATIENCE; moves += 1) {
      const at = await radios.evaluateAll(checkedAt);
      if (at === option) return;
      await this.press('ArrowDown');
      while ((await radios.evaluateAll(checkedAt)) === at)
        await this.exam.editor.page.waitForTimeout(10);
    }
    throw new Error(`arrows do not lead to option ${option}`);
  }

  async check(): Promise<void> {
    await this.press('Control+Enter');
  }

  /** In the list, by coordinates. */
  async draw(strokes: readonly Stroke[]): Promise<void> {
    await this.removeAll('Remove (Line|Ray|Segment|Label)', 0);
    for (const { type, points } of strokes) {
      await this.activate(`Add a ${type.toLowerCase()}`);
      for (const coordinate of points.flat()) {
        await this.keyboard.type(String(coordinate));
        await this.press('Tab');
      }
    }
  }

  /** As lines of text; nodes without edges by a key of the canvas. */
  async sketch({ nodes, edges }: Network): Promise<void> {
    if (edges.length === 0) {
      await this.enter('.diagram-canvas');
      const drawn = this.question.locator('[data-node]');
      while ((await drawn.count()) > 0) await this.press('Home', 'Delete');
      for (const label of nodes) {
        await this.press('n');
        await this.question.locator('.formula-input:focus').waitFor();
        await this.keyboard.type(label);
        await this.press('Enter');
      }
      return;
    }
    await this.enter('textarea[aria-label^="Edges of question"]');
    for (const [from, to] of edges) {
      await this.keyboard.type(`${from} -> ${to}`);
      await this.press('Enter');
    }
  }
}

/** Runs in the page; −1 where none is. */
function checkedAt(radios: readonly Element[]): number {
  return radios.findIndex((radio) => radio.getAttribute('aria-checked') === 'true');
}

/** Runs in the page. */
function wayTo(part: Element): 'here' | 'ahead' | 'behind' {
  const focused = document.activeElement;
  const root = part.getRootNode();
  // the page sees the control, not what it is made of
  const target = root instanceof ShadowRoot ? root.host : part;
  if (focused !== null && target.contains(focused)) return 'here';
  const position = target.compareDocumentPosition(focused ?? document.body);
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 'ahead' : 'behind';
}
