import { describe, expect, it } from 'vitest';
import { accessibilityTroubles, expectAccessible } from '../../support/axe.ts';
import themes from '../themes.json' with { type: 'json' };
import { useViews } from '../useViews.ts';
import { type Theme } from '../viewWindow.ts';
import { RUBRIC, block, openAnswers, smallClass } from './gradingClass.ts';
import { GradingHost } from './gradingHost.ts';
import { openGrading } from './openGrading.ts';

const views = useViews();

/** Keys of the answers to 3c, in their order. */
const FIRST = 1000;
const THIRD = 1014;

const withTexts = (...texts: readonly string[]): GradingHost =>
  new GradingHost([
    {
      id: '3c',
      title: 'A text',
      points: 2,
      prompt: '',
      rubric: RUBRIC,
      answers: openAnswers({ first: FIRST, count: texts.length, texts }),
    },
  ]);

describe('points', () => {
  it('are what the ticks add up to, by halves, and never more than the question has', async () => {
    const { points, press, tick, page, host, at } = await openGrading(views);
    await press('1', '3');
    expect(await points.inputValue()).toBe('1.5');
    await tick(2).click();
    expect(await points.inputValue()).toBe('2');
    expect(await page.locator('.tick-sum').innerText()).toContain('which is all there is');
    await press('1');
    expect(await points.inputValue()).toBe('1.5');
    await press('Enter');
    await at('Submission 2');
    expect(host.decided).toEqual([
      { question: '3c', keys: [FIRST], decision: { points: 1.5, ticks: [1, 2], comment: '' } },
    ]);
    expect(await tick(2).isChecked()).toBe(false);
  });

  it('of the grader’s own are kept, named as such, and given up for the sum', async () => {
    const { points, press, tick, page, button, host, at } = await openGrading(views);
    await press('1', 'p', 'Control+a');
    await page.keyboard.type('1,75');
    await press('Escape');
    expect(await page.locator('#points-note').innerText()).toContain('the ticks come to 1.');
    await press('2');
    expect(await points.inputValue()).toBe('1.75');
    await button('Use 2 points').click();
    expect(await points.inputValue()).toBe('2');
    expect(await page.locator('#points-note').innerText()).toBe('');
    await press('p', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter');
    await at('Submission 2');
    expect(host.decided[0]?.decision).toEqual({ points: 1.5, ticks: [0, 1], comment: '' });
    await press('k');
    expect(await tick(1).count()).toBe(1);
  });

  it('that cannot be read, or that nobody gave, are not saved', async () => {
    const { points, press, page, host, said } = await openGrading(views);
    await press('Enter');
    await said.filter({ hasText: 'No points yet.' }).waitFor();
    await points.fill('3');
    await press('Enter');
    await said.filter({ hasText: 'The points cannot be read.' }).waitFor();
    expect(await points.getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('#points-note').innerText()).toContain('from 0 to 2');
    expect(host.decided).toEqual([]);
  });

  it('come by one key where there is no rubric, and start from what the check has settled', async () => {
    const { points, press, page, host, at } = await openGrading(views);
    await press('n');
    await at('Submission 2');
    expect(await points.inputValue()).toBe('');
    await press('h');
    expect(await points.inputValue()).toBe('1.5');
    await press('f', 'Enter');
    await page.getByText('Question 4b is done').waitFor();
    expect(host.decided[0]).toMatchObject({ keys: [2007], decision: { points: 3 } });
    await page.getByLabel('Open only').uncheck();
    await page.locator('.answers .row').first().click();
    await at('Submission 1');
    expect(await points.inputValue()).toBe('3');
  });
});

describe('keys', () => {
  it('lead through the class, and mean letters while something is typed', async () => {
    const { page, press, at, comment, heading, host, rows } = await openGrading(views);
    await page.locator('.questions .row').first().click();
    await at('Submission 1');
    await press('j');
    await at('Submission 2');
    await press('k');
    await at('Submission 1');
    await rows.first().focus();
    await press('ArrowDown', 'ArrowDown');
    await at('Submission 3');
    expect(await rows.nth(2).evaluate((row) => row === document.activeElement)).toBe(true);
    await press('c');
    await page.keyboard.type('jk1nu0? $x_1$');
    expect(await comment.inputValue()).toBe('jk1nu0? $x_1$');
    await press('Enter');
    expect(await comment.inputValue()).toContain('\n');
    await page.locator('.preview .katex').waitFor();
    await press('Escape');
    expect(await heading.evaluate((each) => each === document.activeElement)).toBe(true);
    await press('2', 'c', 'Control+Enter');
    await at('Submission 4');
    expect(host.decided[0]?.decision).toMatchObject({ ticks: [1], comment: 'jk1nu0? $x_1$\n' });
    expect(await heading.evaluate((each) => each === document.activeElement)).toBe(true);
    expect(await page.locator('.preview').count()).toBe(0);
  });

  it('are listed in a dialog, which keeps them to itself', async () => {
    const { page, press, host, heading } = await openGrading(views);
    await press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await accessibilityTroubles(page)).toEqual([]);
    await press('0', 'j', 'Enter');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await heading.innerText()).toContain('Submission 1');
    expect(host.decided).toEqual([]);
    await press('0', 'Enter');
    await expect.poll(() => host.decided.length).toBe(1);
  });

  it('take back the last decision, also that of another question', async () => {
    const { press, at, said, page, host, tick, heading } = await openGrading(views);
    await press('1', 'Enter');
    await at('Submission 2');
    await press('n');
    await page.getByRole('heading', { name: 'Answers to 4b' }).waitFor();
    await at('Submission 2');
    expect(await heading.evaluate((each) => each === document.activeElement)).toBe(true);
    await press('u');
    await page.getByRole('heading', { name: 'Answers to 3c' }).waitFor();
    await at('Submission 1');
    await said.filter({ hasText: 'Taken back. Submission 1, open.' }).waitFor();
    expect(host.decided).toEqual([]);
    expect(await tick(1).isChecked()).toBe(false);
    await press('u');
    await said.filter({ hasText: 'There is nothing to take back.' }).waitFor();
  });
});

