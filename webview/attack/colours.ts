/** The colours of the pictures as the theme has them now, as plain values: a picture that is saved has no theme. */

export interface Colours {
  readonly background: string;
  readonly foreground: string;
  readonly quiet: string;
  readonly line: string;
  readonly negative: string;
  readonly positive: string;
}

const names: { readonly [C in keyof Colours]: string } = {
  background: '--picture-background',
  foreground: '--picture-foreground',
  quiet: '--picture-quiet',
  line: '--picture-line',
  negative: '--picture-negative',
  positive: '--picture-positive',
};

/** Resolves what the variables lead to, for the browser gives variables back unresolved. */
export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const read = (colour: keyof Colours): string => style.getPropertyValue(names[colour]).trim();
  return {
    background: read('background'),
    foreground: read('foreground'),
    quiet: read('quiet'),
    line: read('line'),
    negative: read('negative'),
    positive: read('positive'),
  };
}
