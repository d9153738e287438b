import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Decisions } from '../../../src/core/gradebook/gradeRecord.ts';
import { type GradingViewState } from '../../../src/protocol/gradingMessages.ts';
import { openGradingHost, openGradingView } from '../../../src/protocol/gradingChannel.ts';
import { GradingFolder } from '../../../src/runtime/grading/gradingFolder.ts';
import { GradingSession } from '../../../src/vscode/gradingView/gradingSession.ts';
import { type GradedFolder, gradedExam } from '../../support/gradingFolder.ts';

const DIST = join(import.meta.dirname, '../../../dist');
const NOW = '2026-06-02T09:00:00.000Z';
const TICKED = { points: 1, ticks: [0], comment: 'Say *why*.' };

let given: GradedFolder;
// the first one grades, which takes its time on a busy machine
beforeAll(async () => {
  await (await gradedExam(1)).remove();
}, 300_000);
beforeEach(async () => {
  given = await gradedExam(14);
});
afterEach(() => given.remove());

async function opened(): Promise<GradingSession> {
  const { path, set } = given;
  const folder = new GradingFolder(path);
  return await GradingSession.open({ folder, set, dist: DIST, now: () => new Date(NOW), drafts });
}

let kept = '';
const drafts = {
  kept: () => kept || undefined,
  keep: (text: string) => {
    kept = text;
  },
};

const decided = async (submission: string): Promise<Decisions> =>
  JSON.parse(
    await readFile(join(given.path, 'decisions', `${submission}.json`), 'utf8'),
  ) as Decisions;

const openIn = (state: GradingViewState, id: string): number | undefined =>
  state.questions.find((question) => question.id === id)?.open;

/** The answers to a question that wait for a person. */
async function waiting({ handlers }: GradingSession, question = '3c'): Promise<number[]> {
  const { answers } = await handlers.openQuestion({ question });
  return answers.filter(({ standing }) => standing === 'open').map(({ key }) => key);
}

async function firstWaiting(session: GradingSession, question = '3c'): Promise<number> {
  const [key] = await waiting(session, question);
  if (key === undefined) throw new Error('nothing waits for a person');
  return key;
}

/** With names on: whose answer it is. */
async function submissionOf(session: GradingSession, key: number): Promise<string> {
  await session.handlers.showNames({ on: true });
  const { answers } = await session.handlers.openQuestion({ question: '3c' });
  await session.handlers.showNames({ on: false });
  const name = answers.find((answer) => answer.key === key)?.name ?? '';
  return /hopper-\d+/.exec(name)?.[0] ?? '';
}

describe('what a grading view is told', () => {
  it('is every question, with how many answers wait for a person', async () => {
    const { state } = await opened();
    expect(state.questions.map(({ id }) => id)).toEqual(
      given.set.set.tasks.flatMap(({ questions }) => questions.map(({ id }) => id)),
    );
    const open = given.records.filter(({ questions }) => questions['3c']?.settled === false);
    expect(openIn(state, '3c')).toBe(open.length);
    expect(open.length).toBeGreaterThan(3);
    expect([state.showsNames, state.isStale]).toEqual([false, true]);
  });

  it('leaves out what could not be read as a whole, and says how many those are', async () => {
    const { state } = await opened();
    const broken = given.records.filter(({ questions }) => Object.keys(questions).length === 0);
    expect(broken.length).toBeGreaterThan(0);
    expect(state.submissions).toBe(given.records.length - broken.length);
    expect(state.notices).toEqual([
      expect.stringContaining(`of their answers: ${broken.length} submission`),
    ]);
  });

  it('has prompt, model answer and rubric of a text, and no rubric of what is checked', async () => {
    const { handlers } = await opened();
    const sheet = await handlers.openQuestion({ question: '3c' });
    expect(sheet.prompt).toContain('<details class="task">');
    expect(sheet.modelAnswer).toContain('class="prose"');
    expect(sheet.rubric.length).toBeGreaterThan(0);
    expect((await handlers.openQuestion({ question: '1.1' })).rubric).toEqual([]);
  });

  it('draws the model answer of every kind', async () => {
    const { state, handlers } = await opened();
    for (const { id } of state.questions) {
      const { modelAnswer } = await handlers.openQuestion({ question: id });
      expect([id, modelAnswer?.length]).toEqual([id, expect.any(Number)]);
      expect(modelAnswer).not.toContain('No answer');
    }
  });
});