describe('saving', () => {
  it('decides identical answers together only where that was ticked', async () => {
    const host = withTexts('same', 'other', 'same', 'same');
    const { page, press, at, said } = await openGrading(views, host);
    const same = page.getByLabel('Same for all 3 identical answers');
    expect(await same.isChecked()).toBe(false);
    await press('1', 'Enter');
    await at('Submission 2');
    expect(host.decided[0]?.keys).toEqual([FIRST]);
    expect(await page.locator('.shared').count()).toBe(0);
    await press('j');
    await at('Submission 3');
    expect(await page.locator('.shared').innerText()).toContain('1 of the others has its points');
    expect(await same.isChecked()).toBe(false);
    await press('s');
    expect(await same.isChecked()).toBe(true);
    await press('s');
    expect(await same.isChecked()).toBe(false);
    await same.click();
    await press('2', 'Enter');
    await at('Submission 2');
    expect(host.decided[1]?.keys).toEqual([THIRD, FIRST, 1021]);
    expect(await said.innerText()).toBe('Saved for 3 answers. Submission 2, open.');
  });

  it('that fails loses nothing, says why, and can be tried again', async () => {
    const { page, press, host, comment, tick, at, rows } = await openGrading(views);
    await press('1', 'c');
    await page.keyboard.type('why?');
    host.fails.set('decide', 'The disk is full.');
    await press('Control+Enter');
    await page.locator('.problem', { hasText: 'Not saved: The disk is full.' }).waitFor();
    await press('Escape', 'j');
    await at('Submission 2');
    expect(await rows.first().innerText()).toContain('unsaved');
    await press('k');
    await at('Submission 1');
    expect(await comment.inputValue()).toBe('why?');
    expect(await tick(1).isChecked()).toBe(true);
    expect(await page.locator('.problem').innerText()).toContain('The disk is full.');
    await press('Enter');
    await at('Submission 2');
    expect(host.decided.map(({ keys }) => keys)).toEqual([[FIRST]]);
    expect(await page.locator('.problem').count()).toBe(0);
  });

  it('that is slow leaves the grader where they have gone meanwhile', async () => {
    const { press, at, host, heading, said, tick } = await openGrading(views);
    const onDisk = Promise.withResolvers<undefined>();
    host.waits.set('decide', () => onDisk.promise);
    await press('1', 'Enter', 'j', 'j');
    await at('Submission 3');
    await press('2');
    onDisk.resolve(undefined);
    await said.filter({ hasText: 'Saved.' }).waitFor();
    expect(await heading.innerText()).toContain('Submission 3');
    expect(await tick(2).isChecked()).toBe(true);
    await press('Enter');
    await expect.poll(() => host.decided.length).toBe(2);
    expect(host.decided.map(({ keys, decision }) => [keys, decision.ticks])).toEqual([
      [[FIRST], [0]],
      [[THIRD], [1]],
    ]);
  });

  it('never lands on another answer than the one that is read, however late that comes', async () => {
    const { press, host, page, heading, at } = await openGrading(views);
    const replies: (() => void)[] = [];
    host.waits.set(
      'showAnswer',
      () =>
        new Promise((resolve) =>
          replies.push(() => {
            resolve(undefined);
          }),
        ),
    );
    await press('j', 'j', 'j', 'k');
    await expect.poll(() => replies.length).toBe(4);
    await press('1', 'Enter', '0', 'Enter');
    expect(await page.locator('#points').count()).toBe(0);
    // the last that was asked for comes first, and after it those that nobody waits for any more
    for (const reply of replies.toReversed()) reply();
    await at('Submission 3');
    await page.getByText('I do not know.').waitFor();
    expect(await heading.innerText()).toContain('Submission 3');
    expect(host.decided).toEqual([]);
    host.waits.clear();
    await press('1', 'Enter');
    await at('Submission 4');
    expect(host.decided.map(({ keys }) => keys)).toEqual([[THIRD]]);
  });
});

