import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Declarations } from '../../../src/core/math/declarations.ts';
import { readDeclarations } from '../../../src/core/math/read/readDeclarations.ts';
import { readExpression } from '../../../src/core/math/read/readStatement.ts';
import { latexOf as shown } from '../../../src/core/math/show/latexOf.ts';
import { latexOf, valueOf } from '../../../webview/controls/mathLatex.ts';
import { useViews } from '../useViews.ts';
import { FormulaWindow } from './formulaWindow.ts';

interface Answers {
  readonly declare: string;
  readonly where: readonly string[];
  readonly reference: string;
  readonly right: readonly string[];
}

const answersTo = (name: string): Answers =>
  JSON.parse(
    readFileSync(new URL(`../../core/math/corpus/${name}.json`, import.meta.url), 'utf8'),
  ) as Answers; // see there

function declarationsOf({ declare, where }: Answers): Declarations {
  const read = readDeclarations(declare, { where });
  if (!read.ok) throw new Error(read.error.map(({ message }) => message).join('\n'));
  return read.value;
}

/** How a text is read, and undefined if it is not. */
function reading(text: string, declarations: Declarations): string | undefined {
  const read = readExpression(text, declarations);
  return read.ok ? shown(read.value, declarations) : undefined;
}

/** What the field says of each value once it was edited in the field. */
const edited = (window: FormulaWindow, values: readonly string[]): Promise<string[]> =>
  window.field('3a').evaluate((field, given) => {
    const call = (name: string, ...args: unknown[]): unknown =>
      (Reflect.get(field, name) as (...args: unknown[]) => unknown).apply(field, args);
    return given.map((value) => {
      call('setValue', value, { silenceNotifications: true });
      call('insert', 'z');
      call('executeCommand', 'deleteBackward');
      return String(Reflect.get(field, 'value'));
    });
  }, values);

const isLatex = (text: string): boolean =>
  text.includes('\\') && !/\*|[_^][A-Za-z0-9]{2}/.test(text);

const views = useViews();

describe('a formula field', () => {
  it('changes nothing in what is read, whatever is put into it', async () => {
    const window = await FormulaWindow.open(views);
    const names = ['exam-3a', 'exam-4b', 'exam-4c', 'exam-4d', 'lstm-cell', 'attention', 'relu'];
    let tried = 0;
    for (const answers of names.map(answersTo)) {
      const declarations = declarationsOf(answers);
      const texts = [answers.reference, ...answers.right].flatMap((text) => {
        const read = reading(text, declarations);
        if (read === undefined) return [];
        return isLatex(text) ? [text, read] : [read];
      });
      const values = await edited(window, texts.map(valueOf));
      const before = texts.map((text) => reading(text, declarations));
      expect(values.map((value) => reading(latexOf(value), declarations))).toEqual(before);
      tried += texts.length;
    }
    expect(tried).toBeGreaterThan(100);
  });
});
