/** A line that says what a declared name stands for: `a_j = \exp(-\sum_i z_{ij})`, `f(u) = u^2`. */

import {
  type Declarations,
  type Declared,
  type DeclaredFunction,
  type DeclaredQuantity,
} from '../../declarations.ts';
import { type Expression } from '../../expression.ts';
import { type Cursor } from '../cursor.ts';
import { latexOfName, plainName } from '../names.ts';
import { cursorFor } from '../readStatement.ts';
import { spelled } from '../token.ts';
import { readBranches } from '../value.ts';
import { FUNCTIONS } from '../words.ts';

/** The declared name with its new definition. May throw `Unreadable`. */
export function readDefinition(line: string, declarations: Declarations): Declared {
  const cursor = cursorFor(line, declarations);
  const equals = equalsIn(cursor);
  const open = cursor.at(0).kind === 'sign' ? -1 : functionBracket(cursor, equals);
  return open > 0
    ? readFunction(cursor, { declarations, equals, open })
    : readQuantity(cursor, equals);
}

function equalsIn(cursor: Cursor): number {
  for (let place = 0; place < cursor.limit; place += 1) {
    if (cursor.sees('=') && place === 0) break;
    if (cursor.at(place).text === '=' && place > 0) return place;
    if (cursor.partner(place) > place && isOpener(cursor, place)) place = cursor.partner(place);
  }
  throw cursor.complaint(
    'unreadable',
    cursor.at(0),
    'Expected a definition such as a_j = …: a name, “=”, and what it stands for.',
  );
}

function isOpener(cursor: Cursor, place: number): boolean {
  return cursor.partner(cursor.partner(place)) === place;
}

/** The place of the bracket of `f(u)`; −1 when a quantity is defined. */
function functionBracket(cursor: Cursor, equals: number): number {
  const close = equals - 1;
  const open = cursor.at(close).text === ')' ? cursor.partner(close) : -1;
  return open === 1 ? open : -1;
}

interface FunctionLine {
  readonly declarations: Declarations;
  readonly equals: number;
  readonly open: number;
}

function readFunction(
  cursor: Cursor,
  { declarations, equals, open }: FunctionLine,
): DeclaredFunction {
  const { name, latex } = functionName(cursor);
  const parameters: string[] = [];
  for (let place = open + 1; place < equals - 1; place += 2) {
    const token = cursor.at(place);
    const after = cursor.at(place + 1).text;
    if (token.kind !== 'letter' || (after !== ',' && after !== ')')) {
      throw cursor.complaint(
        'unreadable',
        token,
        'Expected the letters that stand for the arguments, as in f(u, v).',
      );
    }
    parameters.push(plainName(spelled(token)));
  }
  const known = declarations.symbols.get(name);
  if (known?.kind === 'function' && known.arity !== parameters.length) {
    throw cursor.complaint(
      'shape',
      cursor.at(open),
      `${latex} is declared with ${known.arity} argument${known.arity === 1 ? '' : 's'}, found ${parameters.length}.`,
    );
  }
  const body = readFunctionBody(cursor.text, { declarations, equals, parameters });
  return {
    kind: 'function',
    name,
    latex,
    arity: parameters.length,
    definition: { parameters, body },
  };
}

/** A declared function, a new one, or a function that everybody knows, under the name of `FUNCTIONS`. */
function functionName(cursor: Cursor): { name: string; latex: string } {
  const token = cursor.at(0);
  const written = spelled(token);
  const declared = cursor.vocabulary.find(written);
  if (declared?.kind === 'function') return declared;
  if (declared !== undefined) {
    throw cursor.complaint(
      'unreadable',
      token,
      `${written} is declared as a quantity, not as a function.`,
    );
  }
  const builtIn =
    plainName(written) === '\\sigma' ? 'sigmoid' : FUNCTIONS.get(token.text.toLowerCase());
  return {
    name: builtIn ?? written,
    latex: builtIn === undefined ? latexOfName(written) : cursor.source(token),
  };
}

/** The parameters are numbers in it. */
function readFunctionBody(
  text: string,
  {
    declarations,
    equals,
    parameters,
  }: { declarations: Declarations; equals: number; parameters: readonly string[] },
): Expression {
  const symbols = new Map(declarations.symbols);
  for (const name of parameters) {
    symbols.set(name, {
      kind: 'quantity',
      name,
      latex: name,
      shape: [],
      domain: 'real',
      traits: [],
    });
  }
  const cursor = cursorFor(text, { ...declarations, symbols });
  return bodyAfter(cursor, equals);
}

function bodyAfter(cursor: Cursor, equals: number): Expression {
  return cursor.within(equals + 1, cursor.limit, () => {
    for (let place = equals; place < cursor.limit; place += 1) {
      if (cursor.at(place).text === '?') return cursor.grammar.value(cursor);
    }
    return readBranches(cursor);
  });
}

function readQuantity(cursor: Cursor, equals: number): DeclaredQuantity {
  const left = cursor.within(0, equals, () =>
    cursor.asIndices(true, () => cursor.grammar.sum(cursor)),
  );
  const declared = left.kind === 'symbol' ? cursor.declarations.symbols.get(left.name) : undefined;
  const span = { start: 0, end: cursor.at(equals).start };
  if (left.kind !== 'symbol' || declared?.kind !== 'quantity') {
    throw cursor.complaint(
      'unreadable',
      span,
      'Expected the name of a declared quantity before “=”, as in a_j = …: declare it first.',
    );
  }
  const parameters = left.indices.map((index) => {
    if (index.kind === 'index') return index.name;
    throw cursor.complaint(
      'unreadable',
      index.span ?? span,
      'Expected index letters here: a definition is for all components.',
    );
  });
  if (parameters.length > 0 && parameters.length !== declared.shape.length) {
    const message = `${cursor.source(span)} needs ${declared.shape.length} index letters or none, found ${parameters.length}.`;
    throw cursor.complaint('shape', span, message);
  }
  const body = cursor.withBound([...new Set(parameters)], () => bodyAfter(cursor, equals));
  return { ...declared, definition: { parameters, body } };
}
