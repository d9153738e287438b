/** How large things turn out on the page: formulas are as wide as they are, and come a moment after the rest. */

import { type ElementPart, noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import { type Size } from './plane.ts';

export class Scales {
  #sizes: ReadonlyMap<string, Size> = new Map();
  readonly #names = new WeakMap<Element, string>();
  readonly #observer: ResizeObserver;

  /** @param changed something has another size now */
  constructor(changed: () => void) {
    this.#observer = new ResizeObserver((entries) => {
      const isNews = entries.map((entry) => this.#take(entry)).includes(true);
      // what is drawn anew may not change sizes while they are reported
      if (isNews) requestAnimationFrame(changed);
    });
  }

  /** By the names under which things are watched; another map once something changed. */
  get sizes(): ReadonlyMap<string, Size> {
    return this.#sizes;
  }

  watch(element: Element, name: string): void {
    this.#names.set(element, name);
    this.#observer.observe(element);
  }

  unwatch(element: Element): void {
    this.#observer.unobserve(element);
  }

  #take({ target, borderBoxSize: [box] }: ResizeObserverEntry): boolean {
    const name = this.#names.get(target);
    if (name === undefined || box === undefined || box.inlineSize === 0) return false;
    const [width, height] = [Math.ceil(box.inlineSize), Math.ceil(box.blockSize)];
    const known = this.#sizes.get(name);
    if (known?.width === width && known.height === height) return false;
    this.#sizes = new Map([...this.#sizes, [name, { width, height }]]);
    return true;
  }
}

class Measured extends AsyncDirective {
  #scales: Scales | undefined;
  #element: Element | undefined;

  render(scales: Scales, name: string): typeof noChange {
    if (this.#element && this.#scales !== scales) {
      this.#scales = scales;
      scales.watch(this.#element, name);
    }
    return noChange;
  }

  override update(part: ElementPart, [scales, name]: [Scales, string]): typeof noChange {
    this.#element ??= part.element;
    return this.render(scales, name);
  }

  override disconnected(): void {
    if (this.#element) this.#scales?.unwatch(this.#element);
  }
}

/** The size of the element is known under that name; an element keeps its name. */
export const measured = directive(Measured);
