import { describe, expect, it } from 'vitest';
import { type LinesAnswer } from '../../../src/core/answer/answer.ts';
import { type ChangedProgram, type CodeRun, cannotRun } from '../../../src/core/grade/codeRun.ts';
import { grade } from '../../../src/core/grade/grade.ts';
import { answersIn, gradeAttempt } from '../../../src/core/grade/gradeAttempt.ts';
import { rehearse } from '../../../src/core/grade/rehearse.ts';
import { type Verdict } from '../../../src/core/grade/verdict.ts';
import { LINES_SET, linesQuestion, replacing } from '../../support/lines.ts';
import { smallSet } from '../../support/taskSet.ts';

const set = smallSet(LINES_SET);
const question = linesQuestion();

const CHECKS = ['shape', 'rows', 'single-row', 'model'] as const;
type Check = (typeof CHECKS)[number];

function ran(failing: Partial<Record<Check, false | 'not-run'>> = {}): CodeRun {
  const checks = CHECKS.map((check) => ({
    check,
    passed: failing[check] ?? true,
    message: `${check} ${String(failing[check] ?? 'passed')}`,
  }));
  return { ran: true, checks };
}

interface Graded {
  readonly verdict: Verdict;
  /** what was run */
  readonly programs: readonly ChangedProgram[];
}

async function graded(
  answer: unknown,
  { run = ran(), own }: { readonly run?: CodeRun; readonly own?: unknown } = {},
): Promise<Graded> {
  const programs: ChangedProgram[] = [];
  const lines = (_: unknown, program: ChangedProgram): Promise<CodeRun> => {
    programs.push(program);
    return Promise.resolve(run);
  };
  const answers = new Map([['3b', own]]);
  const verdict = await grade(question, answer, {
    run: { ...cannotRun('not asked'), lines },
    answerTo: answersIn(set, answers),
  });
  return { verdict, programs };
}

const change: LinesAnswer = { edits: [replacing(2, 'sum();')] };
const own = { files: { 'attack.ts': 'mine();\r\nadd();\r\n', 'rows.ts': 'more();' } };

describe('the program that lines refer to', () => {
  it('is the student’s own, with all its files', async () => {
    for (const base of [undefined, 'own'] as const) {
      const { verdict, programs } = await graded({ ...change, ...(base && { base }) }, { own });
      expect(programs).toEqual([
        { before: own.files, after: { ...own.files, 'attack.ts': 'mine();\r\nsum();\r\n' } },
      ]);
      expect(verdict.evidence).toMatchObject({ base: 'own' });
    }
  });

  it('is the given one where there is no other, or where that was taken', async () => {
    for (const [answer, there] of [
      [change, undefined],
      [{ ...change, base: 'given' }, own],
    ] as const) {
      const { verdict, programs } = await graded(answer, { own: there });
      expect(programs.map(({ after }) => after)).toEqual([{ 'attack.ts': 'one();\nsum();\n' }]);
      expect(verdict.evidence).toMatchObject({ base: 'given' });
    }
  });

  it('is missed, and told so, where the own one is meant and not there', async () => {
    const missing = await graded({ ...change, base: 'own' });
    expect(missing.verdict).toMatchObject({
      verdict: 'invalid',
      feedback: ['The lines are those of the answer to 3b, but there is none.'],
    });
    for (const strange of [{ files: {} }, { files: { 'other.ts': '' } }, 7, { text: '' }]) {
      const { verdict, programs } = await graded(change, { own: strange });
      expect(programs).toEqual([]);
      expect(verdict).toMatchObject({
        verdict: 'invalid',
        feedback: ['The lines are those of the answer to 3b, but that cannot be read.'],
      });
    }
  });
});

describe('a part of a set', () => {
  it('is graded with the answers of the whole at hand', async () => {
    const programs: ChangedProgram[] = [];
    const lines = (_: unknown, program: ChangedProgram): Promise<CodeRun> => {
      programs.push(program);
      return Promise.resolve(ran());
    };
    const part = { ...set, tasks: set.tasks.map((task) => ({ ...task, questions: [question] })) };
    const answers = new Map<string, unknown>([
      ['3b', own],
      ['3c', change],
    ]);
    const run = { ...cannotRun('not asked'), lines };
    await gradeAttempt(part, answers, { run, whole: set });
    expect(programs[0]?.before).toEqual(own.files);
  });
});