describe('a grading without names', () => {
  it('has no student and no file in any reply, until names are asked for', async () => {
    const session = await opened();
    const { handlers } = session;
    const said: unknown[] = [await handlers.ready({})];
    for (const { id } of session.state.questions) {
      const sheet = await handlers.openQuestion({ question: id });
      said.push(sheet);
      for (const { key } of sheet.answers)
        said.push(await handlers.showAnswer({ question: id, key }));
    }
    const key = await firstWaiting(session);
    said.push(await handlers.decide({ question: '3c', keys: [key], decision: TICKED }));
    said.push(await handlers.undo({}), await handlers.writeResults({}));
    expect(JSON.stringify(said)).not.toMatch(/hopper/i);
    await handlers.showNames({ on: true });
    const { answers } = await handlers.openQuestion({ question: '3c' });
    expect(answers[0]?.name).toMatch(/^Grace Hopper \d+ \(hopper-\d+\)$/);
  });

  it('has none in what it says of a failure either', async () => {
    const session = await opened();
    const key = await firstWaiting(session);
    const submission = await submissionOf(session, key);
    await mkdir(join(given.path, 'decisions'));
    await writeFile(
      join(given.path, 'decisions', `${submission}.json`),
      `{"submission":"${submission}"`,
    );
    const failed = Promise.resolve(
      session.handlers.decide({ question: '3c', keys: [key], decision: TICKED }),
    );
    await expect(failed).rejects.toThrow(
      /^Nothing was saved\. Submission \d+: .* cannot be read\.$/,
    );
  });

  it('has another order and other numbers for each question, the same ones for everybody', async () => {
    const [one, other] = [await opened(), await opened()];
    const keys = async ({ handlers }: GradingSession, question: string) =>
      (await handlers.openQuestion({ question })).answers.map(({ key }) => key);
    expect(await keys(one, '3c')).toEqual(await keys(other, '3c'));
    expect(new Set([...(await keys(one, '3c')), ...(await keys(one, '5c'))]).size).toBe(
      2 * one.state.submissions,
    );
    const names = async (question: string) => {
      await one.handlers.showNames({ on: true });
      return (await one.handlers.openQuestion({ question })).answers.map(({ name }) => name);
    };
    expect(await names('3c')).not.toEqual(await names('5c'));
    expect((await names('3c')).toSorted()).toEqual((await names('5c')).toSorted());
  });
});

describe('a decision', () => {
  it('is on disk when it is answered, and counts at once', async () => {
    const session = await opened();
    const key = await firstWaiting(session);
    const before = openIn(session.state, '3c') ?? 0;
    const saved = await session.handlers.decide({ question: '3c', keys: [key], decision: TICKED });
    expect(saved.entries).toMatchObject([{ key, standing: 'decided', points: 1 }]);
    expect([openIn(saved.state, '3c'), saved.state.isStale]).toEqual([before - 1, true]);
    const submission = await submissionOf(session, key);
    expect(await decided(submission)).toEqual({
      ...{ format: 1, submission },
      questions: { '3c': { ...TICKED, decidedAt: NOW } },
    });
    const sheet = await session.handlers.showAnswer({ question: '3c', key });
    expect(sheet.decision).toEqual(TICKED);
    expect([sheet.settled, sheet.outcome.tone]).toEqual([false, 'open']);
  });

  it('may be about an answer that was checked', async () => {
    const session = await opened();
    const { answers } = await session.handlers.openQuestion({ question: '1.1' });
    const wrong = answers.find(({ points }) => points === 0);
    const decision = { points: 0.5, ticks: [], comment: '' };
    const saved = await session.handlers.decide({
      question: '1.1',
      keys: [wrong?.key ?? 0],
      decision,
    });
    expect(saved.entries).toMatchObject([{ standing: 'decided', points: 0.5 }]);
  });

  it('is refused with points or ticks that the question does not have, and nothing is written', async () => {
    const session = await opened();
    const key = await firstWaiting(session);
    const decide = (decision: typeof TICKED) =>
      Promise.resolve(session.handlers.decide({ question: '3c', keys: [key], decision }));
    await expect(decide({ ...TICKED, points: 99 })).rejects.toThrow(
      /from 0 to \d+ points; found 99/,
    );
    await expect(decide({ ...TICKED, points: NaN })).rejects.toThrow('found NaN');
    await expect(decide({ ...TICKED, ticks: [7] })).rejects.toThrow('no criterion 8');
    expect(await readdir(join(given.path, 'decisions')).catch(() => [])).toEqual([]);
  });

  it('is one for all identical answers where that is wanted, whatever their spaces', async () => {
    const [one, other] = given.records.filter(
      ({ questions }) => questions['3c']?.settled === false,
    );
    if (one === undefined || other === undefined) throw new Error('two texts are needed');
    for (const [record, text] of [
      [one, 'It  holds.\nAlways. '],
      [other, 'It holds. Always.'],
    ] as const) {
      const answers = { ...record.answers, '3c': { text } };
      const path = join(given.path, 'records', `${record.submission}.json`);
      await writeFile(path, JSON.stringify({ ...record, answers }));
    }
    const session = await opened();
    let shared: readonly number[] = [];
    for (const key of await waiting(session)) {
      const { identical, answer } = await session.handlers.showAnswer({ question: '3c', key });
      if (answer.includes('It holds')) shared = [key, ...identical];
    }
    expect(shared.length).toBe(2);
    const saved = await session.handlers.decide({ question: '3c', keys: shared, decision: TICKED });
    expect(saved.entries.length).toBe(2);
    for (const { submission } of [one, other]) {
      expect((await decided(submission)).questions['3c']?.points).toBe(1);
    }
    expect(
      (await session.handlers.undo({})).saved?.entries.map(({ standing }) => standing),
    ).toEqual(['open', 'open']);
  });

  it('can be taken back, one after the other, down to what was there before', async () => {
    const session = await opened();
    const { handlers } = session;
    const key = await firstWaiting(session);
    const submission = await submissionOf(session, key);
    for (const points of [0, 1]) {
      await handlers.decide({ question: '3c', keys: [key], decision: { ...TICKED, points } });
    }
    expect(await handlers.undo({})).toMatchObject({
      question: '3c',
      key,
      saved: { entries: [{ points: 0 }] },
    });
    expect((await decided(submission)).questions['3c']?.points).toBe(0);
    expect(await handlers.undo({})).toMatchObject({ saved: { entries: [{ standing: 'open' }] } });
    expect((await decided(submission)).questions).toEqual({});
    expect(await handlers.undo({})).toEqual({});
  });
});

