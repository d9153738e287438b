import { describe, expect, it } from 'vitest';
import { publicTaskSet } from '../../../src/core/taskset/publicTaskSet.ts';
import { SMALL_SET, smallSet } from '../../support/taskSet.ts';

/** Plants a word in every secret field. */
function withCanaries(): Record<string, string> {
  const canary = 'CANARY';
  const first = (SMALL_SET['first/task.yaml'] ?? '')
    .replaceAll('feedback: ', `feedback: ${canary} `)
    .replace(
      '    prompt: Which one?',
      `    prompt: Which one?\n    hints: [${canary}]\n    explanation: ${canary}`,
    );
  const second = (SMALL_SET['second/task.yaml'] ?? '')
    .replace('modelAnswer: ', `modelAnswer: ${canary} `)
    .replace('criterion: That', `sample: ${canary}, criterion: ${canary}`)
    .replace('title: Boundary', `title: ${canary}`)
    .replace('mistake: step-too-large', `mistake: ${canary}`);
  return {
    ...SMALL_SET,
    'first/task.yaml': first,
    'second/task.yaml': second,
    'second/solution/attack.ts': canary,
    'second/examples/slow.ts': canary,
  };
}

describe('what a reader may see', () => {
  it('holds no solution, feedback, hint, rubric, check or example', () => {
    const set = smallSet(withCanaries());
    expect(JSON.stringify(set)).toContain('CANARY');
    const shown = JSON.stringify(publicTaskSet(set));
    expect(shown).not.toContain('CANARY');
    expect(shown).not.toContain('correct');
  });

  it('is this', () => {
    expect(publicTaskSet(smallSet()).tasks[1]).toEqual({
      id: 'second',
      title: 'Second',
      prompt: '',
      points: 5,
      figures: [],
      questions: [
        { id: '3a', kind: 'text', title: 'Words', prompt: 'Why?\n', points: 1, maxWords: 5 },
        {
          id: '3b',
          kind: 'code',
          title: 'Program',
          prompt: 'Write it.',
          points: 4,
          files: ['attack.ts'],
          entry: { file: 'attack.ts', function: 'attack' },
        },
      ],
    });
  });
});