describe('what is not saved', () => {
  it('is kept when the grader goes on, when files change, and when the view is thrown away', async () => {
    const { page, press, at, channel, host, comment, rows, said, tick } = await openGrading(views);
    await press('1', 'c');
    await page.keyboard.type('a word');
    channel.tell('stateChanged', { ...host.state(), taskSetTitle: 'Another title' });
    await page.getByRole('heading', { name: 'Another title' }).waitFor();
    await page.keyboard.type(' more');
    expect(await comment.inputValue()).toBe('a word more');
    await press('Escape', 'j');
    await at('Submission 2');
    await page.getByText('1 answer has changes that are not saved').waitFor();
    await page.reload();
    await at('Submission 2');
    expect(await rows.first().innerText()).toContain('unsaved');
    await page.getByRole('button', { name: 'Show changes that are not saved' }).click();
    await at('Submission 1');
    expect(await comment.inputValue()).toBe('a word more');
    await page.getByRole('button', { name: 'Discard what is not saved' }).click();
    await said.filter({ hasText: 'discarded' }).waitFor();
    expect(await comment.inputValue()).toBe('');
    expect(await tick(1).isChecked()).toBe(false);
    expect(host.decided).toEqual([]);
  });
});

describe('what is not saved when the tab is closed', () => {
  it('is there again, marked as such, until it is saved', async () => {
    const host = new GradingHost(smallClass(2));
    const before = await openGrading(views, host);
    await before.press('1', 'c');
    await before.page.keyboard.type('a word');
    await expect.poll(() => host.drafts).toContain('a word');
    await before.page.close();
    const { page, press, at, comment, tick, rows, button } = await openGrading(views, host);
    await at('Submission 1');
    expect(await rows.first().innerText()).toContain('unsaved');
    expect([await comment.inputValue(), await tick(1).isChecked()]).toEqual(['a word', true]);
    await button('Write results').click();
    await page
      .locator('.results')
      .getByText('1 answer has unsaved changes, which are not in the results.')
      .waitFor();
    await press('Enter');
    await at('Submission 2');
    expect(host.decided[0]?.decision).toEqual({ points: 1, ticks: [0], comment: 'a word' });
    await expect.poll(() => host.drafts).toBe('');
  });
});

