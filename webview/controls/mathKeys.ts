/**
 * What keys do in a formula field. Signs are told by what the key writes and never by where it lies: MathLive goes by
 * the place, and until it has guessed the keyboard, a German minus would be a fraction. Tab leaves the field, and Enter
 * is the page's.
 */

import { type Letters } from './letters.ts';
import { type MathFieldElement } from './mathFieldElement.ts';
import { numeratorStart } from './numerator.ts';
import { SHORT_WORDS } from './mathWords.ts';
import { type Step, TypedRun } from './typedRun.ts';

type Bindings = MathFieldElement['keybindings'];

/** The key of a binding ends in a sign, as in `alt+|`. */
const WRITES = /(^|\+).$/;
const FOREIGN = /^((shift|ctrl|cmd)\+)?\[(Tab|Enter|Return)\]$|\[(Space|Intl\w+)\]$/;

/** Those that neither write anything nor are the page's. While a command is typed after a backslash all are MathLive's. */
const ownBindings = (bindings: Bindings): Bindings =>
  bindings.filter(
    ({ key, ifMode }) => !WRITES.test(key) && (ifMode === 'latex' || !FOREIGN.test(key)),
  );

type Command = Parameters<MathFieldElement['executeCommand']>[0];

const CHORDS: Readonly<Record<string, Command>> = {
  z: ['undo'],
  'shift+z': ['redo'],
  y: ['redo'],
  a: ['selectAll'],
};

const SIGNS: Readonly<Record<string, Command>> = {
  '\\': ['switchMode', 'latex', '', '\\'],
};

const FRACTION: Command = ['insert', String.raw`\frac{#@}{#?}`];

const STEPS: { readonly [S in Extract<Step, string>]: readonly Command[] } = {
  leave: [['moveAfterParent']],
  'make-norm': [['deleteBackward'], ['insert', String.raw`\left\Vert#?\right\Vert`]],
  'make-power': [['deleteBackward'], ['moveToSuperscript']],
  'open-bar': [['insert', String.raw`\left|#?\right|`]],
};

const commandsOf = (step: Step): readonly Command[] =>
  typeof step === 'string' ? STEPS[step] : retaken(step);

const retaken = ({ retake, leaves, latex }: Exclude<Step, string>): readonly Command[] => [
  ...Array.from({ length: retake }, (): Command => ['deleteBackward']),
  ...(leaves ? STEPS.leave : []),
  ['insert', latex],
];

export class MathKeys {
  readonly #field: MathFieldElement;
  readonly #run: TypedRun;

  /** @param letters of the question, as they are now */
  constructor(field: MathFieldElement, letters: () => Letters) {
    this.#field = field;
    this.#run = new TypedRun(letters);
    field.addEventListener('put', () => {
      this.#run.put();
    });
    for (const event of ['pointerdown', 'focusout', 'paste', 'put-hole'])
      field.addEventListener(event, () => {
        this.#run.end();
      });
    field.addEventListener('keydown', keepChord);
  }

  /** Once the field is drawn, and again when it was moved. */
  take(): void {
    this.#field.keybindings = ownBindings(this.#field.keybindings);
    this.#field.smartSuperscript = false;
    this.#field.onInlineShortcut = (_field, word) =>
      word === this.#run.lastWord ? (SHORT_WORDS[word] ?? '') : '';
  }

  /** Before MathLive gets it. */
  press(event: KeyboardEvent): void {
    if (event.isComposing || event.defaultPrevented || this.#field.mode === 'latex') return;
    const isChord = (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph');
    if (isChord) this.#chord(event);
    else if (event.key.length === 1) this.#sign(event);
    else if (!MODIFIERS.has(event.key)) this.#run.end();
  }

  #chord(event: KeyboardEvent): void {
    const command = CHORDS[(event.shiftKey ? 'shift+' : '') + event.key.toLowerCase()];
    if (command !== undefined) this.#execute(event, command);
  }

  #sign(event: KeyboardEvent): void {
    if (this.#field.readOnly) {
      // MathLive would put brackets in all the same
      event.preventDefault();
      return;
    }
    const { before, isTaken } = this.#run.take(event.key);
    for (const command of before.flatMap(commandsOf)) this.#field.executeCommand(command);
    const command = SIGNS[event.key];
    if (isTaken) event.preventDefault();
    else if (event.key === '/') this.#fraction(event);
    else if (command !== undefined) this.#execute(event, command);
  }

  #fraction(event: KeyboardEvent): void {
    const from = this.#field.selectionIsCollapsed ? numeratorStart(this.#field) : undefined;
    if (from !== undefined) this.#field.selection = { ranges: [[from, this.#field.position]] };
    this.#execute(event, FRACTION);
  }

  #execute(event: KeyboardEvent, command: Command): void {
    event.preventDefault();
    if (!this.#field.readOnly || command[0] === 'selectAll') this.#field.executeCommand(command);
  }
}

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'AltGraph', 'Dead', 'CapsLock']);

/** A chord that the field understood is not the editor's as well. */
function keepChord(event: KeyboardEvent): void {
  if (event.defaultPrevented && (event.ctrlKey || event.metaKey) && event.key !== 'Enter')
    event.stopPropagation();
}
