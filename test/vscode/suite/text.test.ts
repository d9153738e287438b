import { strict as assert } from 'node:assert';
import {
  ConfigurationTarget,
  type LanguageModelChat,
  LanguageModelError,
  commands,
  workspace,
} from 'vscode';
import { type Exam } from '../../../src/vscode/exam.ts';
import { reviewText } from '../../../src/vscode/reviewText.ts';
import { suggestReview } from '../../../src/vscode/suggestReview.ts';
import { taskViewState } from '../../../src/vscode/taskViewState.ts';
import { openedExam } from '../opened.ts';

const TEXT = 'A small norm of w limits the slope of y. Hence an L1 penalty.';

/** The same exam as one that counts. */
function asExam(exam: Exam): Exam {
  const seen: Partial<Exam> = {
    set: { ...exam.set, public: { ...exam.set.public, mode: 'exam', modelAnswers: false } },
    tasks: exam.tasks,
    task: (id) => exam.task(id),
    record: (id) => exam.record(id),
  };
  return seen as Exam; // all of it that is looked at
}

async function* inPieces(reply: string): AsyncGenerator<string> {
  for (const piece of reply.match(/[^]{1,20}/g) ?? []) yield await Promise.resolve(piece);
}

interface FakeModel {
  readonly model: LanguageModelChat;
  readonly asked: string[];
}

function modelReplying(reply: string | Error): FakeModel {
  const asked: string[] = [];
  const model: Partial<LanguageModelChat> = {
    name: 'Fake Model',
    sendRequest: (messages) => {
      asked.push(JSON.stringify(messages));
      if (reply instanceof Error) return Promise.reject(reply);
      return Promise.resolve({ text: inPieces(reply), stream: inPieces(reply) });
    },
  };
  return { model: model as LanguageModelChat, asked }; // nothing else of it is used
}

const setSuggestions = (on: boolean | undefined): Thenable<void> =>
  workspace.getConfiguration('exambench').update('suggestions', on, ConfigurationTarget.Global);

describe('comparing a text with its model answer', () => {
  it('waits for an answer that can be read', async () => {
    const { exam } = await openedExam();
    await exam.saveAnswer('3c', null);
    assert.throws(() => reviewText(exam, '3c'), /Write an answer first/);
    await exam.saveAnswer('3c', { text: '…' });
    assert.throws(() => reviewText(exam, '3c'), /Write an answer first/);
    await exam.saveAnswer('3c', { text: 'One. Two. Three.' });
    assert.throws(() => reviewText(exam, '3c'), /at most 2 sentences, found 3/);
    assert.throws(() => reviewText(exam, '1.1'), /not answered with a text/);
  });

  it('shows model answer and rubric, and whoever has seen them may see them again', async () => {
    const { exam } = await openedExam();
    await exam.saveAnswer('3c', { text: TEXT });
    const { modelAnswer, rubric } = reviewText(exam, '3c');
    assert.match(modelAnswer, /L1/);
    assert.equal(rubric.length, 2);
    await exam.saveAnswer('3c', { text: '', review: { of: TEXT, met: [] } });
    assert.equal(reviewText(exam, '3c').modelAnswer, modelAnswer);
  });

  it('shows nothing in an exam', async () => {
    const { exam } = await openedExam();
    await exam.saveAnswer('3c', { text: TEXT });
    assert.throws(() => reviewText(asExam(exam), '3c'), /In an exam/);
  });

  it('keeps ticks as the student’s own: a person grades', async () => {
    const { exam } = await openedExam();
    await exam.saveAnswer('3c', { text: TEXT, review: { of: TEXT, met: [1] } });
    await commands.executeCommand('exambench.checkQuestion', '3c');
    const { verdict } = exam.record('3c');
    assert.equal(verdict?.verdict, 'manual');
    assert.equal(verdict.points, 0);
    assert.deepEqual(verdict.evidence, {
      selfAssessment: { points: 1, met: [1], changed: false },
    });
  });
});

describe('asking a language model', () => {
  const reply = JSON.stringify({
    criteria: [
      { met: 'yes', why: 'It says so.' },
      { met: 'no', why: 'Nothing of it.' },
    ],
  });

  afterEach(() => setSuggestions(undefined));

  async function compared(): Promise<Exam> {
    const { exam } = await openedExam();
    await exam.saveAnswer('3c', { text: TEXT, review: { of: TEXT, met: [] } });
    return exam;
  }

  it('is off unless it is switched on', async () => {
    const exam = await compared();
    const { model, asked } = modelReplying(reply);
    await assert.rejects(
      suggestReview(exam, '3c', () => Promise.resolve([model])),
      /switched off/,
    );
    assert.deepEqual(asked, []);
  });

  it('is offered only to who wants it, and never in an exam', async () => {
    const exam = await compared();
    const task = exam.taskOf('3c').id;
    const offers = (to: Exam, wantsSuggestions: boolean) =>
      taskViewState(to, task, { isTrusted: true, writing: 'formula', wantsSuggestions });
    assert.equal(offers(exam, false).suggestions, false);
    assert.equal(offers(exam, true).suggestions, true);
    assert.equal(offers(exam, true).language, 'en');
    const counting = offers(asExam(exam), true);
    assert.deepEqual([counting.mode, counting.suggestions], ['exam', false]);
  });

  it('gives one suggestion a criterion, and changes nothing', async () => {
    const exam = await compared();
    await setSuggestions(true);
    const before = exam.record('3c');
    const { model, asked } = modelReplying(reply);
    assert.deepEqual(await suggestReview(exam, '3c', () => Promise.resolve([model])), {
      model: 'Fake Model',
      suggestions: [
        { met: 'yes', why: 'It says so.' },
        { met: 'no', why: 'Nothing of it.' },
      ],
    });
    assert.equal(asked.length, 1);
    assert.ok(asked[0]?.includes('A small norm of w'));
    assert.deepEqual(exam.record('3c'), before);
  });

  it('says what went wrong', async () => {
    const exam = await compared();
    await setSuggestions(true);
    const ask = (said: string | Error) =>
      suggestReview(exam, '3c', () => Promise.resolve([modelReplying(said).model]));
    await assert.rejects(ask('I cannot.'), /Fake Model gave no suggestions: .*not in the form/);
    await assert.rejects(ask(LanguageModelError.NoPermissions()), /have not allowed/);
    await assert.rejects(ask(new Error('off line')), /could not be asked: off line/);
    await assert.rejects(
      suggestReview(exam, '3c', () => Promise.resolve([])),
      /no language model/,
    );
  });

  it('asks nobody in an exam, nor before the text was compared', async () => {
    const exam = await compared();
    await setSuggestions(true);
    const { model, asked } = modelReplying(reply);
    const choose = () => Promise.resolve([model]);
    await assert.rejects(suggestReview(asExam(exam), '3c', choose), /In an exam/);
    await exam.saveAnswer('3c', { text: TEXT });
    await assert.rejects(suggestReview(exam, '3c', choose), /Compare with the model answer first/);
    assert.deepEqual(asked, []);
  });
});
