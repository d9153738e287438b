import { describe, expect, it } from 'vitest';
import { entryLine, lineNamedIn, placeOf } from '../../src/vscode/entryFunction.ts';

describe('the line of the checked function', () => {
  it('is where the exported function of that name begins', () => {
    const text = "import x from 'y';\n\nexport function adversarial(x: Tensor) {\n}\n";
    expect(entryLine(text, 'adversarial')).toBe(2);
  });

  it('is found with Windows line ends, indentation, async and an exported constant', () => {
    expect(entryLine('// one\r\n  export async function attack() {}\r\n', 'attack')).toBe(1);
    expect(entryLine('\nexport const attack = () => 1;', 'attack')).toBe(1);
  });

  it('is not that of a longer name, a call, a comment or an unexported function', () => {
    const text = [
      'export function adversarial2() {}',
      'adversarial(x);',
      '// export function adversarial() {}',
      'function adversarial() {}',
    ].join('\n');
    expect(entryLine(text, 'adversarial')).toBeUndefined();
  });

  it('takes names with a dollar sign as they are', () => {
    expect(entryLine('export function $f() {}', '$f')).toBe(0);
  });
});

describe('a place in a message', () => {
  it('is a file and a line from 0, with or without a column', () => {
    expect(placeOf('adversarial.ts:9')).toEqual({ file: 'adversarial.ts', line: 8 });
    expect(placeOf('lib/step.ts:12:5')).toEqual({ file: 'lib/step.ts', line: 11 });
  });

  it('is found at the end of a message about that file', () => {
    const message = 'There is no $z$ to check: here (adversarial.ts:4)';
    expect(lineNamedIn(message, 'adversarial.ts')).toBe(3);
    expect(lineNamedIn(`${message}. More is said.`, 'adversarial.ts')).toBe(3);
    expect(lineNamedIn(message, 'other.ts')).toBeUndefined();
    expect(lineNamedIn('It is wrong (for x).', 'adversarial.ts')).toBeUndefined();
  });

  it('is unknown where no line is named', () => {
    expect(placeOf('adversarial.ts')).toBeUndefined();
  });
});
