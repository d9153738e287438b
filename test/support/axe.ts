/** What axe-core has against a page: the rules of WCAG 2.2 AA and good practice, on everything that shows, shadow trees included. */
import axe, { type AxeResults, type NodeResult, type RunOptions } from 'axe-core';
import { type Frame, type Page } from 'playwright-core';

const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  // it would load style sheets again, which the policy of the views forbids
  preload: false,
  iframes: false,
};

/** What breaks a rule, a line each: the rule, where, and what is wrong there. Empty is as it should be. */
export async function accessibilityTroubles(page: Page | Frame): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (given) =>
      (globalThis as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } }).axe.run(
        given,
      ),
    options,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${wrongAt(node)}`));
}

function wrongAt({ target, any, all, none }: NodeResult): string {
  const messages = [...any, ...all, ...none].map(({ message }) => message);
  return `${target.flat().join(' > ')}: ${messages.join('; ')}`;
}

/** @throws {Error} with every violation, a line each */
export async function expectAccessible(page: Page | Frame): Promise<void> {
  const troubles = await accessibilityTroubles(page);
  if (troubles.length > 0) throw new Error(`axe-core finds fault:\n${troubles.join('\n')}`);
}
