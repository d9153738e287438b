import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type AnswerSheet } from '../../../src/protocol/gradingMessages.ts';
import { type GradedSet, gradedFiles } from '../../../src/runtime/grading/gradedSet.ts';
import { GradingFolder } from '../../../src/runtime/grading/gradingFolder.ts';
import { GradingSession } from '../../../src/vscode/gradingView/gradingSession.ts';
import { EMPTY_RECORD, graded } from '../../support/gradedRecords.ts';

const SET: Readonly<Record<string, string>> = {
  'taskset.yaml': `format: 1
id: small
title: Small
language: en
version: 1.0.0
points: 3
variants: 3
variantSeed: nobody knows
tasks: [varied, plain]
`,
  'varied/task.yaml': `title: Varied
parameters:
  a: { integer: [11, 13] }
questions:
  - id: why
    kind: text
    title: Why
    points: 1
    prompt: 'Why is it {{a}}?'
    modelAnswer: 'For it is {{a}}.'
    rubric: [{ criterion: 'It names {{a}}', points: 1 }]
  - id: how
    kind: text
    title: How
    points: 1
    prompt: How is it?
    modelAnswer: Well.
    rubric: [{ criterion: It says so, points: 1 }]
`,
  'plain/task.yaml': `title: Plain
prompt: The same for all.
questions:
  - id: which
    kind: text
    title: Which
    points: 1
    prompt: Which one?
    modelAnswer: This.
    rubric: [{ criterion: It says so, points: 1 }]
`,
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variants-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const setWith = (files: Readonly<Record<string, string>>): GradedSet =>
  gradedFiles(new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])));

/** Six students, two of each variant, who all say the same. */
async function classOf(set: GradedSet): Promise<GradingSession> {
  await mkdir(join(folder, 'records'));
  for (const index of [0, 1, 2, 3, 4, 5]) {
    const submission = `s${index}`;
    const same = { text: 'So it is.' };
    const about = { submission, content: set.content };
    const own = set.setOf((index % 3) + 1);
    const { record } = await graded(own, { why: same, how: same, which: same }, about);
    await writeFile(join(folder, 'records', `${submission}.json`), JSON.stringify(record));
  }
  const grading = new GradingFolder(folder);
  await grading.writeHead({
    ...{ format: 1, taskSet: 'small', version: '1.0.0', content: set.content, seed: '5eed' },
    ...{ tool: EMPTY_RECORD.tool, isolation: 'none', started: '2026-06-01T09:00:00.000Z' },
  });
  const drafts = { kept: () => undefined, keep: () => undefined };
  const now = (): Date => new Date('2026-06-02T09:00:00Z');
  return await GradingSession.open({ folder: grading, set, dist: folder, now, drafts });
}

async function answersTo(session: GradingSession, question: string): Promise<AnswerSheet[]> {
  const { answers } = await session.handlers.openQuestion({ question });
  return await Promise.all(
    answers.map(({ key }) => Promise.resolve(session.handlers.showAnswer({ question, key }))),
  );
}

it('shows with each answer what its own variant asks, its model answer and its rubric', async () => {
  const set = setWith(SET);
  const session = await classOf(set);
  const found = new Map<number, string>();
  for (const { asked, answer } of await answersTo(session, 'why')) {
    const [value = ''] = /1[123]/.exec(asked?.prompt ?? '') ?? [];
    found.set(asked?.variant ?? 0, value);
    expect(asked?.modelAnswer).toContain(`For it is ${value}.`);
    expect(asked?.rubric[0]?.criterion).toContain(`It names ${value}`);
    expect(answer).not.toContain('Variant');
  }
  expect([...found.keys()].toSorted()).toEqual([1, 2, 3]);
  expect([...found.values()].toSorted()).toEqual(['11', '12', '13']);
  const sheet = await session.handlers.openQuestion({ question: 'why' });
  expect([sheet.variant, sheet.prompt]).toEqual([
    set.set.variant,
    expect.stringContaining(found.get(set.set.variant) ?? 'none'),
  ]);
});

it('takes answers for identical across variants where the same was asked, and only there', async () => {
  const session = await classOf(setWith(SET));
  const others = async (question: string): Promise<number[]> =>
    (await answersTo(session, question)).map(({ identical }) => identical.length);
  expect(await others('which')).toEqual([5, 5, 5, 5, 5, 5]);
  expect(await others('how')).toEqual([5, 5, 5, 5, 5, 5]);
  expect(await others('why')).toEqual([1, 1, 1, 1, 1, 1]);
});

it('takes none for identical across variants where the text above the question varies', async () => {
  const varied = SET['varied/task.yaml']?.replace(
    'parameters:',
    "prompt: 'Given {{a}}.'\nparameters:",
  );
  const session = await classOf(setWith({ ...SET, 'varied/task.yaml': varied ?? '' }));
  const how = await answersTo(session, 'how');
  expect(how.map(({ identical }) => identical.length)).toEqual([1, 1, 1, 1, 1, 1]);
});
