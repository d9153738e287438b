/** The buttons of a bar as one stop of the Tab key: arrows go from button to button. */

type Way = (at: number, count: number) => number;

const WAYS: Readonly<Record<string, Way>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  ArrowUp: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

function buttonsOf(event: Event): readonly HTMLElement[] {
  const toolbar = event.currentTarget;
  return toolbar instanceof HTMLElement ? [...toolbar.querySelectorAll('button')] : [];
}

/** For `keydown` of the bar. */
export function roam(event: KeyboardEvent): void {
  const way = WAYS[event.key];
  const buttons = buttonsOf(event);
  const at = buttons.findIndex((button) => button === event.target);
  if (way === undefined || at < 0) return;
  event.preventDefault();
  buttons[way(at, buttons.length)]?.focus();
}

/** For `focusin` of the bar: Tab comes back to the button that was left. */
export function settle(event: Event): void {
  for (const button of buttonsOf(event)) button.tabIndex = button === event.target ? 0 : -1;
}
