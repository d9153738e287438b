/**
 * Labels of nodes and edges: a letter of the question, a formula, an equation of both, the sign of an operation, or words.
 * A name that nobody declared is no fault here, since students name their steps as they like; only broken notation is.
 */

import { type Complaint, complaintProse } from '../math/complaint.ts';
import { type Declarations } from '../math/declarations.ts';
import { type Expression } from '../math/expression.ts';
import { readExpression } from '../math/read/readStatement.ts';
import { checkExpression } from '../math/shape/checkExpression.ts';
import { type Checked } from '../math/shape/checked.ts';
import { latexOf } from '../math/show/latexOf.ts';
import { treeKey } from '../math/treeKey.ts';
import { type Result, failure, success } from '../result.ts';
import { latexOfText } from './latexOfText.ts';
import { type Operation, operationIn } from './operation.ts';
import {
  bareLabel,
  beforeBracket,
  inOtherCase,
  isNoText,
  membersOf,
  textKey,
  withStepBelow,
  withoutRoleWord,
  withoutSign,
} from './spelling.ts';

/** All members of an equation together; of a blank label nothing. */
export interface Label {
  /** keys of the letters that it names */
  readonly names: readonly string[];
  /** what is no letter alone */
  readonly formulas: readonly Checked[];
  /** keys of what is no mathematics of the question */
  readonly texts: readonly string[];
  readonly operation?: Operation | undefined;
  /** how it is typeset; empty for a blank label */
  readonly latex: string;
}

export const BLANK: Label = { names: [], formulas: [], texts: [], latex: '' };

/** Broken notation. */
export interface LabelFault {
  /** a sentence */
  readonly message: string;
  /** offsets into the label (UTF-16), `end` not included */
  readonly start: number;
  readonly end: number;
}

export function readLabel(text: string, declarations: Declarations): Result<Label, LabelFault> {
  if (isNoText(text)) {
    return failure({
      message: 'It holds characters that are no text.',
      start: 0,
      end: text.length,
    });
  }
  const bare = bareLabel(text);
  if (bare === '') return success(BLANK);
  const members = membersOf(bare).filter((member) => member !== '');
  const labels: Label[] = [];
  for (const member of members.length === 0 ? [bare] : members) {
    const label = readMember(member, declarations);
    if (!label.ok) {
      const { message, span } = label.error;
      const offset = text.indexOf(member);
      return failure({ message, start: offset + span.start, end: offset + span.end });
    }
    labels.push(label.value);
  }
  return success(joined(labels));
}

function joined(labels: readonly Label[]): Label {
  return {
    names: [...new Set(labels.flatMap(({ names }) => names))],
    formulas: labels.flatMap(({ formulas }) => formulas),
    texts: labels.flatMap(({ texts }) => texts),
    operation: labels.length === 1 ? labels[0]?.operation : undefined,
    latex: labels.map(({ latex }) => latex).join(' = '),
  };
}

function readMember(text: string, declarations: Declarations): Result<Label, Complaint> {
  const read = readExpression(text, declarations);
  if (read.ok) return success(labelOf(read.value, text, declarations));
  const operation = operationIn(text);
  if (operation !== undefined) return success({ ...BLANK, operation, latex: operation.latex });
  const name = otherwiseSpelled(text, declarations);
  if (name !== undefined) return success(name);
  const [complaint] = read.error;
  const isBroken = complaint.kind !== 'unknown-name' && /[\\{}]/.test(text);
  return isBroken
    ? failure({ ...complaint, message: complaintProse(complaint) })
    : success(wordsLabel(text));
}

/** A formula whose shapes do not fit is no formula of the question. */
function labelOf(expression: Expression, text: string, declarations: Declarations): Label {
  const letter = expression.kind === 'transpose' ? expression.of : expression;
  const latex = latexOf(expression, declarations);
  if (letter.kind === 'symbol') return { ...BLANK, names: [treeKey(letter)], latex };
  const checked = checkExpression(expression, declarations);
  return checked.ok
    ? { ...BLANK, formulas: [checked.value], latex }
    : { ...BLANK, texts: [textKey(text)], latex };
}

/** A letter with words beside it, its step number above, brackets after it, or in the other case. */
function otherwiseSpelled(text: string, declarations: Declarations): Label | undefined {
  const plain = withStepBelow(withoutRoleWord(withoutSign(text)));
  const spellings = [plain, beforeBracket(plain) ?? plain];
  for (const spelling of [...spellings, ...spellings.map(inOtherCase)]) {
    const read = readExpression(spelling, declarations);
    const label = read.ok ? labelOf(read.value, spelling, declarations) : undefined;
    if (label !== undefined && label.names.length > 0) return label;
  }
  return undefined;
}

function wordsLabel(text: string): Label {
  return { ...BLANK, texts: [textKey(text)], latex: latexOfText(text) };
}
