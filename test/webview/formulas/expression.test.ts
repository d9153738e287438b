import { describe, expect, it } from 'vitest';
import { FakeHost } from '../examTask.ts';
import themes from '../themes.json' with { type: 'json' };
import { useViews } from '../useViews.ts';
import { type Theme } from '../viewWindow.ts';
import { openTaskHost } from '../../../src/protocol/taskChannel.ts';
import { formulaTask, judgeFormulas } from './formulaTask.ts';
import { FormulaWindow } from './formulaWindow.ts';

const views = useViews();

function show(settings: Parameters<typeof FormulaWindow.open>[1] = {}) {
  return FormulaWindow.open(views, settings);
}

const answered = (latex: string): FakeHost => {
  const host = new FakeHost(formulaTask, judgeFormulas);
  host.questions.set('3a', { revision: 1, answer: { latex } });
  return host;
};

const focusedId = (window: FormulaWindow): Promise<string | undefined> =>
  window.page.evaluate(() => document.activeElement?.id);

describe('a formula field', () => {
  const typed = [
    [
      '-sum_j w_j a_j sign(x_i-c_ij)',
      String.raw`-\sum_{j}w_{j}a_{j}\operatorname{sign}\left(x_{i}-c_{ij}\right)`,
    ],
    [
      '2*(y-t)*(1-h_2^2)(x_2+(1-h_1^2)x_1)',
      String.raw`2\cdot\left(y-t\right)\cdot\left(1-h_{2}^{2}\right)\left(x_{2}+\left(1-h_{1}^{2}\right)x_{1}\right)`,
    ],
    ['partial E/partial y', String.raw`\frac{\partial E}{\partial y}`],
    ['|x_i-c_ij|', String.raw`\left|x_{i}-c_{ij}\right|`],
    ['d||w||_1', String.raw`d\left\|w\right\|_{1}`],
    ['sum_j=1^h w_j', String.raw`\sum_{j=1}^{h}w_{j}`],
    ['h_{t-1}+e^{-x}', String.raw`h_{t-1}+e^{-x}`],
    ['1-tanh^2(x_1^T w)', String.raw`1-\tanh^{2}\left(x_{1}^{T}w\right)`],
    ["tanh'(x)", String.raw`\tanh^{\prime}\left(x\right)`],
    ['relu sigma beta pi xi', String.raw`\operatorname{relu}\sigma\beta\pi\xi`],
    ['dx<=y', String.raw`dx\le y`],
    ['2*(x_i - t) + 1', String.raw`2\cdot\left(x_{i}-t\right)+1`],
    ['dE/dy*dy/dh_2 + 1', String.raw`\frac{dE}{dy}\cdot\frac{dy}{dh_{2}}+1`],
    ['e^(-x)*(1-h_2**2)', String.raw`e^{\left(-x\right)}\cdot\left(1-h_{2}^{2}\right)`],
    ['1/2*(x+|x|)', String.raw`\frac{1}{2}\cdot\left(x+\left|x\right|\right)`],
    ['|dy/dx_i|<=1', String.raw`\left|\frac{dy}{dx_{i}}\right|\le1`],
    ['dy/dx_i = 2', String.raw`\frac{dy}{dx_{i}}=2`],
    ['(a/x_i)/3', String.raw`\frac{\left(\frac{a}{x_{i}}\right)}{3}`],
    ['f(1/x,y)', String.raw`f\left(\frac{1}{x},y\right)`],
    ['w_ja_jdz_ij/dx_i', String.raw`w_{j}a_{j}\frac{dz_{ij}}{dx_{i}}`],
    [
      '(w_j partial z_ij/partial x_i)',
      String.raw`\left(w_{j}\frac{\partial z_{ij}}{\partial x_{i}}\right)`,
    ],
    ['x_dy/2', String.raw`\frac{x_{d}y}{2}`],
    ['a/b/c', String.raw`\frac{\frac{a}{b}}{c}`],
    ['2ab/c', String.raw`\frac{2ab}{c}`],
    [
      'w_ja_jsign(x_i-c_ijw_j)',
      String.raw`w_{j}a_{j}\operatorname{sign}\left(x_{i}-c_{ij}w_{j}\right)`,
    ],
    ['w_jtanh(x)+h_1exp(x)', String.raw`w_{j}\tanh\left(x\right)+h_{1}\exp\left(x\right)`],
    ['c_ijx', 'c_{ij}x'],
    ['sqrt(2)abs(x)', String.raw`\sqrt{2}\left|x\right|`],
  ] as const;

  it('is typed into as plain text is', async () => {
    const window = await show();
    for (const [text, latex] of typed) {
      await window.focus('3a');
      await window.page.keyboard.press('Control+a');
      await window.page.keyboard.press('Delete');
      await window.page.keyboard.type(text);
      await expect.poll(() => window.answer('3a')).toEqual({ latex });
    }
  });

  it('goes by what a key writes, whatever the keyboard', async () => {
    const window = await show();
    await window.focus('3a');
    const keys = await window.page.context().newCDPSession(window.page);
    const press = async (key: string, code: string) => {
      await keys.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, text: key });
      await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code });
    };
    // a German keyboard
    await press('a', 'KeyA');
    await press('-', 'Slash');
    await press('y', 'KeyZ');
    await press('<', 'IntlBackslash');
    await press('|', 'IntlBackslash');
    await press('x', 'KeyX');
    await press('|', 'IntlBackslash');
    await press('/', 'Digit7');
    await press('2', 'Digit2');
    await expect
      .poll(() => window.answer('3a'))
      .toEqual({ latex: String.raw`a-y<\frac{\left|x\right|}{2}` });
  });

  it('has a name, and leaves the Tab key to the page', async () => {
    const window = await show();
    const field = window.page.getByRole('textbox', {
      name: 'Answer to question 3a, The gradient',
    });
    await field.focus();
    await window.page.keyboard.type('x/y');
    await window.page.keyboard.press('Tab');
    await window.page.keyboard.press('Shift+Tab');
    expect(await focusedId(window)).toBe('formula-3a-answer');
    await window.page.keyboard.press('Shift+Tab');
    expect(await window.page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
  });

  it('takes back and repeats, and keeps these keys from the editor', async () => {
    const window = await show();
    await window.page.evaluate(() => {
      document.addEventListener('keydown', ({ key, ctrlKey }) => {
        if (ctrlKey) document.body.dataset['heard'] = (document.body.dataset['heard'] ?? '') + key;
      });
    });
    await window.type('3a', 'x');
    await window.page.keyboard.press('ArrowRight');
    await window.page.keyboard.type('y');
    await window.page.keyboard.press('Control+z');
    await expect.poll(() => window.answer('3a')).toEqual({ latex: 'x' });
    await window.page.keyboard.press('Control+y');
    await expect.poll(() => window.answer('3a')).toEqual({ latex: 'xy' });
    await window.page.keyboard.press('Control+Enter');
    await window.question('3a').locator('[data-verdict=wrong]').waitFor();
    expect(await window.page.evaluate(() => document.body.dataset['heard'])).toBe(
      'ControlControlControlEnter',
    );
  });

  it('is checked with all that was typed, however fast', async () => {
    const window = await show();
    await window.type('3a', 'x+y');
    await window.page.keyboard.press('Control+Enter');
    await window.question('3a').locator('[data-verdict=wrong]').waitFor();
    expect(window.answer('3a')).toEqual({ latex: 'x+y' });
  });

  it('copies LaTeX, and pastes LaTeX and plain text', async () => {
    const window = await show();
    await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const { keyboard } = window.page;
    await window.type('3a', 'x_i/2');
    await keyboard.press('Control+a');
    await keyboard.press('Control+c');
    expect(await window.page.evaluate(() => navigator.clipboard.readText())).toBe(
      String.raw`\frac{x_{i}}{2}`,
    );
    for (const [text, latex] of [
      [String.raw`$\frac{a}{b}$`, String.raw`\frac{a}{b}`],
      ['2*x', String.raw`2\cdot x`],
      // this one cannot be read, so it is taken sign by sign
      ['q/2', 'q/2'],
    ] as const) {
      await window.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
      await keyboard.press('Control+a');
      await keyboard.press('Control+v');
      await expect.poll(() => window.answer('3a')).toEqual({ latex });
    }
  });

  it('says how it is read, and costs nothing where it cannot be', async () => {
    const window = await show();
    await window.type('3a', 'x+y');
    const echo = window.question('3a').locator('.echo[aria-live=polite]');
    await echo.locator('.read-as .katex').waitFor();
    await window.page.keyboard.type('+q');
    await echo.locator('.complaint', { hasText: 'There is no' }).waitFor();
    expect(await echo.locator('pre').textContent()).toBe('x+y+q');
    expect(await echo.locator('pre mark').textContent()).toBe('q');
    await echo.getByRole('button', { name: 'Show the place' }).click();
    expect(await focusedId(window)).toBe('formula-3a-answer');
    await window.page.keyboard.type('z');
    await expect.poll(() => window.answer('3a')).toEqual({ latex: 'x+y+z' });
    await echo.locator('.read-as').waitFor();
  });

  it('takes signs from the palette by keyboard', async () => {
    const window = await show();
    await window.type('3a', '2');
    await window.page.keyboard.press('Shift+Tab');
    const toolbar = window.page.getByRole('toolbar', { name: 'Symbols of question 3a' });
    await expect
      .poll(() =>
        toolbar
          .getByRole('button')
          .first()
          .evaluate((each) => each.matches(':focus')),
      )
      .toBe(true);
    await window.page.keyboard.press('ArrowRight');
    await window.page.keyboard.press('Enter');
    expect(await focusedId(window)).toBe('formula-3a-answer');
    await window.page.keyboard.type('ij');
    await expect.poll(() => window.answer('3a')).toEqual({ latex: '2c_{ij}' });
    await window.page.keyboard.press('Shift+Tab');
    expect(await window.page.evaluate(() => document.activeElement?.ariaLabel)).toBe('c, a matrix');
  });

  it('goes on behind a sign from the palette as behind one that was typed', async () => {
    const window = await show();
    await window.type('3a', '|2/');
    await window.question('3a').getByRole('button', { name: 'x, a vector' }).click();
    await window.page.keyboard.type('|+1');
    await expect
      .poll(() => window.answer('3a'))
      .toEqual({ latex: String.raw`\left|\frac{2}{x}\right|+1` });
  });

  it('is only read where nothing can be changed', async () => {
    const window = await show({ host: answered('x') });
    window.tell({ readOnly: 'another window has it' });
    await window.page.getByRole('note').filter({ hasText: 'Reading only' }).waitFor();
    await window.type('3a', 'y/|');
    expect(await window.page.getByRole('toolbar').count()).toBe(0);
    expect(window.host.asked).toEqual([]);
    expect(await window.value('3a')).toBe('x');
  });
});