describe('an answer by line number', () => {
  it.each([
    { failing: {}, verdict: 'correct', points: 4, feedback: [] },
    {
      failing: { 'single-row': false },
      verdict: 'partial',
      points: 3,
      feedback: ['single-row false'],
    },
    { failing: { rows: false }, verdict: 'partial', points: 1, feedback: ['rows false'] },
    {
      failing: { shape: false, rows: 'not-run' },
      verdict: 'wrong',
      points: 0,
      feedback: ['shape false'],
    },
    { failing: { model: false }, verdict: 'wrong', points: 0, feedback: ['model false'] },
  ] as const)('earns what its checks earn: $points points where $failing', async (expected) => {
    const { failing, ...rest } = expected;
    const { verdict: found } = await graded(change, { run: ran(failing) });
    expect(found).toMatchObject({ ...rest, maxPoints: 4 });
    expect(found.evidence?.['checks']).toHaveLength(4);
  });

  it('may say that nothing has to change, which is right or wrong, not half right', async () => {
    expect((await graded({ edits: [] })).verdict).toMatchObject({ verdict: 'correct', points: 4 });
    for (const edits of [[], [replacing(2, ' add( ); // more')], [replacing(1, 'one();')]]) {
      const { verdict } = await graded({ edits }, { run: ran({ rows: false }) });
      expect(verdict).toMatchObject({ verdict: 'wrong', points: 0, feedback: ['rows false'] });
    }
  });

  it('is not run, with the reason, where nothing can run it', async () => {
    const { verdict } = await graded(change, { run: { ran: false, reason: 'no sandbox' } });
    expect(verdict).toMatchObject({ verdict: 'not-run', points: 0, feedback: ['no sandbox'] });
  });

  it('is unanswered only where there is none', async () => {
    for (const none of [undefined, null]) {
      expect((await graded(none)).verdict.verdict).toBe('unanswered');
    }
  });
});

describe('an answer by line number that cannot be read', () => {
  it.each<[string, unknown, string]>([
    ['no edits', {}, "'edits' is missing"],
    ['edits that are no list', { edits: {} }, 'edits: expected a list'],
    ['a line that is no number', { edits: [{ line: '2', action: 'delete' }] }, 'edits[0].line'],
    ['half a line', { edits: [{ line: 1.5, action: 'delete' }] }, 'edits[0].line'],
    ['no line', { edits: [{ action: 'delete' }] }, "edits[0]: 'line' is missing"],
    ['an unknown action', { edits: [{ line: 1, action: 'move' }] }, 'edits[0].action'],
    ['text that is none', { edits: [{ line: 1, action: 'replace', text: 7 }] }, 'edits[0].text'],
    ['an unknown base', { base: 'theirs', edits: [] }, 'base: expected'],
    ['an unknown field', { edits: [], more: 1 }, 'unknown field "more"'],
    ['too many edits', { edits: Array(10_001).fill(replacing(1, 'x')) }, 'edits'],
    ['a line beyond the end', { edits: [replacing(9, 'x')] }, 'Edit 1 (replace line 9)'],
    ['overlapping edits', { edits: [replacing(1, 'x'), replacing(1, 'y')] }, 'Edit 2 (replace'],
    ['binary text', { edits: [replacing(1, '\u0000')] }, 'control character U+0000'],
    [
      'a program that is too long',
      { edits: [replacing(1, 'x'.repeat(150_000)), replacing(2, 'x'.repeat(150_000))] },
      'The changed program has 300002 characters; at most 200000 can be run.',
    ],
  ])('loses nothing and is told why: %s', async (_, answer, reason) => {
    const { verdict, programs } = await graded(answer);
    expect(verdict).toMatchObject({ verdict: 'invalid', points: 0, maxPoints: 4 });
    expect(verdict.feedback[0]).toContain(reason);
    expect(programs).toEqual([]);
  });

  it('shows where a program has changed since, edit by edit, and no more than a few', async () => {
    const edits = Array.from({ length: 10_000 }, () => ({ ...replacing(1, 'x'), was: 'two();' }));
    const { verdict } = await graded({ edits });
    expect(verdict.feedback).toHaveLength(6);
    expect(verdict.feedback[5]).toBe('9995 more edits cannot be made.');
    expect(verdict.feedback[0]).toBe(
      'Edit 1 (replace line 1): the program has changed since: the line read `two();`, and now reads `one();`.',
    );
    expect(verdict.evidence).toMatchObject({ base: 'given', complaints: { length: 100 } });
  });
});

describe('a question about lines, tried on itself', () => {
  it('needs a reference that is right, a given program that is not, and examples as stated', async () => {
    const programs: string[] = [];
    const run = {
      ...cannotRun('not asked'),
      lines: (_: unknown, { after }: ChangedProgram) => {
        programs.push(after['attack.ts'] ?? '');
        return Promise.resolve(ran({ rows: false }));
      },
    };
    const { problems } = await rehearse([set], run);
    expect(programs).toEqual(['one();\nsum();\n', 'one();\nadd();\n', 'own();\n']);
    expect(problems.map(({ message }) => message)).toEqual([
      'the reference answer of 3c must be correct: found partial with 1 of 4 points. rows false',
      'the edits “nothing” of 3c must be correct: found wrong with 0 of 4 points. rows false',
    ]);
    const right = { ...run, lines: () => Promise.resolve(ran()) };
    expect((await rehearse([set], right)).problems.map(({ message }) => message)).toEqual([
      'the given program of 3c as it stands must need a change: found correct with 4 of 4 points.',
      'the edits “nothing” of 3c must be recognised as rows-mixed: found no mistake. found correct with 4 of 4 points.',
    ]);
  });
});