describe('a set with variants', () => {
  it('shows what the variant of the answer asks, and what it is held against', async () => {
    const [first, second] = openAnswers({ first: FIRST, count: 2 });
    if (first === undefined || second === undefined) throw new Error('two answers are needed');
    const asked = {
      variant: 4,
      prompt: block('Why is it four?'),
      modelAnswer: block('For it is four.'),
      rubric: [{ criterion: 'It names four', points: 2 }],
    };
    const varied = { ...second, sheet: { ...second.sheet, asked } };
    const [question] = smallClass();
    if (question === undefined) throw new Error('a question is needed');
    const host = new GradingHost([{ ...question, answers: [first, varied] }]);
    const { page, press, at, points } = await openGrading(views, host);
    expect(await page.locator('main').innerText()).not.toContain('Variant');
    await press('j');
    await at('Submission 2');
    await page.locator('.prompt summary').click();
    expect(await page.locator('.prompt').innerText()).toContain('Variant 4');
    expect(await page.locator('.prompt .report').innerText()).toBe('Why is it four?');
    expect(await page.locator('.model-answer').innerText()).toContain('For it is four.');
    expect(await page.locator('.criteria').innerText()).toContain('It names four');
    // the fold was opened with the mouse: Enter is about the answer
    await press('1');
    expect(await points.inputValue()).toBe('2');
    await press('Enter');
    await expect.poll(() => host.decided[0]?.decision.points).toBe(2);
  });
});

