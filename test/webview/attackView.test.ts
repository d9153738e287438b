import { type Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type AttackHostChannel, openAttackHost } from '../../src/protocol/attackChannel.ts';
import { type AttackRequests, type AttackViewState } from '../../src/protocol/messages.ts';
import { attackState } from './attackState.ts';
import themes from './themes.json' with { type: 'json' };
import { useViews } from './useViews.ts';
import { type Theme } from './viewWindow.ts';

type Picture = Parameters<AttackRequests['exportPicture']>[0];

const views = useViews();

interface Seen {
  readonly page: Page;
  readonly channel: AttackHostChannel;
  readonly asked: unknown[];
  readonly saved: Picture[];
}

async function show(state: AttackViewState, theme: Theme = 'dark'): Promise<Seen> {
  const open = await views.open({ view: 'attack', theme });
  const asked: unknown[] = [];
  const saved: Picture[] = [];
  const note = (what: unknown): null => {
    asked.push(what);
    return null;
  };
  const handlers = {
    ready: () => state,
    cancel: () => note('cancel'),
    rerun: ({ provider }: { provider: string }) => note(`rerun ${provider}`),
    showCode: () => note('showCode'),
    exportPicture: (picture: Picture) => {
      saved.push(picture);
      return `/home/ada/${picture.name}.${picture.format}`;
    },
  };
  const channel = openAttackHost(open.transport, handlers, () => undefined);
  await open.open();
  await open.page.locator('[data-status]').waitFor();
  return { page: open.page, channel, asked, saved };
}

const labels = (page: Page): Promise<string[]> =>
  page
    .locator('svg[role=img]')
    .evaluateAll((pictures) => pictures.map((each) => each.getAttribute('aria-label') ?? ''));

