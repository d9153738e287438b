import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SLIPS } from '../../../../src/core/math/slip/slips.ts';
import { at } from '../../../../scripts/project.ts';

const documentation = readFileSync(at('docs/mathematics.md'), 'utf8');

describe('the common slips', () => {
  it.each(Object.entries(SLIPS))('%s is documented, and said in a sentence', (name, words) => {
    expect(documentation).toMatch(new RegExp(`\\| \`${name}\` +\\| ${words.title} +\\|`));
    expect(words.feedback).toMatch(/^[A-Z].*[.?]$/);
  });

  it('says nothing that is true of some questions only', () => {
    const sentences = Object.values(SLIPS).map(({ feedback }) => feedback);
    expect(sentences.join(' ')).not.toMatch(/chain rule|layer|path|derivative of an absolute/);
  });
});
