/** A formula as it is answered: the switch between the two ways of writing, the question's signs, a field, its echo. */

import { type TemplateResult, html, nothing } from 'lit';
import {
  type PaletteSymbol,
  type TaskViewState,
  type Writing,
} from '../../src/protocol/messages.ts';
import { type FormulaInput, insertInto, selectIn } from '../controls/formulaInput.ts';
import { formulaText } from '../controls/formulaText.ts';
import { mathField } from '../controls/mathField.ts';
import { palette } from '../controls/palette.ts';
import { segments } from '../controls/segments.ts';
import { type QuestionDesk } from '../task/questionDesk.ts';
import { formula } from '../typeset/prose.ts';
import { echoView } from './echo.ts';

export interface FormulaProps extends Omit<FormulaInput, 'id' | 'read'> {
  readonly desk: QuestionDesk;
  readonly writing: Writing;
  /** tells the fields of one question apart */
  readonly slot: string;
}

export const fieldId = (desk: QuestionDesk, slot: string): string => `formula-${desk.id}-${slot}`;

const fields: { readonly [W in Writing]: (input: FormulaInput) => TemplateResult } = {
  formula: mathField,
  text: formulaText,
};

export function formulaField({ desk, writing, slot, ...input }: FormulaProps): TemplateResult {
  const { readings } = desk;
  return fields[writing]({
    ...input,
    id: fieldId(desk, slot),
    read: (text) => readings.latexOf(text),
  });
}

/** @param hint what to say while nothing is written */
export function formulaEcho(
  { desk, slot, latex }: FormulaProps,
  hint: unknown = nothing,
): TemplateResult {
  return echoView({
    reading: desk.readings.of(slot, latex),
    latex,
    hint,
    select: (place) => {
      selectIn(fieldId(desk, slot), place);
    },
  });
}

export interface ToolsProps {
  readonly desk: QuestionDesk;
  readonly state: TaskViewState;
  readonly writing: Writing;
  readonly symbols: readonly PaletteSymbol[];
  /** slot of the field that signs go into */
  readonly slot: string;
  /** brings the texts of the fields into the form that the other way of writing shows best */
  readonly choose: (writing: Writing) => void;
}

const WRITINGS = [
  { id: 'formula', words: 'Formula' },
  { id: 'text', words: 'Plain text' },
] as const;

export const formulaTools = (props: ToolsProps): TemplateResult =>
  html`<div class="formula-tools">
    ${segments<Writing>({
      name: `writing-${props.desk.id}`,
      label: `How to write the answer to question ${props.desk.id}`,
      items: WRITINGS,
      selected: props.writing,
      select: props.choose,
    })}
    ${props.state.readOnly === undefined ? signs(props) : nothing}
  </div>`;

const signs = ({ desk, symbols, slot }: ToolsProps): TemplateResult =>
  palette(
    `Symbols of question ${desk.id}`,
    symbols.map(({ latex, insert, label }) => ({
      content: formula(latex),
      label,
      press: () => {
        insertInto(fieldId(desk, slot), insert);
      },
    })),
  );
