/** A grading view on its built bundle, with a host that holds a class in memory. */
import { type Locator, type Page } from 'playwright-core';
import { type GradingHostChannel, openGradingHost } from '../../../src/protocol/gradingChannel.ts';
import { type Views } from '../useViews.ts';
import { type ViewOptions } from '../viewWindow.ts';
import { GradingHost } from './gradingHost.ts';

export interface Grading {
  readonly page: Page;
  readonly host: GradingHost;
  readonly channel: GradingHostChannel;
  /** the answer that lies open, once it is there */
  readonly heading: Locator;
  readonly points: Locator;
  readonly comment: Locator;
  /** rows of the list of answers */
  readonly rows: Locator;
  readonly said: Locator;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** waits until this answer lies open, ready to be decided */
  readonly at: (name: string) => Promise<void>;
  readonly button: (name: string) => Locator;
  readonly tick: (place: number) => Locator;
}

export async function openGrading(
  views: Views,
  host = new GradingHost(),
  options: Partial<ViewOptions> = {},
): Promise<Grading> {
  const view = await views.open({ view: 'grading', width: 1280, height: 800, ...options });
  const channel = openGradingHost(view.transport, host.handlers, () => undefined);
  await view.open();
  const grading = handsOn(view.page, host, channel);
  await view.page.locator('#points, .done, [role=alert]').first().waitFor();
  await painted(view.page);
  return grading;
}

/** Browsers drop keys that come before a page was first painted. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}

function handsOn(page: Page, host: GradingHost, channel: GradingHostChannel): Grading {
  const heading = page.locator('#answer-heading');
  return {
    page,
    host,
    channel,
    heading,
    points: page.getByRole('spinbutton', { name: 'Points' }),
    comment: page.getByRole('textbox', { name: 'Comment for the student' }),
    rows: page.locator('.answers .row'),
    said: page.locator('.announcements'),
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    at: async (name) => {
      await heading.filter({ hasText: `${name},` }).waitFor();
      await page.locator('#points').waitFor();
    },
    button: (name) => page.getByRole('button', { name, exact: true }),
    tick: (place) => page.locator('.criteria input').nth(place - 1),
  };
}
