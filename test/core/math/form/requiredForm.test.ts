import { describe, expect, it } from 'vitest';
import { hasForm, nameMeant, symbolsIn } from '../../../../src/core/math/form/requiredForm.ts';
import { add, mul, neg, num, pow, sym } from '../../../support/expressions.ts';

const anything = { avoid: [], factored: false };

describe('a required form', () => {
  it('lets no symbol occur that is to be avoided, however deep it stands', () => {
    const form = { ...anything, avoid: ['∂y/∂x'] };
    expect(hasForm(mul(num(2), sym('x')), form)).toBe(true);
    expect(hasForm(neg(add(num(2), mul(sym('x'), sym('∂y/∂x')))), form)).toBe(false);
  });

  it('lets only the named symbols occur, numbers always', () => {
    const form = { ...anything, only: ['x', 'y'] };
    expect(hasForm(add(sym('x'), mul(num(3), sym('y'))), form)).toBe(true);
    expect(hasForm(add(sym('x'), sym('z')), form)).toBe(false);
  });

  it.each([
    ['a product', mul(sym('a'), add(sym('a'), num(1))), true],
    ['a negated product', neg(mul(sym('a'), sym('b'))), true],
    ['a power', pow(add(sym('a'), num(1)), num(2)), true],
    ['a sum', add(pow(sym('a'), num(2)), sym('a')), false],
    ['a sum times a number', mul(num(2), add(sym('a'), sym('b'))), false],
    ['one symbol', sym('a'), false],
  ])('can ask for a product: %s', (_, expression, factored) => {
    expect(hasForm(expression, { ...anything, factored: true })).toBe(factored);
  });

  it('names the symbols of a formula', () => {
    expect(symbolsIn(add(sym('x'), mul(sym('y'), sym('x'))))).toEqual(['x', 'y']);
    expect(nameMeant(sym('∂y/∂x'))).toBe('∂y/∂x');
    expect(nameMeant(add(sym('x'), num(1)))).toBeUndefined();
  });
});
