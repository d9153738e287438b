/** The host of a grading view without an editor: holds decisions in memory, can be slow, and can fail. */
import { type Handlers } from '../../../src/protocol/contract.ts';
import {
  type AnswerDecision,
  type AnswerEntry,
  type AnswerSheet,
  type GradingRequests,
  type GradingSheet,
  type GradingViewState,
  type Saved,
} from '../../../src/protocol/gradingMessages.ts';
import { type ClassAnswer, type ClassQuestion, block, smallClass } from './gradingClass.ts';

interface Decided {
  readonly question: string;
  readonly keys: readonly number[];
  readonly decision: AnswerDecision;
}

type Params<M extends keyof GradingRequests> = Parameters<GradingRequests[M]>[0];

export class GradingHost {
  /** in the order in which they came; what failed is not among them */
  readonly decided: Decided[] = [];
  readonly #class: readonly ClassQuestion[];
  readonly #changes: Partial<GradingViewState>;
  readonly #decisions = new Map<number, AnswerDecision>();
  #showsNames = false;
  #isStale = false;
  /** says why the next request of this name comes to nothing */
  readonly fails = new Map<keyof GradingRequests, string>();
  /** a reply of this name waits for it */
  readonly waits = new Map<keyof GradingRequests, (params: object) => Promise<unknown>>();
  note: string | undefined;
  /** what the view gave to keep */
  drafts = '';

  constructor(questions = smallClass(), changes: Partial<GradingViewState> = {}) {
    this.#class = questions;
    this.#changes = changes;
  }

  state(): GradingViewState {
    const count = (question: ClassQuestion, wanted: AnswerEntry['standing']): number =>
      question.answers.filter((answer) => this.#standing(answer) === wanted).length;
    return {
      taskSetTitle: 'Machine Learning 1',
      language: 'en',
      submissions: this.#class[0]?.answers.length ?? 0,
      questions: this.#class.map((question) => ({
        id: question.id,
        title: question.title,
        points: question.points,
        open: count(question, 'open'),
        decided: count(question, 'decided'),
      })),
      showsNames: this.#showsNames,
      notices: [],
      isStale: this.#isStale,
      ...this.#changes,
    };
  }

  get handlers(): Handlers<GradingRequests> {
    return {
      ready: () =>
        this.#reply('ready', {}, () => ({ state: this.state(), drafts: this.drafts || undefined })),
      keepDrafts: (params) =>
        this.#reply('keepDrafts', params, () => {
          this.drafts = params.text;
          return null;
        }),
      openQuestion: (params) => this.#reply('openQuestion', params, () => this.#open(params)),
      showAnswer: (params) => this.#reply('showAnswer', params, () => this.#show(params)),
      decide: (params) => this.#reply('decide', params, () => this.#decide(params)),
      undo: (params) => this.#reply('undo', params, () => this.#undo()),
      typeset: (params) => this.#reply('typeset', params, () => block(params.text)),
      showNames: (params) =>
        this.#reply('showNames', params, () => {
          this.#showsNames = params.on;
          return this.state();
        }),
      writeResults: (params) =>
        this.#reply('writeResults', params, () => {
          this.#isStale = false;
          return 'Wrote 4 pages and grades.csv.';
        }),
    };
  }

  /** What is answered is what was so when it was asked. */
  async #reply<T>(method: keyof GradingRequests, params: object, made: () => T): Promise<T> {
    const failure = this.fails.get(method);
    this.fails.delete(method);
    const reply = failure === undefined ? made() : undefined;
    await this.waits.get(method)?.(params);
    if (reply === undefined) throw new Error(failure);
    return reply;
  }

  #question(id: string): ClassQuestion {
    const found = this.#class.find((question) => question.id === id);
    if (found === undefined) throw new Error(`There is no question ${id}.`);
    return found;
  }

  #standing({ sheet, standing }: ClassAnswer): AnswerEntry['standing'] {
    return this.#decisions.has(sheet.key) ? 'decided' : standing;
  }

  #entry(answer: ClassAnswer, index: number): AnswerEntry {
    const { key, settled, points } = answer.sheet;
    const own = this.#decisions.get(key)?.points ?? (settled ? points : undefined);
    return {
      key,
      name: this.#showsNames ? answer.student : `Submission ${index + 1}`,
      standing: this.#standing(answer),
      points: own,
    };
  }

  #open({ question: id }: Params<'openQuestion'>): GradingSheet {
    const { prompt, modelAnswer, rubric, answers } = this.#question(id);
    const entries = answers.map((answer, index) => this.#entry(answer, index));
    return { question: id, prompt, modelAnswer, rubric, answers: entries };
  }

  #show({ question, key }: Params<'showAnswer'>): AnswerSheet {
    const found = this.#question(question).answers.find(({ sheet }) => sheet.key === key);
    if (found === undefined) throw new Error(`There is no answer ${key} to ${question}.`);
    const same = this.#question(question).answers.filter(
      ({ sheet }) => sheet.key !== key && sheet.answer === found.sheet.answer,
    );
    const identical = same.map(({ sheet }) => sheet.key);
    return { ...found.sheet, identical, decision: this.#decisions.get(key) };
  }

  #decide(params: Params<'decide'>): Saved {
    const { question, keys, decision } = params;
    this.decided.push(params);
    for (const key of keys) this.#decisions.set(key, decision);
    this.#isStale = true;
    const note = this.note;
    this.note = undefined;
    return { ...this.#saved(question, keys), note };
  }

  #saved(question: string, keys: readonly number[]): Saved {
    const { answers } = this.#open({ question });
    return { entries: answers.filter(({ key }) => keys.includes(key)), state: this.state() };
  }

  #undo(): ReturnType<GradingRequests['undo']> {
    const last = this.decided.pop();
    if (last === undefined) return {};
    const { question, keys } = last;
    for (const key of keys) this.#decisions.delete(key);
    return { question, key: keys[0], saved: this.#saved(question, keys) };
  }
}