describe('two windows on one grading', () => {
  it('lose nothing of each other: other questions of the same student are merged', async () => {
    const [one, other] = [await opened(), await opened()];
    const key = await firstWaiting(one);
    const submission = await submissionOf(one, key);
    await one.handlers.showNames({ on: true });
    const { answers } = await one.handlers.openQuestion({ question: '5c' });
    const same = answers.find(({ name }) => name.includes(submission))?.key ?? 0;
    await Promise.all([
      one.handlers.decide({ question: '3c', keys: [key], decision: TICKED }),
      other.handlers.decide({ question: '5c', keys: [same], decision: { ...TICKED, points: 0.5 } }),
    ]);
    expect((await decided(submission)).questions).toMatchObject({
      '3c': { points: 1 },
      '5c': { points: 0.5 },
    });
  });

  it('write fifty decisions at once and all are there', async () => {
    const sessions = [await opened(), await opened()];
    await Promise.all(
      ['3c', '1.1', '1.2', '1.3'].flatMap((question) =>
        sessions.map(async ({ handlers }) => {
          const { answers } = await handlers.openQuestion({ question });
          for (const { key } of answers.slice(0, 6)) {
            await handlers.decide({
              question,
              keys: [key],
              decision: { points: 0.5, ticks: [], comment: '' },
            });
          }
        }),
      ),
    );
    const { state } = await opened();
    expect(state.questions.filter(({ decided: count }) => count === 6).length).toBe(4);
  });

  it('say so where both decide the same answer, and the last one stands', async () => {
    const [one, other] = [await opened(), await opened()];
    const key = await firstWaiting(one);
    await one.handlers.showAnswer({ question: '3c', key });
    await other.handlers.decide({
      question: '3c',
      keys: [key],
      decision: { ...TICKED, points: 2 },
    });
    // hearing of the change is not yet having been shown it
    expect(await one.refresh()).toBe(true);
    const saved = await one.handlers.decide({ question: '3c', keys: [key], decision: TICKED });
    expect(saved.note).toBe(
      'Another window had given 2 to this answer meanwhile; that is replaced now.',
    );
    expect((await decided(await submissionOf(one, key))).questions['3c']?.points).toBe(1);
    const again = await one.handlers.decide({ question: '3c', keys: [key], decision: TICKED });
    expect(again.note).toBeUndefined();
    const undone = await other.handlers.undo({});
    expect(undone.saved?.note).toContain('left as it is: 1 answer');
    expect((await decided(await submissionOf(one, key))).questions['3c']?.points).toBe(1);
  });
});

