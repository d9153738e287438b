/** A text with every `{{name}}` replaced by the value that was drawn for it, which still knows where its parts came from. */

import { nearest } from '../taskset/nearest.ts';
import { type Values } from './range.ts';
import { type Medium, writtenValue } from './writtenValue.ts';

export interface FilledText {
  readonly text: string;
  /** From a place in the filled text to the one in the template; inside a value: its beginning. */
  readonly originOf: (offset: number) => number;
  /** `{{name}}` that nobody declared, though a name much like it was */
  readonly unknown: readonly UnknownName[];
}

interface UnknownName {
  /** in the template */
  readonly offset: number;
  readonly message: string;
}

/** The name of a value, perhaps as the continuation of a sum or as a factor; `\{{a}}` is `{{a}}` itself. */
const PLACE = /(\\?)\{\{\s*(\+?)\s*([A-Za-z][A-Za-z0-9]*)(\*?)\s*\}\}/g;

const ALONE = /^\{\{\s*([A-Za-z][A-Za-z0-9]*)\s*\}\}$/;

/** How many characters around a place say how a value is written there. */
const SIGHT = 60;

/** Where the template and the filled text part, each step a place in both from which they run alike. */
interface Step {
  readonly template: number;
  readonly filled: number;
}

export function fillText(template: string, values: Values, medium: Medium): FilledText {
  const filling = new Filling(template, values, medium);
  for (const match of template.matchAll(PLACE)) filling.take(match);
  return filling.finish();
}

/** The parameter that is all there is in a text. */
export function aloneIn(template: string, values: Values): string | undefined {
  const name = ALONE.exec(template)?.[1];
  return name !== undefined && values.has(name) ? name : undefined;
}

class Filling {
  readonly #template: string;
  readonly #values: Values;
  readonly #medium: Medium;
  readonly #steps: Step[] = [{ template: 0, filled: 0 }];
  readonly #unknown: UnknownName[] = [];
  readonly #parts: string[] = [];
  #length = 0;
  /** the last characters that were filled */
  #last = '';
  /** up to here the template is done */
  #taken = 0;

  constructor(template: string, values: Values, medium: Medium) {
    this.#template = template;
    this.#values = values;
    this.#medium = medium;
  }

  take(match: RegExpExecArray): void {
    const [whole, escape, plus, name = '', star] = match;
    const value = this.#values.get(name);
    if (escape !== '') this.#replace(match.index, whole, whole.slice(1));
    else if (value === undefined) this.#doubt(match.index, name);
    else {
      const end = match.index + whole.length;
      const around = {
        before: this.#before(match.index),
        after: this.#template.slice(end, end + SIGHT),
      };
      const wish = { continued: plus !== '', factor: star !== '' };
      const written = writtenValue(value, wish, around, this.#medium);
      this.#replace(match.index, whole, written);
    }
  }

  finish(): FilledText {
    const text = [...this.#parts, this.#template.slice(this.#taken)].join('');
    const steps = this.#steps;
    return { text, unknown: this.#unknown, originOf: (offset) => originIn(steps, offset) };
  }

  #replace(index: number, whole: string, written: string): void {
    this.#last = `${this.#before(index)}${written}`.slice(-SIGHT);
    this.#add(this.#template.slice(this.#taken, index));
    this.#steps.push({ template: index, filled: this.#length });
    this.#add(written);
    this.#taken = index + whole.length;
    this.#steps.push({ template: this.#taken, filled: this.#length });
  }

  #add(part: string): void {
    this.#parts.push(part);
    this.#length += part.length;
  }

  /** The last characters before a place of the template, as they are filled. */
  #before(index: number): string {
    return (this.#last + this.#template.slice(Math.max(this.#taken, index - SIGHT), index)).slice(
      -SIGHT,
    );
  }

  /** A letter in braces after a command is LaTeX, as in `\mathbf{{x}}`; elsewhere somebody meant a parameter. */
  #doubt(offset: number, name: string): void {
    if (name.length === 1 && /(\\[A-Za-z]+|[\^_}])$/.test(this.#before(offset))) return;
    const near = nearest(name, [...this.#values.keys()]);
    if (near === undefined) return;
    const message = `there is no parameter '${name}'; did you mean '${near}'? Write \\{{${name}}} for the braces themselves`;
    this.#unknown.push({ offset, message });
  }
}

function originIn(steps: readonly Step[], offset: number): number {
  const last = steps.findLastIndex(({ filled }) => filled <= offset);
  const { template, filled } = steps[last] ?? { template: 0, filled: 0 };
  const next = steps[last + 1]?.template ?? Infinity;
  // every second step begins a value, which is no run of the template
  return last % 2 === 1 ? template : Math.min(template + offset - filled, next);
}
