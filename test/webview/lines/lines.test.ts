import { describe, expect, it } from 'vitest';
import { type AnswerOf } from '../../../src/protocol/messages.ts';
import { expectAccessible } from '../../support/axe.ts';
import { useViews } from '../useViews.ts';
import { type ViewOptions } from '../viewWindow.ts';
import { GIVEN, LinesHost, OWN } from './linesTask.ts';
import { LinesWindow } from './linesWindow.ts';

const views = useViews();

const show = (host = new LinesHost(), options: Partial<ViewOptions> = {}): Promise<LinesWindow> =>
  LinesWindow.open(views, host, options);

const LOSS = OWN[7] ?? '';
const BETTER = '    const loss = x.sub(z).square().sum().add(t.mul(model(z)).relu().sum());';
const replaced = { line: 8, action: 'replace', text: BETTER, was: LOSS } as const;

function answered(answer: AnswerOf['lines'] = { base: 'own', edits: [replaced] }): LinesHost {
  const host = new LinesHost();
  host.questions.set('5b', { revision: 1, answer });
  return host;
}

describe('a question about changing a program', () => {
  it('shows the program with its line numbers', async () => {
    const { page } = await show();
    const lines = page.locator('.line');
    expect(await lines.count()).toBe(13);
    expect(await lines.nth(7).locator('.number').allTextContents()).toEqual(['8', '8']);
    expect(await lines.nth(7).locator('code').textContent()).toBe(LOSS);
    expect(await lines.nth(7).getAttribute('aria-label')).toBe(`Line 8: ${LOSS.trim()}`);
    expect(await lines.nth(3).getAttribute('aria-label')).toBe('Line 4: empty');
  });

  it('replaces a line by keyboard alone, keeping its indentation', async () => {
    const window = await show();
    await window.line(1).focus();
    await window.press(...Array.from({ length: 7 }, () => 'ArrowDown'), 'r');
    expect(await window.focused()).toBe('New text of edit 1');
    await window.page.keyboard.type('one();');
    await window.press('Enter');
    await window.page.keyboard.type('two();');
    const text = '    one();\n    two();';
    await expect
      .poll(() => window.host.answer)
      .toEqual({ base: 'own', edits: [{ line: 8, action: 'replace', text, was: LOSS }] });
    await expect
      .poll(() => window.differences())
      .toEqual([`−${LOSS}`, '+    one();', '+    two();']);
    await window.press('Escape');
    expect(await window.focused()).toBe(`Line 8, removed: ${LOSS.trim()}`);
    await window.press('ArrowDown', 'ArrowDown', 'ArrowDown');
    expect(await window.focused()).toBe('Line 9: loss.backward();');
    await window.press('Control+Enter');
    await window.page.locator('[data-verdict=partial]').waitFor();
    const checks = window.page.locator('.checks li');
    expect(await checks.first().locator('.katex').count()).toBe(2);
    expect(await checks.last().innerText()).toBe(
      'Failed · Every row ends as alone\nRow 2 ends elsewhere than alone.',
    );
  });

  it('edits a line in place, as the line stands in the field', async () => {
    const window = await show();
    await window.line(8).focus();
    await window.press('R', 'End', 'Backspace', 'Tab');
    expect(await window.focused()).not.toBe('New text of edit 1');
    await expect
      .poll(() => window.host.answer?.edits)
      .toEqual([{ ...replaced, text: LOSS.slice(0, -1) }]);
  });

  it('inserts after a line, several times, in order', async () => {
    const window = await show();
    await window.line(10).focus();
    await window.press('i');
    await window.page.keyboard.type('first();');
    await window.press('Escape', 'i');
    await window.page.keyboard.type('second();');
    await expect.poll(() => window.differences()).toEqual(['+    first();', '+    second();']);
    await expect
      .poll(() => window.host.answer?.edits)
      .toMatchObject([
        { line: 10, action: 'insert-after', text: '    first();', was: '    sgd.step();' },
        { line: 10, action: 'insert-after', text: '    second();' },
      ]);
  });

  it('deletes a line, and keeps it again', async () => {
    const window = await show();
    await window.line(4).focus();
    await window.press('d');
    await expect.poll(() => window.differences()).toEqual(['−']);
    expect(await window.announced()).toBe('Line 4 is deleted. Press D again to keep it.');
    expect(await window.focused()).toBe('Line 4, removed: empty');
    expect(await window.change(0).locator('textarea').count()).toBe(0);
    expect(window.host.answer?.edits).toEqual([{ line: 4, action: 'delete', was: '' }]);
    await window.press('d');
    await expect.poll(() => window.differences()).toEqual([]);
    await expect.poll(() => window.host.answer).toBeUndefined();
    expect(await window.focused()).toBe('Line 4: empty');
  });

  it('goes to the change that is there instead of making another', async () => {
    const window = await show();
    await window.line(8).focus();
    await window.press('r', 'Escape', 'r');
    expect(await window.page.locator('.change').count()).toBe(1);
    expect(await window.focused()).toBe('New text of edit 1');
    await window.press('Escape', 'd');
    await expect
      .poll(() => window.host.answer?.edits)
      .toMatchObject([{ line: 8, action: 'delete' }]);
  });

  it('works by mouse', async () => {
    const window = await show();
    await window.line(8).hover();
    await window.button('Replace line 8').click();
    await window.change(0).locator('textarea').fill(BETTER);
    await expect.poll(() => window.differences()).toEqual([`−${LOSS}`, `+${BETTER}`]);
    await window.button('Remove edit 1').click();
    await expect.poll(() => window.differences()).toEqual([]);
    await window.button('Bring back the removed edit').click();
    await expect.poll(() => window.host.answer).toEqual({ base: 'own', edits: [replaced] });
  });

  it('takes changes by number in the fields, and those without a number not yet', async () => {
    const window = await show();
    await window.button('Add an edit').click();
    expect(await window.focused()).toBe('Line number of edit 1');
    expect(await window.change(0).innerText()).toContain('Which line? Give its number.');
    await window.press('Shift+Tab');
    expect(await window.focused()).toBe('What edit 1 does');
    await window.change(0).locator('select').selectOption('insert-after');
    expect(window.host.asked).toEqual([]);
    await window.change(0).locator('input').fill('0');
    await window.change(0).locator('textarea').fill('// first');
    await expect.poll(() => window.differences()).toEqual(['+// first']);
    await expect
      .poll(() => window.host.answer)
      .toEqual({ base: 'own', edits: [{ line: 0, action: 'insert-after', text: '// first' }] });
    await window.change(0).locator('input').fill('12');
    await expect
      .poll(() => window.host.answer?.edits)
      .toEqual([
        { line: 12, action: 'insert-after', text: '// first', was: '  return z.detach();' },
      ]);
  });

  it('says at its row what is wrong with a change', async () => {
    const window = await show(
      answered({
        edits: [
          { line: 99, action: 'delete' },
          { line: 3, action: 'delete' },
        ],
      }),
    );
    const first = window.change(0);
    await first.locator('.complaint').waitFor();
    expect(await first.innerText()).toContain('99');
    expect(await first.locator('input').getAttribute('aria-invalid')).toBe('true');
    expect(await window.change(1).locator('.complaint').count()).toBe(0);
    expect(await window.differences()).toEqual([`−${OWN[2] ?? ''}`]);
  });

  it('notices that the program has changed since, and takes the line as it is now', async () => {
    const window = await show(answered());
    await expect.poll(() => window.differences()).toHaveLength(2);
    const now = '    const loss = other();';
    window.host.own = OWN.with(7, now);
    window.tell();
    const change = window.change(0);
    await change.locator('.complaint').waitFor();
    expect(await change.innerText()).toContain('other();');
    await window.button('Take the line as it is now: edit 1').click();
    await expect.poll(() => window.host.answer?.edits).toEqual([{ ...replaced, was: now }]);
    await change.locator('.complaint').waitFor({ state: 'detached' });
    expect(await change.getByRole('button').count()).toBe(1);
    await expect.poll(() => window.differences()).toEqual([`−${now}`, `+${BETTER}`]);
  });

  it('takes it as an answer only when said that nothing has to change', async () => {
    const window = await show();
    const nothing = window.page.getByRole('checkbox', { name: /Nothing has to change/ });
    expect(await window.button('Check question 5b').isDisabled()).toBe(true);
    await nothing.press('Space');
    await expect.poll(() => window.host.answer).toEqual({ base: 'own', edits: [] });
    await window.button('Check question 5b').click();
    await window.page.locator('[data-verdict]').waitFor();
    await window.line(4).focus();
    await window.press('d');
    await nothing.waitFor({ state: 'detached' });
    await window.press('d');
    await nothing.waitFor();
    expect(await nothing.getAttribute('aria-checked')).toBe('false');
    await expect.poll(() => window.host.answer).toBeUndefined();
  });

  it('asks for the other question first, or for a right program', async () => {
    const host = new LinesHost();
    host.own = undefined;
    host.standing = 'missing';
    const window = await show(host);
    expect(await window.page.locator('.program-base').innerText()).toContain(
      'Write question 5a first',
    );
    expect(await window.page.locator('.line').count()).toBe(0);
    await window.button('Open adversarial.ts').click();
    await expect
      .poll(() => host.asked)
      .toEqual([{ method: 'openCode', params: { question: '5a' } }]);
    expect(await window.page.locator('.program-base').innerText()).toContain(
      'It gives away question 5a.',
    );
    await window.button('Take a right program').press('Enter');
    await window.line(3).waitFor();
    expect(await window.page.evaluate(() => document.activeElement?.textContent)).toContain(
      'not of yours',
    );
    expect(await window.line(3).locator('code').textContent()).toBe(GIVEN[2]);
    expect(host.answer).toBeUndefined();
    await window.line(3).focus();
    await window.press('d');
    await expect
      .poll(() => host.answer)
      .toEqual({ base: 'given', edits: [{ line: 3, action: 'delete', was: GIVEN[2] }] });
  });

  it('gives no right program away in an exam', async () => {
    const window = await show(new LinesHost());
    expect(await window.button('Take a right program').count()).toBe(1);
    window.tell({ mode: 'exam', modelAnswers: false });
    await window.button('Take a right program').waitFor({ state: 'detached' });
  });

  it('says how the own program stands, and goes back to it', async () => {
    const host = new LinesHost();
    host.standing = 'failing';
    const window = await show(host);
    const base = window.page.locator('.program-base');
    expect(await base.innerText()).toContain('does not pass the checks of question 5a');
    await window.button('Take a right program').click();
    await expect.poll(() => base.innerText()).toContain('not of yours');
    await window.button('Take my own program').click();
    await expect.poll(() => base.innerText()).toContain('your own');
    host.standing = 'passing';
    window.tell();
    await expect.poll(() => base.innerText()).toContain('It passes the checks of question 5a.');
    expect(await window.button('Take a right program').count()).toBe(0);
  });

  it('says why it cannot show the program, and shows it once it can', async () => {
    const host = new LinesHost();
    host.previewFails = 'The file cannot be read.';
    const window = await show(host);
    expect(await window.page.locator('.problem').innerText()).toBe('The file cannot be read.');
    host.previewFails = undefined;
    window.tell();
    await window.line(1).waitFor();
    expect(await window.page.locator('.problem').count()).toBe(0);
  });

  it('is only read where nothing can be changed', async () => {
    const window = await show(answered());
    window.tell({ readOnly: 'another window has it' });
    await window.page.getByRole('note').filter({ hasText: 'Reading only' }).waitFor();
    await window.line(4).focus();
    await window.press('d', 'r', 'i', 'ArrowUp');
    expect(await window.focused()).toBe(`Line 3: ${(OWN[2] ?? '').trim()}`);
    expect(await window.button(/Remove|Replace|Delete|Insert|Add|Take/).count()).toBe(0);
    expect(await window.change(0).locator('textarea').getAttribute('readonly')).not.toBeNull();
    expect(window.host.asked).toEqual([]);
    expect(window.host.answer?.edits).toEqual([replaced]);
  });

  it('asks once for many changes in a row', async () => {
    const window = await show(answered());
    const before = window.host.previewed.length;
    await window.change(0).locator('textarea').pressSequentially('abcdefgh');
    await expect.poll(() => window.differences()).toContain(`+${BETTER}abcdefgh`);
    expect(window.host.previewed.length - before).toBeLessThan(8);
  });

  it.each([
    ['side by side where there is room', 1280, true],
    ['below each other where there is none', 720, false],
    ['within 320 pixels', 320, false],
  ])('lies %s', async (_, width, isBeside) => {
    const { page } = await show(answered(), { width });
    const [changes, program] = await Promise.all(
      ['.changes', '.program'].map((part) => page.locator(part).boundingBox()),
    );
    expect((program?.x ?? 0) > (changes?.x ?? 0) + 100).toBe(isBeside);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
  });

  it.each(['light', 'dark', 'high-contrast'] as const)('is accessible in %s', async (theme) => {
    const host = answered({
      edits: [
        replaced,
        { line: 4, action: 'delete' },
        { line: 1, action: 'delete', was: 'other' },
        { line: 77, action: 'insert-after' },
      ],
    });
    const window = await show(host, { theme });
    await window.page.locator('.complaint').first().waitFor();
    await expectAccessible(window.page);
    await window.line(8).hover();
    await window.button('Check question 5b').click();
    await window.page.locator('[data-verdict]').waitFor();
    await expectAccessible(window.page);
    host.own = undefined;
    window.tell({ questions: { '5b': { revision: 9 } } });
    await window.page.getByText('Write question 5a first').waitFor();
    await expectAccessible(window.page);
  });
});
