/** The editor as someone sits before it: commands, files, tabs, lenses, and what the language features say. */
import { at } from '../../scripts/project.ts';
import { type Frame, type Locator, type Page } from 'playwright-core';
import {
  openWorkbench,
  type Workbench,
  type WorkbenchOptions,
} from '../../scripts/editor/workbench.ts';

const PATIENCE_MS = 30_000;

const openWindows = new Set<EditorWindow>();

/** What the open windows show, for whoever has to find out why a test failed. */
export async function photographWindows(name: string): Promise<void> {
  for (const { page } of openWindows) {
    await page.screenshot({ path: at('.cache/test', `${name.replaceAll(/\W+/g, '-')}.png`) });
  }
}

export class EditorWindow {
  readonly page: Page;
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
    this.page = workbench.page;
    this.page.setDefaultTimeout(PATIENCE_MS);
  }

  static async open(options: WorkbenchOptions): Promise<EditorWindow> {
    const window = new EditorWindow(await openWorkbench(options));
    openWindows.add(window);
    await window.#ready();
    return window;
  }

  async #ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.activitybar').waitFor();
  }

  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.#ready();
  }

  /** By its title in the command palette, which lists only what was registered when it opened: hence the repetition. */
  async runCommand(title: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input');
    const entry = this.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: title })
      .first();
    await this.until(async () => {
      await this.page.keyboard.press('F1');
      await input.waitFor({ timeout: 3000 });
      await input.fill(`>${title}`);
      await entry.waitFor({ timeout: 3000 });
    });
    await entry.click();
  }

  /** An entry of the list that a command shows. */
  async pick(entry: string): Promise<void> {
    await this.entry(entry).click();
  }

  entry(text: string): Locator {
    return this.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: text })
      .first();
  }

  /** Fills in the box with this prompt, once it is there. */
  async answer(prompt: string, text: string): Promise<void> {
    await this.inputBox(prompt).locator('input').fill(text);
    await this.page.keyboard.press('Enter');
  }

  inputBox(prompt: string): Locator {
    return this.page.locator('.quick-input-widget').filter({ hasText: prompt });
  }

  /** Takes the file that a dialog offers, once its name is this: the folder comes first, the name a moment later. */
  async acceptFile(name: RegExp): Promise<void> {
    const field = '.quick-input-widget input[type=text]';
    await this.page.waitForFunction(
      ([input, ending]) =>
        new RegExp(ending).test(document.querySelector<HTMLInputElement>(input)?.value ?? ''),
      [field, name.source] as const,
    );
    await this.page.locator(field).press('Enter');
  }

  /** By its label in the list of themes: the setting is not always heard while the window opens. */
  async chooseTheme(label: string): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    await this.page.locator('.quick-input-widget input').fill(label);
    await this.page.waitForTimeout(500);
    await this.page.keyboard.press('Enter');
  }

  async openFile(name: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input');
    const entry = this.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: name })
      .first();
    await this.until(async () => {
      await this.page.keyboard.press('ControlOrMeta+P');
      await input.waitFor({ timeout: 3000 });
      await input.fill(name);
      await entry.waitFor({ timeout: 3000 });
    });
    await entry.click();
    await this.tab(name).waitFor();
  }

  async trustFolder(): Promise<void> {
    await this.runCommand('Workspaces: Manage Workspace Trust');
    await this.page.getByRole('button', { name: 'Trust', exact: true }).first().click();
  }

  tab(title: string): Locator {
    return this.page.locator('.tabs-container .tab').filter({ hasText: title });
  }

  activeTab(title: string): Locator {
    return this.page.locator('.tabs-container .tab.active').filter({ hasText: title });
  }

  async closeTab(title: string): Promise<void> {
    await this.tab(title).hover();
    await this.tab(title).locator('.tab-actions .action-label').click();
    await this.tab(title).waitFor({ state: 'detached' });
  }

  /** Replaces the text of the open file, as if pasted, so that nothing is completed or indented, and saves it. */
  async replaceText(text: string): Promise<void> {
    await this.page.locator('.editor-group-container.active .monaco-editor .view-lines').click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('ControlOrMeta+S');
  }

  /** Replaces the text of the file that has the focus, as if pasted, and saves it: by keyboard alone. */
  async overwriteText(text: string): Promise<void> {
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('ControlOrMeta+S');
  }

  /** As `runCommand`, by keyboard alone. */
  async typeCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.page.locator('.quick-input-widget input').waitFor();
    await this.page.keyboard.type(title);
    const entry = this.page.locator('.quick-input-list .monaco-list-row.focused');
    await entry.filter({ hasText: title }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** A button in the title of the active editor. */
  titleAction(title: string): Locator {
    return this.page.locator(
      `.editor-group-container.active .editor-actions .action-label[aria-label^="${title}"]`,
    );
  }

  lens(title: string): Locator {
    return this.page.locator('.codelens-decoration a').filter({ hasText: title });
  }

  /** The titles of all that are shown. */
  async lenses(): Promise<string[]> {
    const titles = await this.page.locator('.codelens-decoration a').allInnerTexts();
    return titles.map((title) => title.trim());
  }

  /** Presses a button of the dialog that asks. */
  async confirm(button: string): Promise<void> {
    await this.page.locator('.monaco-dialog-box').getByRole('button', { name: button }).click();
  }

  /** An entry of the list that completes what is typed. */
  suggestion(label: string): Locator {
    const name = this.page.locator('.label-name').getByText(label, { exact: true });
    return this.page.locator('.suggest-widget.visible .monaco-list-row').filter({ has: name });
  }

  /** Goes to the first problem of the file that has the focus, and takes what is offered to mend it. */
  async fixProblem(fix: string): Promise<void> {
    const entry = this.page.locator('.action-widget .monaco-list-row').filter({ hasText: fix });
    await this.page.keyboard.press('ControlOrMeta+Home');
    await this.errors.first().waitFor();
    await this.until(async () => {
      await this.page.keyboard.press('F8');
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('ControlOrMeta+.');
      await entry.waitFor({ timeout: 3000 });
    });
    await entry.click();
    await this.page.keyboard.press('ControlOrMeta+S');
  }

  /** The wavy lines under errors. */
  get errors(): Locator {
    return this.page.locator('.monaco-editor .squiggly-error');
  }

  async showView(title: string): Promise<void> {
    const label = `.action-label[aria-label^="${title}"]`;
    // a click on the view that is shown would hide it
    const shown = this.page.locator(`.activitybar .action-item.checked ${label}`);
    await this.until(async () => {
      if (await shown.isVisible()) return;
      await this.page.locator(`.activitybar ${label}`).click();
      await shown.waitFor({ timeout: 3000 });
    });
  }

  treeItem(text: string | RegExp): Locator {
    return this.page.locator('.sidebar [role=treeitem]').filter({ hasText: text });
  }

  /** The document inside the webview that shows an element. */
  async webview(selector: string): Promise<Frame> {
    return await this.until(async () => {
      for (const frame of this.page.frames()) if (await shows(frame, selector)) return frame;
      throw new Error(`no webview shows ${selector}`);
    });
  }

  /** Tries again until it succeeds; with the last error in the end. */
  async until<T>(attempt: () => Promise<T>): Promise<T> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (Date.now() > end) throw error;
        await this.page.keyboard.press('Escape');
        await this.page.waitForTimeout(50);
      }
    }
  }

  /** Waits until fonts, animations and lazily loaded parts have come to rest. */
  async settle(): Promise<void> {
    await this.page.waitForTimeout(2000);
  }

  async close(): Promise<void> {
    openWindows.delete(this);
    await this.#workbench.close();
  }
}

/** A webview is a frame in a frame; the outer one is hidden together with its tab. */
async function shows(frame: Frame, selector: string): Promise<boolean> {
  try {
    const outer = await frame.parentFrame()?.frameElement();
    return (
      outer !== undefined &&
      (await outer.isVisible()) &&
      (await frame.locator(selector).count()) > 0
    );
  } catch {
    return false; // thrown away meanwhile
  }
}
