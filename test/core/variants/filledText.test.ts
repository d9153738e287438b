import { describe, expect, it } from 'vitest';
import { fillText } from '../../../src/core/variants/filledText.ts';
import { type Value } from '../../../src/core/variants/range.ts';
import { type Medium } from '../../../src/core/variants/writtenValue.ts';

const VALUES = new Map<string, Value>([
  ['neg', -3],
  ['many', 12],
  ['one', 1],
  ['minusOne', -1],
  ['half', -0.5],
  ['tiny', 0.0000001],
  ['word', 'apple'],
]);

const filled = (template: string, medium: Medium = 'mathematics') =>
  fillText(template, VALUES, medium).text;

describe('a value in a text', () => {
  it.each([
    ['{{neg}} x', '-3 x'],
    ['f({{neg}}, {{half}})', 'f(-3, -0.5)'],
    ['y = {{neg}}', 'y = -3'],
    ['x \\leq {{neg}}', 'x \\leq -3'],
    ['\\frac{ {{neg}} }{2}', '\\frac{ -3 }{2}'],
    ['Let it be {{neg}}.', 'Let it be -3.'],
    ['| a | {{neg}} |', '| a | -3 |'],
    ['$({{neg}}, 2)$', '$(-3, 2)$'],
    ['a \\\\ {{neg}} & {{neg}}', 'a \\\\ -3 & -3'],
  ])('stands bare where a sign may stand: %s', (template, text) => {
    expect(filled(template)).toBe(text);
  });

  it.each([
    ['3 - {{neg}}', '3 - (-3)'],
    ['3-{{neg}}', '3-(-3)'],
    ['2 {{neg}}', '2 (-3)'],
    ['x {{neg}}', 'x (-3)'],
    ['\\alpha {{neg}}', '\\alpha (-3)'],
    ['2 \\cdot {{neg}}', '2 \\cdot (-3)'],
    ['|x| {{neg}}', '|x| (-3)'],
    ['\\frac{1}{2}{{neg}}', '\\frac{1}{2}(-3)'],
    ['{{neg}}^2', '(-3)^2'],
    ['{{neg}}{{neg}}', '-3(-3)'],
    ['{{neg}} - {{neg}}', '-3 - (-3)'],
  ])('is bracketed where it may not: %s', (template, text) => {
    expect(filled(template)).toBe(text);
  });

  it.each([
    ['x^{{many}}', 'x^{12}'],
    ['x_{{neg}}', 'x_{-3}'],
    ['x^{{one}}', 'x^1'],
    ['x^{{{many}}}', 'x^{12}'],
    ['\\{{{neg}}, 2\\}', '\\{-3, 2\\}'],
  ])('stays in one piece above and below the line: %s', (template, text) => {
    expect(filled(template)).toBe(text);
  });

  it.each([
    ['x {{+neg}}', 'x - 3'],
    ['x {{+many}}', 'x + 12'],
    ['{{one*}}x {{+minusOne*}}y {{+many*}}z', 'x - y + 12z'],
    ['{{minusOne*}}x', '-x'],
    ['2 {{minusOne*}}x', '2 (-1)x'],
  ])('continues a sum and multiplies as one writes it: %s', (template, text) => {
    expect(filled(template)).toBe(text);
  });

  it.each<[Medium, string, string]>([
    ['program', 'const a = {{neg}}; // x', 'const a = -3; // x'],
    ['program', 'return 1 - {{neg}};', 'return 1 - (-3);'],
    ['program', '{{neg}} ** 2', '(-3) ** 2'],
    ['program', "'{{neg}}'", "'-3'"],
    ['program', 'w_{{many}}', 'w_12'],
    ['data', 'M{{neg}} {{neg}}', 'M-3 -3'],
    ['data', 'rotate(2) {{neg}}', 'rotate(2) -3'],
    ['data', '{ "x": {{tiny}} }', '{ "x": 0.0000001 }'],
  ])('fits a %s: %s', (medium, template, text) => {
    expect(filled(template, medium)).toBe(text);
  });

  it('may be a word, and may be written with blanks', () => {
    expect(filled('an {{ word }}, {{word}}s')).toBe('an apple, apples');
  });

  it('is left alone where braces are meant', () => {
    expect(filled('\\{{neg}} and {{{neg}}}')).toBe('{{neg}} and {-3}');
    expect(filled('\\mathbf{{x}}^{{y}} {{ }} {{2}} {{a b}}')).toBe(
      '\\mathbf{{x}}^{{y}} {{ }} {{2}} {{a b}}',
    );
  });

  it('is a problem when only a name much like it was declared', () => {
    const { text, unknown } = fillText('a {{wrod}}, {{somethingElse}}, {{Neg}}', VALUES, 'data');
    expect(text).toBe('a {{wrod}}, {{somethingElse}}, {{Neg}}');
    expect(unknown).toEqual([
      {
        offset: 2,
        message:
          "there is no parameter 'wrod'; did you mean 'word'? Write \\{{wrod}} for the braces themselves",
      },
      expect.objectContaining({ offset: 31 }),
    ]);
  });

  it('is a problem as a letter, but for one that is LaTeX', () => {
    const values = new Map([['a', 1]]);
    expect(fillText('\\mathbf{{x}} x^{{y}} \\frac{1}{{z}}', values, 'data').unknown).toEqual([]);
    expect(fillText('$x = {{b}}$', values, 'data').unknown).toHaveLength(1);
  });

  it('keeps every other place of the text where it came from', () => {
    const template = 'ab {{many}} cd {{one*}}x \\{{neg}} ef';
    const { text, originOf } = fillText(template, VALUES, 'mathematics');
    for (const letters of ['ab', 'cd', 'x', 'ef']) {
      expect(originOf(text.indexOf(letters))).toBe(template.indexOf(letters));
    }
    expect(originOf(text.indexOf('12') + 1)).toBe(template.indexOf('{{many}}'));
  });

  it('takes time in proportion to the text', () => {
    const template = '{{neg}} - '.repeat(50_000);
    expect(fillText(template, VALUES, 'mathematics').text.length).toBe(50_000 * 7 - 2);
  });
});
