/** A field in which a formula is written as it looks. MathLive comes when the first field does. */

import { type TemplateResult, html, noChange } from 'lit';
import { Directive, type ElementPart, directive } from 'lit/directive.js';
import { type FormulaInput, focus } from './formulaInput.ts';
import { Letters } from './letters.ts';
import { copiesLatex, pastes } from './mathClipboard.ts';
import { type MathFieldElement } from './mathFieldElement.ts';
import { MathKeys } from './mathKeys.ts';
import { latexOf, valueOf } from './mathLatex.ts';
import { mathWords } from './mathWords.ts';

void import('./mathLive.ts');

/** Its value is LaTeX. Content is set by property only: MathLive takes text inside the element for a new value. */
export const mathField = (input: FormulaInput): TemplateResult =>
  html`<math-field
    id=${input.id}
    class="formula-input"
    aria-label=${input.label}
    ${follows(input)}
  ></math-field>`;

class Follows extends Directive {
  #field: MathFieldElement | undefined;
  #input: FormulaInput | undefined;
  /** what the field shows, as it was given or as it was typed: the field spells some LaTeX its own way */
  #shown = '';
  #isMounted = false;

  render(input: FormulaInput): typeof noChange {
    this.#input = input;
    if (this.#isMounted) this.#show();
    return noChange;
  }

  override update(part: ElementPart, [input]: [FormulaInput]): typeof noChange {
    if (this.#field === undefined) this.#attach(part.element as MathFieldElement); // see above
    return this.render(input);
  }

  #attach(field: MathFieldElement): void {
    this.#field = field;
    const keys = new MathKeys(field, () => new Letters(this.#input?.symbols));
    // again whenever the field is moved to another place
    field.addEventListener('mount', () => {
      this.#isMounted = true;
      configure(field);
      keys.take();
      this.#show();
    });
    field.addEventListener('input', () => {
      this.#catchUp(field);
    });
    // at once: MathLive's own way takes a moment, and what is typed meanwhile would be lost
    field.addEventListener('pointerdown', () => {
      focus(field);
    });
    field.addEventListener('focusin', () => this.#input?.enter?.());
    field.addEventListener('focusout', () => {
      this.#catchUp(field);
      this.#input?.leave();
    });
    const pressed = (event: KeyboardEvent): void => {
      this.#catchUp(field);
      this.#input?.key?.(event);
      keys.press(event);
    };
    field.addEventListener('keydown', pressed, { capture: true });
    pastes(field, (text) => this.#input?.read?.(text) ?? Promise.resolve(undefined));
  }

  #show(): void {
    if (this.#field === undefined || this.#input === undefined) return;
    const { latex, readOnly } = this.#input;
    this.#field.readOnly = readOnly;
    if (latex === this.#shown) return;
    this.#shown = latex;
    this.#field.setValue(valueOf(latex), { silenceNotifications: true });
  }

  /** The field reports what is typed a moment later, which may be after the next key. */
  #catchUp({ value }: MathFieldElement): void {
    const latex = latexOf(value);
    if (latex === this.#shown) return;
    this.#shown = latex;
    this.#input?.type(latex);
  }
}

const follows = directive(Follows);

/** There is no menu, and no keyboard on the screen. */
function configure(field: MathFieldElement): void {
  field.inlineShortcuts = mathWords;
  field.menuItems = [];
  field.mathVirtualKeyboardPolicy = 'manual';
  field.environmentPopoverPolicy = 'off';
  field.smartMode = false;
  field.onExport = copiesLatex;
}
