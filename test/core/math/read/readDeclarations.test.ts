import { describe, expect, test } from 'vitest';
import { type Declarations, type Declared } from '../../../../src/core/math/declarations.ts';
import {
  type DeclarationOptions,
  readDeclarations,
} from '../../../../src/core/math/read/readDeclarations.ts';
import { readStatement } from '../../../../src/core/math/read/readStatement.ts';
import { type Size } from '../../../../src/core/math/size.ts';
import { statementText, treeText } from './treeText.ts';

function declarations(text: string, options: DeclarationOptions = {}): Declarations {
  const read = readDeclarations(text, options);
  if (!read.ok) throw new Error(read.error.map(({ message }) => message).join(' '));
  return read.value;
}

function sizeText({ names, plus }: Size): string {
  const named = Object.entries(names).map(([name, times]) =>
    times === 1 ? name : `${times}${name}`,
  );
  return [...named, ...(plus === 0 ? [] : [String(plus)])].join('+');
}

function text(declared: Declared): string {
  const { kind, name } = declared;
  if (kind === 'index') return `${name}: index ${sizeText(declared.over)}`;
  if (kind === 'function') return `${name}: function of ${declared.arity}`;
  const { shape, domain, traits } = declared;
  const range =
    typeof domain === 'string' ? domain : `${domain.open ? '(' : '['}${domain.low},${domain.high}`;
  return `${name}: [${shape.map(sizeText).join(' ')}] ${[range, ...traits].join(' ')}`;
}

const textsOf = (declared: Declarations): string[] => [...declared.symbols.values()].map(text);

describe('What a declaration says', () => {
  test.each([
    ['x: vector d', ['x: [d] real']],
    ['c: matrix d h distinct', ['c: [d h] real distinct']],
    ['w, v: vector h', ['w: [h] real', 'v: [h] real']],
    ['i: index d', ['i: index d']],
    ['r: row d', ['r: [1 d] real']],
    ['k: tensor C K K', ['k: [C K K] real']],
    ['f: function; g: function of 2', ['f: function of 1', 'g: function of 2']],
    [
      'X: matrix n x d; Y: matrix n×d; Z: matrix (n, d)',
      ['X: [n d] real', 'Y: [n d] real', 'Z: [n d] real'],
    ],
    [
      'h: vector n+k-1; g: vector 2n; o: vector 3',
      ['h: [n+k+-1] real', 'g: [2n] real', 'o: [3] real'],
    ],
    ['x: real column vector of size d, positive', ['x: [d] positive']],
    ['t: scalar ±1; s: {-1, 1}; u: signs', ['t: [] signs', 's: [] signs', 'u: [] signs']],
    ['b: vector n {0,1}; q: binary', ['b: [n] binary', 'q: [] binary']],
    [
      'a: scalar > 0; b: scalar >= 0; c: scalar ≠ 0',
      ['a: [] positive', 'b: [] nonnegative', 'c: [] nonzero'],
    ],
    [
      'p: scalar in (0,1); q: scalar in [0, 1]; r: probability',
      ['p: [] (0,1', 'q: [] [0,1', 'r: [] (0,1'],
    ],
    [
      'n: integer; m: natural; k: integer positive',
      ['n: [] integer', 'm: [] natural', 'k: [] natural'],
    ],
    [
      'A: matrix n n symmetric; S: matrix n n psd',
      ['A: [n n] real symmetric', 'S: [n n] real positive-definite'],
    ],
    ['p: vector K simplex\nu: vector n unit', ['p: [K] real simplex', 'u: [n] real unit-norm']],
  ])('%s', (declare, expected) => {
    expect(textsOf(declarations(declare))).toEqual(expected);
  });

  test('the name of a size is no number of its own', () => {
    const { symbols, sizes } = declarations('d: scalar; x: vector d; n: size');
    expect([...symbols.keys()]).toEqual(['x']);
    expect([...sizes].sort()).toEqual(['d', 'n']);
  });
});