describe('files that change or cannot be read', () => {
  it('decisions that cannot be read are told, left alone, and keep the results as they are', async () => {
    const [submission = ''] = given.head.submissions ?? [];
    await mkdir(join(given.path, 'decisions'));
    const path = join(given.path, 'decisions', `${submission}.json`);
    await writeFile(path, 'torn {');
    const session = await opened();
    expect(session.state.notices).toContainEqual(
      expect.stringContaining('Files of decisions that cannot be read: 1.'),
    );
    await expect(session.writeResults()).rejects.toThrow('left as they are');
    expect(await readFile(path, 'utf8')).toBe('torn {');
  });

  it('a record that cannot be read is told, and one that was made anew is seen', async () => {
    const session = await opened();
    const [{ submission } = { submission: '' }] = given.records;
    const path = join(given.path, 'records', `${submission}.json`);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.slice(0, 100));
    expect(await session.refresh()).toBe(true);
    expect(session.state.notices).toContainEqual(
      expect.stringContaining('Records that cannot be read: 1.'),
    );
    await rm(path);
    await writeFile(path, text);
    expect(await session.refresh()).toBe(true);
    expect(session.state.notices.join()).not.toContain('Records');
    expect(await session.refresh()).toBe(false);
  });

  it('another task set than the one that was graded with is told', async () => {
    await new GradingFolder(given.path).writeHead({ ...given.head, content: '0'.repeat(64) });
    const { state } = await opened();
    expect(state.notices).toContainEqual(expect.stringContaining('The task set has changed'));
    expect(state.notices).toContainEqual(
      expect.stringContaining('earlier version of the task set: 14 submissions'),
    );
  });
});

describe('results', () => {
  it('are written with what was decided, and are not stale until something is decided anew', async () => {
    const session = await opened();
    const { handlers } = session;
    const key = await firstWaiting(session);
    const submission = await submissionOf(session, key);
    await handlers.decide({ question: '3c', keys: [key], decision: TICKED });
    expect(await handlers.writeResults({})).toMatch(
      /^The results of 14 submissions are written\. \d+ answers still open\.$/,
    );
    expect(session.state.isStale).toBe(false);
    expect((await opened()).state.isStale).toBe(false);
    const page = await readFile(join(given.path, 'students', `${submission}.html`), 'utf8');
    expect(page).toContain('Say <em>why</em>.');
    const table = await readFile(join(given.path, 'grades.csv'), 'utf8');
    expect(table.split(/\r?\n/).filter((line) => line.startsWith('hopper')).length).toBe(14);
    await handlers.undo({});
    expect([session.state.isStale, (await opened()).state.isStale]).toEqual([true, true]);
    await handlers.writeResults({});
    expect(
      await readFile(join(given.path, 'students', `${submission}.html`), 'utf8'),
    ).not.toContain('Say <em>why');
  });
});

describe('a class of 500', () => {
  let many: GradedFolder;
  beforeAll(async () => {
    many = await gradedExam(500);
  });
  afterAll(() => many.remove());

  it('looks at each record once, however much is decided', async () => {
    const folder = new GradingFolder(many.path);
    let reads = 0;
    const counting = new Proxy(folder, {
      get: (target, name) => {
        if (name === 'record') reads += 1;
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const session = await GradingSession.open({
      folder: counting,
      set: many.set,
      dist: DIST,
      now: () => new Date(NOW),
      drafts,
    });
    for (const key of (await waiting(session)).slice(0, 20)) {
      const { identical } = await session.handlers.showAnswer({ question: '3c', key });
      const keys = [key, ...identical.slice(0, 3)];
      await session.handlers.decide({ question: '3c', keys, decision: TICKED });
      await session.refresh();
    }
    expect(reads).toBe(500);
  });
});

it('a view and its host understand each other', async () => {
  const session = await opened();
  const ends: ((message: unknown) => void)[] = [];
  const transport = (own: number) => ({
    send: (message: unknown) => ends[1 - own]?.(JSON.parse(JSON.stringify(message))),
    listen: (receive: (message: unknown) => void) => {
      ends[own] = receive;
      return () => undefined;
    },
  });
  const troubles: string[] = [];
  const log = (sentence: string) => troubles.push(sentence);
  openGradingHost(transport(0), session.handlers, log);
  const view = openGradingView(transport(1), { stateChanged: () => undefined }, log);
  const opening = await view.request('ready', {});
  expect(opening).toEqual({ state: session.state });
  expect(await view.request('keepDrafts', { text: '[1]' })).toBeNull();
  expect((await view.request('ready', {})).drafts).toBe('[1]');
  await view.request('keepDrafts', { text: '' });
  expect((await view.request('ready', {})).drafts).toBeUndefined();
  const sheet = await view.request('openQuestion', { question: '3c' });
  const key = sheet.answers[0]?.key ?? 0;
  expect((await view.request('showAnswer', { question: '3c', key })).key).toBe(key);
  await expect(view.request('showAnswer', { question: '3c', key: 1 })).rejects.toThrow(
    'not there any more',
  );
  expect(await view.request('typeset', { text: '$x$ <b>' })).toContain('&lt;b&gt;');
  expect(troubles).toEqual(['showAnswer failed']);
});
