import { describe, expect, it } from 'vitest';
import { readWorld } from '../../../../src/core/math/derivation/world.ts';
import { readDeclarations } from '../../../../src/core/math/read/readDeclarations.ts';
import { sizeText } from '../../../../src/core/math/shape/sizes.ts';

const read = readDeclarations('x: vector d; c: matrix d h; a: vector h; i: index d', {
  where: [String.raw`a_j = \sum_{i=1}^d c_{ij}`],
});
if (!read.ok) throw new Error('the letters cannot be read');
const base = read.value;

describe('worlds in which facts are told apart', () => {
  it('change some letters and leave the others', () => {
    const world = readWorld({ declare: 'x: vector d positive', where: ['c_{ij} = x_i'] }, base);
    if (!world.ok) throw new Error(world.error);
    const { symbols } = world.value.declarations;
    expect(symbols.get('x')).toMatchObject({ domain: 'positive' });
    expect(symbols.get('c')).toMatchObject({ definition: { parameters: ['i', 'j'] } });
    expect(symbols.get('a')).toBe(base.symbols.get('a'));
    expect(base.symbols.get('x')).toMatchObject({ domain: 'real' });
  });

  it('take away what a letter stands for when it is declared anew', () => {
    const world = readWorld({ declare: 'a: vector h', where: [] }, base);
    const a = world.ok ? world.value.declarations.symbols.get('a') : undefined;
    expect(a?.kind === 'quantity' && a.definition).toBeUndefined();
  });

  it('fix sizes in shapes, indices and what letters stand for', () => {
    const world = readWorld({ where: [], sizes: { d: 1 } }, base);
    if (!world.ok) throw new Error(world.error);
    const { symbols } = world.value.declarations;
    const [x, i, a] = ['x', 'i', 'a'].map((name) => symbols.get(name));
    expect(x?.kind === 'quantity' && x.shape.map(sizeText)).toEqual(['1']);
    expect(i?.kind === 'index' && sizeText(i.over)).toBe('1');
    expect(a).toMatchObject({
      definition: { body: { ranges: [{ to: { kind: 'number', digits: '1' } }] } },
    });
  });

  it.each([
    [{ where: [], sizes: { q: 1 } }, "no size 'q'"],
    [{ where: ['c_{ij} = x_i +'] }, 'c_{ij} = x_i +'],
    [{ where: ['c_{ij} = x'] }, 'vector'],
    [{ declare: 'x: vektor d', where: [] }, 'vektor'],
  ])('say what is wrong with %j', (written, expected) => {
    const world = readWorld(written, base);
    expect(world.ok ? '' : world.error).toContain(expected);
  });
});
