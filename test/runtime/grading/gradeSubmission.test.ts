import { describe, expect, it } from 'vitest';
import { type CodeRun } from '../../../src/core/grade/codeRun.ts';
import { type GradeRecord } from '../../../src/core/gradebook/gradeRecord.ts';
import { failure, success } from '../../../src/core/result.ts';
import { gradeSubmission, type Grader } from '../../../src/runtime/grading/gradeSubmission.ts';
import { type SubmissionJob } from '../../../src/runtime/grading/job.ts';
import { submissionOf } from '../../support/submissions.ts';
import { smallSet, spoiled } from '../../support/taskSet.ts';

const set = smallSet();
const RUN_WELL: CodeRun = {
  ran: true,
  checks: ['shape', 'boundary', 'iterations'].map((check) => ({
    check,
    passed: true,
    message: '',
  })),
};

function grader(run: CodeRun = RUN_WELL, graded = set): Grader {
  const ran = () => Promise.resolve(run);
  return {
    setOf: (variant = 0) =>
      variant === 0 ? success(graded) : failure(`There is no variant ${variant}.`),
    run: { code: ran, lines: ran },
    mark: { content: 'c', isolation: 'bubblewrap', seed: '0', tool: 'exambench test' },
  };
}

const ANSWERS = {
  '1': { selected: ['a'] },
  '2': { selected: ['a', 'b', 'c'] },
  '3a': { text: 'Because.' },
  '3b': { files: { 'attack.ts': '' } },
};

const answersFile = (answers: unknown, taskSet = 'small'): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ taskSet, answers }));

function jobOf(job: Partial<SubmissionJob> = {}): SubmissionJob {
  return { submission: 's', form: 'answers', sha256: 'f', ...job };
}

function graded(
  bytes: Uint8Array,
  job: Partial<SubmissionJob> = {},
  by = grader(),
): Promise<GradeRecord> {
  return gradeSubmission(jobOf(job), bytes, by);
}