describe('the attack view', () => {
  it.each(Object.keys(themes) as Theme[])('draws a finished run in %s', async (theme) => {
    const { page } = await show(attackState(1000), theme);
    expect(await page.locator('[data-status=done]').innerText()).toContain(
      'Done: 1,000 iterations on CPU in 123.1 ms.',
    );
    expect(await labels(page)).toEqual([
      expect.stringMatching(/^f for x₁ from −2 to 2.*z lies on the boundary or across it\.$/),
      expect.stringMatching(/^loss: from 3\.04 \(iteration 1\) to 0\.04 \(iteration 1,000\)/),
      expect.stringMatching(/^f\(z\): from /),
      expect.stringMatching(/^‖x − z‖: from 0 /),
    ]);
    expect(await page.locator('figure.plane image').count()).toBe(1);
  });

  it('draws the boundary where f is zero', async () => {
    const { page } = await show(attackState(10));
    // In the fixture the boundary reaches farthest right where x₂ = 0: at x₁ = 1.122.
    const right = await page.locator('figure.plane').evaluate((figure) => {
      const paths = [...figure.querySelectorAll<SVGPathElement>('g[data-mark=contour] path')];
      const boundary = paths.at(-1)?.getBBox();
      const frame = figure.querySelector<SVGRectElement>('rect[data-mark=frame]');
      const box = frame?.getBBox();
      if (!boundary || !box) return Number.NaN;
      return -2 + (4 * (boundary.x + boundary.width - box.x)) / box.width;
    });
    expect(right).toBeCloseTo(1.122, 2);
  });

  it('follows a run while it goes on, and announces only its end', async () => {
    const { page, channel, asked } = await show(
      attackState(5, { status: 'running', ms: undefined }),
    );
    const announced = page.locator('[role=status][aria-live=polite]');
    expect(await announced.textContent()).toBe('Running on CPU: 5 iterations so far.');
    channel.tell('stateChanged', attackState(400, { status: 'running', ms: undefined }));
    await page.getByText('Running on CPU: 400 iterations so far.').first().waitFor();
    expect(await announced.textContent()).toBe('Running on CPU: 5 iterations so far.');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => asked).toEqual(['cancel']);
    channel.tell('stateChanged', attackState(400, { status: 'cancelled' }));
    await page.getByText('Cancelled after 400 iterations.').first().waitFor();
    expect(await announced.textContent()).toBe('Cancelled after 400 iterations.');
  });

  it('says what failed and leads to the line', async () => {
    const failure = { message: 'sub: shapes [1,2] and [3] do not fit.', at: 'adversarial.ts:9' };
    const { page, asked } = await show(
      attackState(0, { status: 'failed', failure, rows: [], loss: [] }),
    );
    await page.getByText(failure.message).first().waitFor();
    await page.getByRole('button', { name: 'Show adversarial.ts:9' }).click();
    await page.getByRole('button', { name: 'Run again on CPU' }).click();
    await page.getByRole('button', { name: 'Run on CUDA' }).click();
    await expect.poll(() => asked).toEqual(['showCode', 'rerun cpu', 'rerun cuda']);
    expect(await page.locator('figure').count()).toBe(0);
  });

  it('survives a run that diverged', async () => {
    const loss = [3, 90, Number.POSITIVE_INFINITY, Number.NaN];
    const { page } = await show(
      attackState(4, { loss, status: 'failed', failure: { message: 'z is not finite.' } }),
    );
    expect((await labels(page))[1]).toBe(
      'loss: from 3 (iteration 1) to 90 (iteration 2); 2 values are not numbers.',
    );
  });

  it('shows the row that is chosen', async () => {
    const { page } = await show(attackState(100));
    await page.getByRole('combobox', { name: 'Row of x' }).click();
    await page.getByRole('option', { name: /^Row 2/ }).click();
    await expect
      .poll(async () => (await labels(page))[0])
      .toContain('x = (−1.5, −1.2) with label t = −1');
  });

  it('gives the numbers as tables', async () => {
    const { page } = await show(attackState(1000));
    const loss = page.locator('figure.loss');
    await loss.locator('summary').click();
    expect(await loss.getByRole('row').count()).toBeLessThanOrEqual(22);
    expect(await loss.getByRole('row').last().innerText()).toMatch(/^1,000\s+0\.04$/);
  });

  it('saves pictures that stand alone', async () => {
    const { page, saved } = await show(attackState(100));
    await page.getByRole('button', { name: 'Save “The path of z” as SVG' }).click();
    await page.getByRole('button', { name: 'Save “Loss” as PNG' }).click();
    await expect
      .poll(() => saved.map(({ name, format }) => `${name}.${format}`))
      .toEqual(['plane.svg', 'loss.png']);
    const [svg = '', png = ''] = saved.map(({ content }) => content);
    // Short excerpts, so that a failure stays readable.
    expect(svg.slice(0, 5)).toBe('<svg ');
    expect(svg.slice(0, 1000)).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(svg.slice(0, 1000)).toContain('<title>f for x₁');
    expect(/var\(--|<style|class="picture|http:\/\/127/.exec(svg)?.[0]).toBeUndefined();
    expect(Buffer.from(png, 'base64').toString('latin1', 1, 4)).toBe('PNG');
    await page.getByText('Saved as /home/ada/loss.png').waitFor({ state: 'attached' });
  });

  it('shows what the program printed as it is, and nothing where it printed nothing', async () => {
    const output = 'step 1 <b>loss</b>\n  0.5\n';
    const { page } = await show(attackState(10, { output }));
    expect(await page.locator('.printed pre').textContent()).toBe(output);
    const silent = await show(attackState(10, {}));
    expect(await silent.page.locator('.printed').count()).toBe(0);
  });

  it('says what stands in for the provider that was asked for', async () => {
    const providerNote = 'CUDA is not available: libcudnn.so.9 was not found.';
    const { page } = await show(attackState(10, { providerNote }));
    await page.getByText(providerNote).waitFor();
  });
});
