import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { at } from '../../../scripts/project.ts';
import { readDeclarations } from '../../../src/core/math/read/readDeclarations.ts';
import { readStatement } from '../../../src/core/math/read/readStatement.ts';
import { exambench } from '../../support/commandLine.ts';

const page = readFileSync(at('docs/mathematics.md'), 'utf8');

/** What stands between backticks in the rows of the first table after a heading. */
function snippets(heading: string): string[] {
  const section = page.slice(page.indexOf(`\n${heading}\n`));
  const rows = /(?:^\|.*\n)+/m.exec(section)?.[0].split('\n').slice(2) ?? [];
  return rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text));
}

function declared(text: string) {
  const read = readDeclarations(text);
  if (!read.ok) throw new Error(read.error.map(({ message }) => message).join(' '));
  return read.value;
}

const LETTERS =
  declared(`p, q, r, z: scalar; ∂r/∂p: scalar; u, v: vector n; m: matrix n k; A: matrix n n; i: index n;
  j: index k`);

describe('the page on mathematics', () => {
  const written = snippets('## For students');

  it('shows a fair number of spellings', () => {
    expect(written.length).toBeGreaterThan(35);
  });

  it.each(written)('shows what can be read: %s', (text) => {
    const read = readStatement(text, LETTERS);
    expect(read.ok || read.error).toBe(true);
  });

  it.each(snippets('### Declaring letters'))('names shapes that can be declared: %s', (shape) => {
    const read = readDeclarations(`q: ${shape.replace('of n', 'of 2')}`);
    expect(read.ok || read.error).toBe(true);
  });

  it('lists domains and traits that can be declared', () => {
    const [, domains = ''] = /^- Domains: (.*)\. Without/m.exec(page) ?? [];
    const [, traits = ''] = /^- Traits of the whole: (.*)\.$/m.exec(page) ?? [];
    const words = [...`${domains} ${traits}`.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
    expect(words.length).toBeGreaterThan(15);
    for (const word of words) {
      const read = readDeclarations(`q: matrix n n ${word}`);
      expect(read.ok || [word, read.error]).toBe(true);
    }
  });

  it('declares what its example says', () => {
    const [, yaml = ''] = /```yaml\n([^]*?)```/.exec(page) ?? [];
    const { mathematics } = parse(yaml) as {
      mathematics: { declare: string; where: readonly string[] };
    };
    const read = readDeclarations(mathematics.declare, { where: mathematics.where });
    expect(read.ok || read.error).toBe(true);
  });

  const commands = [...page.matchAll(/^npx exambench (expr --declare .*)$/gm)];

  it.each(commands.map(([, line = '']) => line))('shows what is equal: %s', async (line) => {
    const words = [...line.matchAll(/'[^']*'|\S+/g)].map(([word]) => word.replaceAll("'", ''));
    expect(await exambench(...words)).toMatchObject({ code: 0 });
  });

  it('gives away no answer of the bundled tasks', () => {
    const plain = page.replace(/\\[a-z]+|[\s{}\\*]/g, '');
    for (const answer of ['2(y-t)', '(y-t)', 'a_j', 'w_j', 'x_i-c', '1-h_2', 'triangle']) {
      expect(plain).not.toContain(answer);
    }
  });
});
