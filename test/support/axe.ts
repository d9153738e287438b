/** What axe-core has against a page: the rules of WCAG 2.2 AA and good practice, on all that shows, shadow trees included. */
import axe, { type AxeResults, type NodeResult, type RunOptions } from 'axe-core';
import { type Frame, type Page } from 'playwright-core';

const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  elementRef: true,
  // it would load style sheets again, which the policy of the views forbids
  preload: false,
  iframes: false,
};

interface Fault {
  readonly rule: string;
  readonly node: Pick<NodeResult, 'target' | 'any' | 'all' | 'none'>;
  /** shows a formula, whose letters stand in two dimensions and are no words */
  readonly isFormula: boolean;
}

/** Runs in the page. */
async function findFaults(given: RunOptions): Promise<Fault[]> {
  const { axe: there } = globalThis as unknown as {
    axe: { run(o: RunOptions): Promise<AxeResults> };
  };
  const { violations } = await there.run(given);
  return violations.flatMap(({ id: rule, nodes }) =>
    nodes.map(({ element, target, any, all, none }) => ({
      rule,
      isFormula: element?.querySelector('.katex') instanceof Element,
      node: { target, any, all, none },
    })),
  );
}

/** The name of a sign says how it is read (“x i”), the rule compares it with how its letters stand (“xi”). */
const isNoFault = ({ rule, isFormula }: Fault): boolean =>
  rule === 'label-content-name-mismatch' && isFormula;

/** What breaks a rule, a line each: the rule, where, and what is wrong there. Empty is as it should be. */
export async function accessibilityTroubles(page: Page | Frame): Promise<string[]> {
  await page.evaluate(axe.source);
  const faults = await page.evaluate(findFaults, options);
  return faults.filter((fault) => !isNoFault(fault)).map(faultText);
}

function faultText({ rule, node: { target, any, all, none } }: Fault): string {
  const messages = [...any, ...all, ...none].map(({ message }) => message);
  return `${rule}: ${target.flat().join(' > ')}: ${messages.join('; ')}`;
}

/** @throws {Error} with every violation, a line each */
export async function expectAccessible(page: Page | Frame): Promise<void> {
  const troubles = await accessibilityTroubles(page);
  if (troubles.length > 0) throw new Error(`axe-core finds fault:\n${troubles.join('\n')}`);
}