describe('plain text instead of a formula', () => {
  it('is switched to by keyboard, shows the same answer, and is remembered', async () => {
    const window = await show({ host: answered(String.raw`2\cdot x`) });
    await window.question('3a').getByRole('radio', { name: 'Formula' }).focus();
    await window.page.keyboard.press('ArrowRight');
    const field = window.question('3a').locator('textarea');
    await expect.poll(() => field.inputValue()).toBe('2*x');
    await expect.poll(() => window.answer('3a')).toEqual({ latex: '2*x' });
    expect(window.host.asked).toContainEqual({
      method: 'chooseWriting',
      params: { writing: 'text' },
    });
    await field.fill('2*(y-t)');
    await window.question('3a').locator('.read-as .katex').waitFor();
    await expect.poll(() => window.answer('3a')).toEqual({ latex: '2*(y-t)' });
  });

  it('stays LaTeX where that alone says the same, and where it was judged', async () => {
    for (const latex of [String.raw`2\cdot q`, String.raw`\begin{cases}x\end{cases}`]) {
      const window = await show({ host: answered(latex) });
      await window.question('3a').getByRole('radio', { name: 'Plain text' }).check();
      await window.question('3a').locator('.read-as, .complaint').first().waitFor();
      expect(await window.question('3a').locator('textarea').inputValue()).toBe(latex);
    }
    const window = await show({ host: answered(String.raw`2\cdot x`) });
    await window.focus('3a');
    await window.page.keyboard.press('Control+Enter');
    await window.question('3a').locator('[data-verdict]').waitFor();
    await window.question('3a').getByRole('radio', { name: 'Plain text' }).check();
    await window.question('3a').locator('.read-as').waitFor();
    expect(window.answer('3a')).toEqual({ latex: String.raw`2\cdot x` });
    expect(await window.question('3a').locator('[data-verdict]').count()).toBe(1);
  });

  it('shows by an example what can be written, in letters of its own', async () => {
    const window = await show();
    await window.question('3a').getByRole('radio', { name: 'Plain text' }).check();
    const examples = window.question('3a').locator('.formula-hint kbd');
    expect(await examples.allInnerTexts()).toEqual(['3*(a-b)^2', 'sum_k a_k*sqrt(|b_k|)']);
  });

  it('becomes what it means when the formula is asked for again', async () => {
    const window = await show({ host: answered('2*x') });
    expect(await window.question('3a').locator('textarea').inputValue()).toBe('2*x');
    await window.question('3a').getByRole('radio', { name: 'Formula' }).check();
    await expect.poll(() => window.answer('3a')).toEqual({ latex: String.raw`2\cdot x` });
    await window.question('3a').locator('math-field').waitFor();
  });

  it('points at the place that cannot be read', async () => {
    const window = await show({ host: answered('2*x+qx') });
    await window.question('3a').getByRole('button', { name: 'Show the place' }).click();
    await window.page.keyboard.type('y');
    await expect.poll(() => window.answer('3a')).toEqual({ latex: '2*x+yx' });
  });

  it('takes signs from the palette where the caret is', async () => {
    const window = await show({ host: answered('2*x') });
    await window.field('3a').press('Home');
    await window.question('3a').getByRole('button', { name: 'c, a matrix' }).click();
    await window.page.keyboard.type('ij');
    await expect.poll(() => window.answer('3a')).toEqual({ latex: 'c_{ij}2*x' });
  });
});

