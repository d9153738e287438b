/** On which of a task's examples attacks run: the first, until the user chooses another. */
import { window } from 'vscode';
import { plainText } from '../core/plainText.ts';
import { type ExampleInput, type QuestionOf, type Rows } from '../core/taskset/taskSet.ts';

type CodeSource = QuestionOf<'code'>;

export class ChosenInputs {
  /** by question */
  readonly #chosen = new Map<string, ExampleInput>();

  inputFor({ id, inputs }: CodeSource): ExampleInput {
    const input = this.#chosen.get(id) ?? inputs[0];
    if (input === undefined) throw new Error(`question ${id} has no example input.`);
    return input;
  }

  /** False when the user chose nothing. */
  async choose({ id, inputs }: CodeSource): Promise<boolean> {
    const items = inputs.map((input) => ({
      label: plainText(input.title),
      description: `x = ${rowsText(input.x)}, t = ${rowsText(input.t)}`,
      input,
    }));
    const picked = await window.showQuickPick(items, { placeHolder: 'Attack which input?' });
    if (picked !== undefined) this.#chosen.set(id, picked.input);
    return picked !== undefined;
  }
}

function rowsText(rows: Rows): string {
  return rows.map((row) => `(${row.join(', ')})`).join(' ');
}
