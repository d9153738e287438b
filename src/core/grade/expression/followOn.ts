/**
 * Follow-on: an answer may be right as a continuation of a wrong answer to an earlier question, where the mistake has
 * cost its points already. Earlier answers are compared, not graded, so questions may follow from each other freely.
 */

import { type FollowOn } from '../../taskset/taskSet.ts';
import { type Declarations } from '../../math/declarations.ts';
import { type Expression } from '../../math/expression.ts';
import { hasForm, nameMeant } from '../../math/form/requiredForm.ts';
import { rewrite } from '../../math/parts.ts';
import { readDeclarations } from '../../math/read/readDeclarations.ts';
import { readExpression } from '../../math/read/readStatement.ts';
import { checkExpression } from '../../math/shape/checkExpression.ts';
import { type Checked } from '../../math/shape/checked.ts';
import { declaredShape } from '../../math/form/declaredShape.ts';
import { type Grading } from '../grading.ts';
import { type Earlier, earlierAnswer } from './earlierAnswers.ts';
import { type ExpressionQuestion, formsOf } from './loaded.ts';
import { isEqual } from './rightness.ts';

/** Questions answered before, at least one of them wrongly. */
export interface Continued {
  readonly from: readonly string[];
  /** what those asked for means what was answered there */
  readonly declarations: Declarations;
}

/** What the answer continues; undefined where it does not continue anything. */
export function continues(
  answer: Checked,
  question: ExpressionQuestion,
  grading: Grading,
): Continued | undefined {
  for (const { followOn, earlier, declarations } of continuable(question, grading)) {
    const expected = continuation(followOn, earlier, { question, declarations });
    if (expected !== undefined && isEqual(answer, expected, declarations)) {
      return { from: followOn.from, declarations };
    }
  }
  return undefined;
}

/** The meanings in which a mistake may be made after earlier ones. */
export function meaningsAfter(question: ExpressionQuestion, grading: Grading): Continued[] {
  return continuable(question, grading).map(({ followOn, declarations }) => ({
    from: followOn.from,
    declarations,
  }));
}

interface Continuable {
  readonly followOn: FollowOn;
  readonly earlier: readonly Earlier[];
  readonly declarations: Declarations;
}

function continuable(question: ExpressionQuestion, { answerTo }: Grading): Continuable[] {
  return question.followOn.flatMap((followOn) => {
    const given = followOn.from.map((id) => earlierAnswer(id, answerTo));
    const earlier = given.filter((each) => each !== undefined);
    if (earlier.length < given.length || earlier.every(({ right }) => right)) return [];
    const declarations = earlier.reduce(withNewMeaning, question.declarations);
    return [{ followOn, earlier, declarations }];
  });
}

interface Here {
  readonly question: ExpressionQuestion;
  readonly declarations: Declarations;
}

/** undefined where the earlier answers do not fit here, or leave nothing to do */
function continuation(
  { answer: formula }: FollowOn,
  earlier: readonly Earlier[],
  { question, declarations }: Here,
): Checked | undefined {
  if (earlier.some((each) => leavesNothing(each, formula, question))) return undefined;
  const placed = withPlaces(formula, earlier, declarations);
  const read = readExpression(placed.formula, placed.declarations);
  if (!read.ok) return undefined;
  const expression = rewrite(read.value, (node) =>
    node.kind === 'symbol' ? (placed.given.get(node.name) ?? node) : node,
  );
  const expected = checkExpression(expression, declarations);
  return expected.ok ? expected.value : undefined;
}

/** The earlier answer could be written down here once more: that is no continuation. */
function leavesNothing({ answer, question }: Earlier, formula: string, here: ExpressionQuestion) {
  const bare = formula.trim() === placeOf(question.id);
  return bare && formsOf(here).every((form) => hasForm(answer.expression, form));
}

/** What an earlier question asked for, such as `∂E/∂y`, now means what was answered there. */
function withNewMeaning(declarations: Declarations, { question, answer }: Earlier): Declarations {
  if (question.asked === undefined) return declarations;
  const read = readExpression(question.asked, declarations);
  const name = read.ok ? nameMeant(read.value) : undefined;
  const declared = name === undefined ? undefined : declarations.symbols.get(name);
  if (declared?.kind !== 'quantity' || answer.freeIndices.size > 0) return declarations;
  const definition = { parameters: [], body: answer.expression };
  const symbols = new Map(declarations.symbols).set(declared.name, { ...declared, definition });
  return { ...declarations, symbols };
}

interface Placed {
  readonly formula: string;
  readonly declarations: Declarations;
  /** letter that stands for an answer → the answer */
  readonly given: ReadonlyMap<string, Expression>;
}

/** Every `\answer{4b}` becomes a letter of the answer's shape that nobody else uses. */
function withPlaces(
  formula: string,
  earlier: readonly Earlier[],
  declarations: Declarations,
): Placed {
  let placed: Placed = { formula, declarations, given: new Map() };
  for (const [position, { question, answer }] of earlier.entries()) {
    const letter = String.raw`\Xi_{${900 + position}}`;
    const read = readDeclarations(`${letter}: ${declaredShape(answer.shape)}`, {
      base: placed.declarations,
    });
    if (!read.ok) continue;
    const known = placed.declarations.symbols;
    const name = [...read.value.symbols.keys()].find((each) => !known.has(each));
    if (name === undefined) continue;
    placed = {
      formula: placed.formula.replaceAll(placeOf(question.id), `${letter} `),
      declarations: read.value,
      given: new Map(placed.given).set(name, answer.expression),
    };
  }
  return placed;
}

function placeOf(id: string): string {
  return String.raw`\answer{${id}}`;
}