describe('Names and how they are set', () => {
  test.each([
    ['h2', 'h_2', 'h_2'],
    ['h_{2}', 'h_2', 'h_2'],
    ['h_{t-1}', 'h_{t-1}', 'h_{t-1}'],
    ['W^{(1)}', 'W^{(1)}', 'W^{(1)}'],
    ['w^*', 'w^*', 'w^*'],
    ['\\hat y', '\\hat{y}', '\\hat{y}'],
    ['σ', '\\sigma', '\\sigma'],
    ['mu', '\\mu', '\\mu'],
    ['loss', 'loss', '\\mathrm{loss}'],
    ['x_{\\text{max}}', 'x_{max}', 'x_{\\text{max}}'],
    ['x_max', 'x_{max}', 'x_{\\mathrm{max}}'],
    ['\\mathbf{w}', '\\mathbf{w}', '\\mathbf{w}'],
    ['\\frac{\\partial y}{\\partial x}', '∂y/∂x', '\\frac{\\partial y}{\\partial x}'],
    ['∂h_2/∂h_1', '∂h_2/∂h_1', '\\frac{\\partial h_2}{\\partial h_1}'],
    ['dE/dw', '∂E/∂w', '\\frac{\\partial E}{\\partial w}'],
    ['\\nabla_w E', '∂E/∂w', '\\frac{\\partial E}{\\partial w}'],
    ['dloss/dw', '∂loss/∂w', '\\frac{\\partial \\mathrm{loss}}{\\partial w}'],
  ])('%s is %s', (written, name, latex) => {
    const [declared] = declarations(`${written}: scalar`).symbols.values();
    expect(declared).toMatchObject({ name, latex });
  });

  test.each([
    'h_{t-1}',
    'W^{(1)}',
    '\\hat{y}',
    'x_{\\text{max}}',
    '\\mathrm{loss}',
    '\\mu',
    '\\frac{\\partial y}{\\partial x}',
  ])('%s is read back as it is set', (written) => {
    const declared = declarations(`${written}: scalar`);
    const [name, { latex }] = [...declared.symbols][0] ?? ['', { latex: '' }];
    const read = readStatement(latex, declared);
    expect(read.ok && statementText(read.value)).toBe(name);
  });
});

