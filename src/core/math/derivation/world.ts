/** Makes the changed circumstances in which facts are recognised. */

import { type Declarations, type Declared, type Definition } from '../declarations.ts';
import { type Expression } from '../expression.ts';
import { mapParts } from '../parts.ts';
import { readDeclarations } from '../read/readDeclarations.ts';
import { checkDefinitions } from '../shape/checkDefinitions.ts';
import { type Shape, type Size } from '../size.ts';
import { type Result, failure, success } from '../../result.ts';
import { type World } from './deciding.ts';

/** As authors write it. */
export interface WrittenWorld {
  readonly declare?: string | undefined;
  readonly where: readonly string[];
  /** size name → the only number that it stands for */
  readonly sizes?: Readonly<Record<string, number>> | undefined;
}

/** @returns the world, or a sentence on what is wrong with it */
export function readWorld(
  { declare = '', where, sizes = {} }: WrittenWorld,
  base: Declarations,
): Result<World, string> {
  const read = readDeclarations(declare, { where, norm: base.norm, base });
  if (!read.ok) {
    const [{ source, message }] = read.error;
    return failure(`in '${source}': ${message}`);
  }
  const fixed = new Map(Object.entries(sizes));
  const unknown = [...fixed.keys()].find((name) => !base.sizes.has(name));
  if (unknown !== undefined) return failure(`there is no size '${unknown}' to be fixed`);
  const declarations = fixedIn(read.value, fixed);
  const [misfit] = checkDefinitions(declarations);
  return misfit === undefined ? success({ declarations, sizes: fixed }) : failure(misfit.message);
}

/** The same letters where some sizes are numbers. */
function fixedIn(declarations: Declarations, sizes: World['sizes']): Declarations {
  if (sizes.size === 0) return declarations;
  const symbols = [...declarations.symbols].map(
    ([name, declared]) => [name, fixedSymbol(declared, sizes)] as const,
  );
  return { ...declarations, symbols: new Map(symbols) };
}

function fixedSymbol(declared: Declared, sizes: World['sizes']): Declared {
  if (declared.kind === 'index') return { ...declared, over: fixedSize(declared.over, sizes) };
  const definition = declared.definition && fixedDefinition(declared.definition, sizes);
  if (declared.kind === 'function') return { ...declared, definition };
  const shape: Shape = declared.shape.map((size) => fixedSize(size, sizes));
  return { ...declared, shape, definition };
}

function fixedDefinition({ parameters, body }: Definition, sizes: World['sizes']): Definition {
  return { parameters, body: withFixedSizes(body, sizes) };
}

function fixedSize({ names, plus }: Size, sizes: World['sizes']): Size {
  const entries = Object.entries(names);
  const open = entries.filter(([name]) => !sizes.has(name));
  const known = entries.map(([name, often]) => often * (sizes.get(name) ?? 0));
  return {
    names: Object.fromEntries(open),
    plus: known.reduce((sum, each) => sum + each, plus),
  };
}

/** The same mathematics where some sizes are numbers. */
export function withFixedSizes(expression: Expression, sizes: World['sizes']): Expression {
  if (expression.kind === 'size') {
    const fixed = sizes.get(expression.name);
    return fixed === undefined ? expression : { kind: 'number', digits: String(fixed) };
  }
  if (expression.kind === 'constant' && expression.size !== undefined) {
    return { ...expression, size: fixedSize(expression.size, sizes) };
  }
  return mapParts(expression, (part) => withFixedSizes(part, sizes));
}
