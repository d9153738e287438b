/** The colours of verdicts and of what can be written in, by computation, in every theme that VS Code comes with. */
import { type Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Colour, colourOf, contrast, distanceSeen, sights } from '../support/colours.ts';
import themes from './themes.json' with { type: 'json' };
import { useViews } from './useViews.ts';
import { type Theme } from './viewWindow.ts';

const views = useViews();
const TONES = ['good', 'bad', 'mixed', 'quiet'] as const;
type Tone = (typeof TONES)[number];

interface Seen {
  readonly page: Colour;
  readonly card: Colour;
  readonly edge: Colour;
  readonly focus: Colour;
  /** what stands in a verdict, and its background */
  readonly tones: Readonly<Record<Tone, { readonly text: Colour; readonly behind: Colour }>>;
  readonly foreground: Colour;
}

/** Runs in the page: computed styles of what is put there for the purpose. */
function computedStyles(tones: readonly string[]): Record<string, string> {
  const main = document.body.appendChild(document.createElement('main'));
  const card = main.appendChild(document.createElement('section'));
  card.className = 'question';
  const probe = (style: string, parent: Element = card): string => {
    const element = parent.appendChild(document.createElement('p'));
    element.setAttribute('style', `color: ${style}`);
    return getComputedStyle(element).color;
  };
  const verdicts = tones.flatMap((tone) => {
    const verdict = card.appendChild(document.createElement('div'));
    verdict.className = `verdict tone-${tone}`;
    const behind = getComputedStyle(verdict).backgroundColor;
    return [
      [tone, probe('var(--tone)', verdict)],
      [`${tone} behind`, behind],
    ];
  });
  return {
    page: getComputedStyle(document.body).backgroundColor,
    card: getComputedStyle(card).backgroundColor,
    edge: probe('var(--edge)'),
    focus: probe('var(--vscode-focusBorder)'),
    foreground: probe('var(--vscode-foreground)'),
    ...(Object.fromEntries(verdicts) as Record<string, string>),
  };
}

async function seenIn(page: Page): Promise<Seen> {
  const styles = await page.evaluate(computedStyles, TONES);
  const colour = (name: string, behind?: Colour): Colour => colourOf(styles[name] ?? '', behind);
  const card = colour('card');
  const toneOf = (tone: Tone): Seen['tones'][Tone] => {
    const behind = colour(`${tone} behind`, card);
    return { text: colour(tone, behind), behind };
  };
  return {
    page: colour('page'),
    card,
    edge: colour('edge', card),
    focus: colour('focus', card),
    foreground: colour('foreground', card),
    tones: {
      good: toneOf('good'),
      bad: toneOf('bad'),
      mixed: toneOf('mixed'),
      quiet: toneOf('quiet'),
    },
  };
}

async function lookAt(theme: Theme): Promise<Seen> {
  const view = await views.open({ view: 'task', theme });
  await view.open();
  await view.page.locator('main').waitFor();
  return await seenIn(view.page);
}

describe.each(Object.keys(themes) as Theme[])('colours in %s', (theme) => {
  it('can be read and told apart, with full sight and without', async () => {
    const { page, card, edge, focus, foreground, tones } = await lookAt(theme);
    for (const tone of TONES) {
      const { text, behind } = tones[tone];
      expect(contrast(text, card), `${tone} as text`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(text, page), `${tone} on the page`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(text, behind), `sign of a verdict that is ${tone}`).toBeGreaterThanOrEqual(3);
      expect(contrast(foreground, behind), `remarks, ${tone}`).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(edge, card), 'edges of fields').toBeGreaterThanOrEqual(3);
    expect(contrast(focus, card), 'what has the focus').toBeGreaterThanOrEqual(3);
    for (const sight of sights) {
      const { good, bad } = tones;
      expect(distanceSeen(good.text, bad.text, sight), `good and bad, ${sight}`).toBeGreaterThan(
        0.06,
      );
    }
  });
});