describe('a submission', () => {
  it('gets a record with a verdict, a cause and a basis for every question', async () => {
    const record = await graded(answersFile(ANSWERS));
    expect(record).toMatchObject({ cause: 'ok', points: 7.5, maxPoints: 10, answers: ANSWERS });
    expect(Object.values(record.questions).map(({ cause }) => cause)).toEqual([
      'ok',
      'wrong',
      'ok',
      'ok',
    ]);
    expect(record.questions['3a']).toMatchObject({ verdict: 'manual', settled: false });
    expect(Object.values(record.questions).every(({ basis }) => basis?.length === 64)).toBe(true);
  });

  it('whose journal is not there says so in a note', async () => {
    const zip = await submissionOf(set, { '1': { selected: ['a'] } }, { journal: new Map() });
    const record = await graded(zip, { form: 'archive' });
    expect(record).toMatchObject({ cause: 'ok', notes: [expect.stringContaining('no journal')] });
  });

  it('in an archive is read with who wrote it and the receipt that they were shown', async () => {
    const zip = await submissionOf(set, { '1': { selected: ['a'] } }, { student: 'Ada' });
    const record = await graded(zip, { form: 'archive' });
    expect(record).toMatchObject({ cause: 'ok', student: 'Ada', points: 2 });
    expect(record.receipt).toMatch(/^(\w{4}-){3}\w{4}$/);
  });

  it('is noted where it answers questions that there are not, with those that may be meant', async () => {
    const record = await graded(answersFile({ ...ANSWERS, '3A': { text: '' } }));
    expect(record).toMatchObject({
      cause: 'ok',
      notes: ['There is no question "3A": its answer is left out. Is 3a meant?'],
    });
    expect(await graded(answersFile({ ...ANSWERS, '3c': { text: '' } }))).toMatchObject({
      notes: ['There is no question "3c": its answer is left out.'],
    });
    expect((await graded(answersFile(ANSWERS))).notes).toBeUndefined();
  });

  it('that answers nothing but questions that there are not loses nothing', async () => {
    const record = await graded(answersFile({ a1: {}, a2: {} }));
    expect(record).toMatchObject({
      cause: 'not-gradable',
      questions: {},
      answers: { a1: {}, a2: {} },
    });
    expect(record.reason).toContain('expected answers to 1, 2, 3a, 3b, found a1, a2');
  });

  it('without its variant is not graded as the first one', async () => {
    const many = { ...set, variants: 9, variant: 1 };
    const by = { ...grader(), setOf: () => success(many) };
    const record = await graded(answersFile(ANSWERS), {}, by);
    expect(record).toMatchObject({ cause: 'not-gradable', questions: {} });
    expect(record.reason).toContain('"variant" with a number from 1 to 9');
    const file = { taskSet: 'small', variant: 1, answers: ANSWERS };
    const told = await graded(new TextEncoder().encode(JSON.stringify(file)), {}, by);
    expect(told).toMatchObject({ cause: 'ok', variant: 1 });
  });

  it.each([
    ['{', 'line 1, column 2: expected a name'],
    ['{', 'no answers file that can be read'],
    ['{"question": "1", "answer": {}}', 'line by line'],
    ['\u{1F600}'.repeat(10), 'no answers file that can be read'],
    [JSON.stringify({ taskSet: 'other', answers: {} }), 'belong to the task set "other"'],
    [JSON.stringify({ taskSet: 'small', answers: { '1': nested(60) } }), 'nested more than 50'],
  ])('that is %s is not gradable and loses nothing', async (text, reason) => {
    const record = await graded(new TextEncoder().encode(text));
    expect(record).toMatchObject({ cause: 'not-gradable', points: 0 });
    expect(record.reason).toContain(reason);
    expect(record.questions).toEqual({});
  });

  it('that is nested so deep that nobody could write it again is refused, not a crash', async () => {
    const deep = `{"taskSet":"small","answers":{"1":${'['.repeat(200_000)}${']'.repeat(200_000)}}}`;
    expect(await graded(new TextEncoder().encode(deep))).toMatchObject({ cause: 'not-gradable' });
  });

  it('of a variant that there is not is not gradable', async () => {
    const zip = await submissionOf(set, ANSWERS_ONE, { variant: 3 });
    const record = await graded(zip, { form: 'archive' });
    expect(record).toMatchObject({ cause: 'not-gradable', reason: 'There is no variant 3.' });
  });

  it.each(['timeout', 'memory', 'output', 'crash', 'tampered', 'wrong'] as const)(
    'whose program ended by %s says so at its question',
    async (cause) => {
      const failed = { check: 'shape', passed: false, message: 'It ended.' };
      const record = await graded(
        answersFile(ANSWERS),
        {},
        grader({ ran: true, checks: [failed], cause }),
      );
      const settled = cause === 'wrong';
      expect(record.questions['3b']).toMatchObject({ verdict: 'wrong', cause, settled });
      expect(record).toMatchObject({ cause: 'ok', points: 3.5 });
    },
  );

  it('whose program could not be run waits for a person', async () => {
    const record = await graded(
      answersFile(ANSWERS),
      {},
      grader({ ran: false, reason: 'No sandbox.' }),
    );
    expect(record.questions['3b']).toMatchObject({
      verdict: 'not-run',
      cause: 'internal',
      settled: false,
    });
  });
});

const ANSWERS_ONE = { '1': { selected: ['a'] } };

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i += 1) value = { a: value };
  return value;
}

describe('grading again', () => {
  const asked: string[] = [];
  const noting = (by: Grader): Grader => ({ ...by, onQuestion: (id) => asked.push(id) });

  async function again(job: Partial<SubmissionJob>, by: Grader): Promise<string[]> {
    asked.length = 0;
    await graded(answersFile(ANSWERS), job, noting(by));
    return [...asked];
  }

  it('asks only the questions that the change affects, and keeps the others word for word', async () => {
    const earlier = await graded(answersFile(ANSWERS));
    const fixed = smallSet(
      spoiled('first/task.yaml', 'text: That, feedback: No.', 'text: That, feedback: Never.'),
    );
    expect(await again({ earlier }, grader(RUN_WELL, fixed))).toEqual(['1']);
    const record = await graded(answersFile(ANSWERS), { earlier }, grader(RUN_WELL, fixed));
    expect(record.questions['2']).toEqual(earlier.questions['2']);
  });

  it('asks what is to be asked in any case', async () => {
    const earlier = await graded(answersFile(ANSWERS));
    expect(await again({ earlier }, grader())).toEqual([]);
    expect(await again({ earlier, again: ['2'] }, grader())).toEqual(['2']);
  });

  it('asks again what could not be checked', async () => {
    const earlier = await graded(
      answersFile(ANSWERS),
      {},
      grader({ ran: false, reason: 'No sandbox.' }),
    );
    expect(await again({ earlier }, grader())).toEqual(['3b']);
  });

  it('leaves out what has ended two workers', async () => {
    const record = await graded(answersFile(ANSWERS), { skip: { '2': 'timeout' } });
    expect(record.questions['2']).toMatchObject({ cause: 'timeout', settled: false });
    expect(record).toMatchObject({ cause: 'ok', points: 6 });
  });
});