describe('the class', () => {
  it('has no names before somebody asks for them, and none any more once they are off', async () => {
    const { page, host, at } = await openGrading(views);
    const html = (): Promise<string> => page.evaluate(() => document.documentElement.outerHTML);
    expect(await html()).not.toMatch(/Lovelace|Noether/);
    await page.getByLabel('Show names').check();
    await at('Ada Lovelace');
    expect(await page.locator('.names').innerText()).toContain('which may sway you');
    // a list with names is on its way when they are put off
    const late = Promise.withResolvers<undefined>();
    host.waits.set('openQuestion', () => late.promise);
    await page.locator('.questions .row').nth(1).click();
    host.waits.clear();
    host.waits.set('showNames', () => late.promise);
    await page.getByLabel('Show names').uncheck();
    expect(await html()).not.toMatch(/Lovelace|Noether/);
    late.resolve(undefined);
    await page.getByRole('heading', { name: 'Answers to 4b' }).waitFor();
    await at('Submission 2');
    expect(await html()).not.toMatch(/Lovelace|Noether/);
  });

  it('is told when a question, and when everything is done; results are written by a button', async () => {
    const { page, press, button, host, channel, at } = await openGrading(
      views,
      new GradingHost(smallClass(1)),
    );
    expect(await page.locator('.results').innerText()).toContain('up to date');
    await press('0', 'Enter');
    await page.getByText('Question 3c is done').waitFor();
    await page.getByText('Next: 4b A derivative, 1 open.').waitFor();
    await press('Enter');
    await at('Submission 2');
    await press('0', 'Enter');
    await page.getByText('Nothing waits for a person any more.').waitFor();
    const written = Promise.withResolvers<undefined>();
    host.waits.set('writeResults', () => written.promise);
    await button('Write results').first().click();
    await button('Writing results…').waitFor();
    written.resolve(undefined);
    channel.tell('stateChanged', host.state());
    await page.locator('.results').getByText('Wrote 4 pages and grades.csv.').waitFor();
    host.fails.set('writeResults', 'grades.csv is open in another program.');
    await button('Write results').first().click();
    await page.locator('.results').getByText('Not written: grades.csv is open').waitFor();
  });

  it('lists what is open, or all, as it was chosen before', async () => {
    const { page, rows, press, at } = await openGrading(views, new GradingHost(smallClass(3)));
    await press('0', 'Enter');
    await at('Submission 2');
    expect(await rows.allInnerTexts()).toEqual(['Submission 2\nopen', 'Submission 3\nopen']);
    await page.getByLabel('Open only').uncheck();
    expect(await rows.count()).toBe(3);
    expect(await page.locator('.questions .row').count()).toBe(3);
    expect(await page.locator('.position').innerText()).toBe('2 of 3 · 2 open');
    await page.reload();
    await at('Submission 2');
    expect(await rows.count()).toBe(3);
  });

  it('hears notices until they are dismissed, and why something cannot be shown', async () => {
    const host = new GradingHost(undefined, { notices: ['2 records are of another set.'] });
    host.fails.set('openQuestion', 'The folder of the task set was moved.');
    const { page, press, at } = await openGrading(views, host);
    await page.getByRole('alert').getByText('The folder of the task set was moved.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.answers .row').first().click();
    await at('Submission 1');
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.getByRole('button', { name: 'Dismiss: 2 records' }).click();
    host.note = 'Another window decided the same answer just before.';
    await press('0', 'Enter');
    await page.getByRole('note').getByText('Another window decided').waitFor();
    expect(await page.getByRole('note').count()).toBe(1);
  });

  it('is opened at its first open answer also where files change meanwhile', async () => {
    const { page, press, host, channel, at } = await openGrading(views);
    const late = Promise.withResolvers<undefined>();
    const asked: object[] = [];
    host.waits.set('openQuestion', (params) => {
      asked.push(params);
      return late.promise;
    });
    await press('n');
    await expect.poll(() => asked.length).toBe(1);
    channel.tell('stateChanged', host.state());
    await expect.poll(() => asked.length).toBe(2);
    late.resolve(undefined);
    await page.getByRole('heading', { name: 'Answers to 4b' }).waitFor();
    await at('Submission 2');
  });

  it('may write HTML: it stands there as they wrote it', async () => {
    const attack = '<img src=x onerror="document.title = 1"><script>document.title = 2</script>';
    const { page, press } = await openGrading(views, withTexts(attack));
    expect(await page.locator('.given').innerText()).toContain(attack);
    await press('c');
    await page.keyboard.type(attack);
    await page.locator('.preview').getByText(attack).waitFor();
    expect(await page.locator('.report img, .report script').count()).toBe(0);
    expect(await page.title()).toBe('Exambench');
  });
});

describe('accessibility of the grading view', () => {
  it.each(Object.keys(themes) as Theme[])('has no fault in %s', async (theme) => {
    const { page, press, at } = await openGrading(views, undefined, { theme });
    await press('1', 'Enter');
    await at('Submission 2');
    await page.getByLabel('Open only').uncheck();
    await press('2', 'c');
    await page.keyboard.type('$x_1$');
    await page.locator('.preview .katex').waitFor();
    await page.locator('#answer-heading').focus();
    await expectAccessible(page);
    await press('n');
    await page.getByRole('heading', { name: 'Answers to 4b' }).waitFor();
    await at('Submission 2');
    await press('h', 'Enter');
    await page.getByText('Question 4b is done').waitFor();
    await expectAccessible(page);
  });

  it('stacks at twice the size, where nothing is cut off', async () => {
    const { page } = await openGrading(views, undefined, { width: 640, height: 400 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(640);
    const tops = await page
      .locator('.panes > *')
      .evaluateAll((panes) => panes.map((pane) => pane.getBoundingClientRect().top));
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    await expectAccessible(page);
  });
});
