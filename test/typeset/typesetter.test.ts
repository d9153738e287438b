import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { mathsBy } from '../../src/typeset/katexMaths.ts';
import { typesetter } from '../../src/typeset/typesetter.ts';

const { block: typeset, line: typesetLine } = typesetter(mathsBy(katex));

describe('Markdown', () => {
  it('shows raw HTML as text', () => {
    expect(typeset('<script>alert(1)</script> <b onclick="x">b</b>')).not.toMatch(/<script|<b /);
  });

  it.each([
    ['javascript:alert(1)'],
    ['JaVaScRiPt:alert(1)'],
    ['data:text/html,x'],
    ['vbscript:x'],
    ['file:///etc/passwd'],
    ['command:workbench.action.quit'],
    ['//example.org'],
    ['other.md'],
  ])('leaves only the words of a link to %s', (target) => {
    expect(typesetLine(`[words](${target})`)).toBe('<a>words</a>');
  });

  it('keeps links to http and https, with their quotes escaped', () => {
    expect(typesetLine('[a](https://example.org/?q=1&r=2)')).toBe(
      '<a href="https://example.org/?q=1&amp;r=2">a</a>',
    );
    expect(typesetLine('[a](<http://example.org/"onclick="x>)')).toBe(
      '<a href="http://example.org/&quot;onclick=&quot;x">a</a>',
    );
  });

  it('takes pictures from the figures and from nowhere else', () => {
    const figures = { 'figures/net 1.svg': 'data:image/svg+xml,x' };
    expect(typeset('![the "net"](<figures/net 1.svg>)', figures)).toContain(
      '<img src="data:image/svg+xml,x" alt="the &quot;net&quot;">',
    );
    for (const path of ['https://example.org/x.png', 'data:image/png,x', 'constructor', 'x.svg']) {
      expect(typeset(`![a net](${path})`, figures), path).not.toContain('<img');
      expect(typeset(`![a net](${path})`, figures), path).toContain('[figure: a net]');
    }
  });

  it('puts headings below those of the page', () => {
    expect(typeset('# One\n\n##### Five')).toBe('<h3>One</h3>\n<h6>Five</h6>\n');
  });

  it('leaves letters in brackets alone', () => {
    expect(typesetLine('option (c) and (r)')).toBe('option (c) and (r)');
  });
});

describe('formulas', () => {
  const formulas = (source: string): number => typeset(source).match(/class="katex"/g)?.length ?? 0;
  const displays = (source: string): number =>
    typeset(source).match(/class="katex-display"/g)?.length ?? 0;

  it('stand in lines and as displays', () => {
    expect(formulas('with $x^2$ and $y$')).toBe(2);
    expect(displays('with $x^2$')).toBe(0);
    expect(displays('$$x^2$$')).toBe(1);
    expect(displays('text\n\n$$\nx\n+ y\n$$\n\ntext')).toBe(1);
    expect(displays('so $$x$$ in a line')).toBe(1);
    expect(displays('- item\n\n  $$\n  x\n  $$\n')).toBe(1);
    expect(displays('$$a$$ and $$b$$')).toBe(2);
  });

  it.each([
    ['costs 5 $ and 6 $'],
    ['\\$x$'],
    ['only one $'],
    ['$ x $'],
    ['from $5 to $10'],
    ['`$x$`'],
    ['$$'],
    ['$$ unfinished'],
  ])('are not seen in %j', (source) => {
    expect(formulas(source)).toBe(0);
  });

  it('keep their underscores, stars and escaped dollars', () => {
    expect(typeset('$a_1 b_2 * c * d$')).not.toMatch(/<em>/);
    expect(formulas('$\\$5$ and $\\{x\\}$')).toBe(2);
  });

  it('carry MathML for screen readers', () => {
    expect(typesetLine('$x$')).toContain('<math');
  });

  it('that cannot be read show their source and the reason', () => {
    const html = typesetLine('$\\frac{a}{<b$');
    expect(html).toContain('class="maths-error"');
    expect(html).toContain('\\frac{a}{&lt;b');
    expect(html).toMatch(/title="[^"]*expected/);
  });

  it.each([
    ['\\href{javascript:alert(1)}{x}'],
    ['\\includegraphics{https://example.org/x.png}'],
    ['\\htmlData{a=b}{x}'],
  ])('do not link or load: %s', (latex) => {
    expect(typesetLine(`$${latex}$`)).not.toMatch(/<a |href=|<img|data-a/);
  });

  it('cannot grow without end', () => {
    expect(typesetLine('$\\def\\a{\\a\\a}\\a$')).toContain('maths-error');
    expect(typesetLine('$\\rule{9999em}{9999em}$')).not.toMatch(/style="[^"]*9999em/);
  });
});