describe('a page with formula fields', () => {
  it.each(Object.keys(themes) as Theme[])('has the colours of %s', async (theme) => {
    const window = await show({ theme, host: answered('x') });
    const colour = (name: string) =>
      window.page.evaluate((variable) => {
        const probe = document.createElement('span');
        probe.style.color = `var(${variable})`;
        document.body.append(probe);
        const { color } = getComputedStyle(probe);
        probe.remove();
        return color;
      }, name);
    const field = window.field('3a');
    const style = await field.evaluate((each) => {
      const { color, backgroundColor } = getComputedStyle(each);
      return { color, backgroundColor };
    });
    expect(style).toEqual({
      color: await colour('--vscode-input-foreground'),
      backgroundColor: await colour('--vscode-input-background'),
    });
    await window.focus('3a');
    const caret = await field.evaluate((each) =>
      getComputedStyle(
        each.shadowRoot?.querySelector('.ML__caret') ?? each,
        '::after',
      ).getPropertyValue('border-right-color'),
    );
    expect(caret).toBe(await colour('--vscode-editorCursor-foreground'));
  });

  it('asks nobody but the extension for anything', async () => {
    const asked: string[] = [];
    const page = await views.open({ view: 'task' });
    page.page.on('request', (request) => asked.push(request.url()));
    openTaskHost(
      page.transport,
      new FakeHost(formulaTask, judgeFormulas).handlers,
      () => undefined,
    );
    await page.open();
    await page.page.locator('math-field').first().click();
    await page.page.keyboard.type('x_1/2');
    await page.page.locator('.read-as').first().waitFor();
    expect(
      asked.filter((url) => !url.startsWith(views.origin) && !url.startsWith('data:')),
    ).toEqual([]);
    expect(
      asked.filter((url) => /\.(woff2?|ttf)$/.test(url) && !url.includes('/fonts/KaTeX_')),
    ).toEqual([]);
  });

  it('loads what draws formula fields only where there are any', async () => {
    const page = await views.open({ view: 'task' });
    openTaskHost(page.transport, new FakeHost().handlers, () => undefined);
    await page.open();
    await page.page.locator('vscode-text-area').waitFor();
    const loaded = await page.page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    expect(loaded.filter((name) => /mathLive|expression|derivation/.test(name))).toEqual([]);
  });

  it('fits a narrow panel without scrolling sideways', async () => {
    const window = await show();
    await window.page.setViewportSize({ width: 320, height: 600 });
    await window.type('3a', 'x+y+z+x+y+z+x+y+z+x+y+z+x+y+z+x+y+z+x+y+z');
    expect(
      await window.page.evaluate(() => document.documentElement.scrollWidth),
    ).toBeLessThanOrEqual(320);
  });

  it('shows where an answer differs from the right one', async () => {
    const window = await show({ host: answered('x') });
    await window.question('3a').getByRole('button', { name: 'Check question 3a' }).click();
    const found = window.question('3a').locator('.counterexample');
    await found.waitFor();
    const rows = await found
      .locator('dl > div')
      .evaluateAll((all) =>
        all.map((row) =>
          [...row.children].map(
            (cell) => cell.querySelector('annotation')?.textContent ?? cell.textContent.trim(),
          ),
        ),
      );
    expect(rows).toEqual([
      ['d', '1'],
      ['h', '2'],
      ['i', '1'],
      ['x', String.raw`\left(0.5\right)`],
      ['c', String.raw`\begin{pmatrix}1 & -2 \\ 0.25 & 1\cdot 10^{-7}\end{pmatrix}`],
      ['h_2', '0.125'],
      ['Yours', '0.75'],
      ['Right', '-0.75'],
    ]);
  });
});