describe('Definitions', () => {
  const LETTERS =
    'x: vector d; c, z: matrix d h; a, w: vector h; i: index d; y, u: scalar; f: function; ∂a/∂z: tensor h d h; ∂y/∂u: scalar';

  function definitionOf(name: string, line: string): string | undefined {
    const declared = declarations(LETTERS, { where: [line] }).symbols.get(name);
    if (declared === undefined || declared.kind === 'index' || declared.definition === undefined)
      return undefined;
    const { parameters, body } = declared.definition;
    return `(${parameters.join(' ')}) ${treeText(body)}`;
  }

  test.each([
    ['z', 'z_{ij} = |x_i - c_{ij}|', '(i j) (abs (+ x[:i] (- c[:i :j])))'],
    ['a', String.raw`a_j = \exp(-\sum_i z_{ij})`, '(j) (exp (- (sum i of z[:i :j])))'],
    ['a', 'a = w', '() w'],
    ['∂a/∂z', '∂a_j/∂z_{ij} = -a_j', '(j i j) (- a[:j])'],
    ['∂y/∂u', String.raw`\frac{\partial y}{\partial u} = 1-u^2`, '() (+ 1 (- (^ u 2)))'],
    ['f', 'f(u) = u^2', '(u) (^ u 2)'],
    ['f', 'f(s) = s>0 ? s : 0', '(s) (cases s if s > 0, else 0)'],
    ['g', 'g(s, r) = s r', '(s r) (* s r)'],
    ['exp', String.raw`\exp(u) = 1`, '(u) 1'],
    ['sign', String.raw`\operatorname{sgn}(u) = 0.5`, '(u) 0.5'],
    ['sigmoid', String.raw`\sigma(u) = u`, '(u) u'],
  ])('of %s by “%s”', (name, line, expected) => {
    expect(definitionOf(name, line)).toBe(expected);
  });

  test('can be replaced in declarations that stand already', () => {
    const base = declarations(LETTERS, { where: ['y = u', 'u = 1'] });
    const world = declarations('w: vector h positive', { base, where: ['u = 2'] });
    expect(world.symbols.get('w')).toMatchObject({ domain: 'positive' });
    expect(world.symbols.get('u')).toMatchObject({ definition: { body: { digits: '2' } } });
    expect(world.symbols.get('y')).toMatchObject({ definition: { body: { name: 'u' } } });
    expect(base.symbols.get('u')).toMatchObject({ definition: { body: { digits: '1' } } });
  });

  test.each([
    [
      'y = q',
      4,
      '“q” is not a name of this question. Its names are x, c, z, a, w, i, y, u, f, d, h.',
    ],
    [
      'q = 1',
      0,
      'Expected the name of a declared quantity before “=”, as in a_j = …: declare it first.',
    ],
    ['y = y + 1', 0, 'These definitions go in a circle: y → y.'],
    ['f(u) = f(u)', 0, 'These definitions go in a circle: f → f.'],
    ['f(u, s) = u', 1, 'f is declared with 1 argument, found 2.'],
    ['y(u) = 1', 0, 'y is declared as a quantity, not as a function.'],
    ['z_i = 1', 0, 'z_i needs 2 index letters or none, found 1.'],
    ['a_1 = 2', 2, 'Expected index letters here: a definition is for all components.'],
    ['y', 0, 'Expected a definition such as a_j = …: a name, “=”, and what it stands for.'],
    ['y = 1 = 2', 6, '“=” cannot stand here.'],
  ])('“%s” is refused', (line, start, message) => {
    const read = readDeclarations(LETTERS, { where: [line] });
    expect(read.ok ? undefined : read.error).toMatchObject([
      { message, source: line, span: { start } },
    ]);
  });

  test('that need each other are refused', () => {
    const read = readDeclarations(LETTERS, { where: ['y = u', 'u = y^2'] });
    expect(read.ok ? undefined : read.error).toMatchObject([
      { message: 'These definitions go in a circle: y → u → y.', source: 'y = u' },
    ]);
  });
});

describe('Declarations that are refused', () => {
  test.each([
    ['x: vektor d', 'vektor', '“vektor” is no shape, domain or trait. Did you mean vector?'],
    ['x: vector', 'x', 'Expected the size of “x”, as in “x: vector d”.'],
    [
      'y: scalar; x vector d',
      'x vector d',
      'Expected “name: meaning”, as in “x: vector d”, found “x vector d”.',
    ],
    [
      'y: scalar; 2x: vector d',
      '2x',
      'Expected a name such as x, h_2 or \\frac{\\partial y}{\\partial x}, found “2x”.',
    ],
    ['C: matrix d', 'C', 'Expected the size of “C”, as in “C: matrix d h”.'],
    ['i: index', 'i', 'Expected the size that “i” runs over, as in “i: index d”.'],
    ['x: vector d blue', 'blue', '“blue” is no shape, domain or trait.'],
    ['x: vector d; h2, h_2: scalar', 'h_2', '“h_2” is declared twice.'],
    [
      'x: vector constructor constructor',
      'constructor',
      '“constructor” is no shape, domain or trait.',
    ],
  ])('%s', (declare, place, message) => {
    const read = readDeclarations(declare);
    const [complaint] = read.ok ? [] : read.error;
    expect(complaint).toMatchObject({ message, source: declare });
    expect(declare.slice(complaint?.span.start, complaint?.span.end)).toBe(place);
  });

  test('all at once, each with its place', () => {
    const read = readDeclarations('x: vector; y: blue', { where: ['q = 1'] });
    expect(
      read.ok ? [] : read.error.map(({ source, span }) => source.slice(span.start, span.end)),
    ).toEqual(['x', 'blue', 'q ']);
  });
});
