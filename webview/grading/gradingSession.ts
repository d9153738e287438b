/**
 * The view's side of grading a class: pulls what the host knows, goes from answer to answer and from question to question,
 * and says when something has to be drawn. All else lies in the parts that it is made of.
 */

import { type Listeners } from '../../src/protocol/contract.ts';
import {
  type AnswerEntry,
  type GradingEvents,
  type GradingQuestion,
  type GradingViewState,
} from '../../src/protocol/gradingMessages.ts';
import { type Shape, count, object, optional, string } from '../../src/protocol/shape.ts';
import { type Memory } from '../host.ts';
import { neighbour, nextOpen, nextOpenQuestion } from './answerOrder.ts';
import { DraftKeeper } from './draftKeeper.ts';
import { DraftShelf, type Place } from './draftShelf.ts';
import { STANDINGS } from './gradingWords.ts';
import { Lectern } from './lectern.ts';
import { type Ask, type Desk, Marking, type Settled } from './marking.ts';
import { ResultsDesk } from './resultsDesk.ts';

export interface Viewer {
  /** something changed that shows */
  readonly changed: () => void;
  /** the grader has gone to another answer or question */
  readonly moved: () => void;
  /** what they have gone to is there */
  readonly arrived: () => void;
}

interface Whereabouts {
  readonly question: string;
  readonly key?: number | undefined;
}

const whereaboutsShape: Shape<Whereabouts> = object<Whereabouts>({
  question: string,
  key: optional(count),
});

export class GradingSession {
  readonly marking: Marking;
  readonly lectern: Lectern;
  readonly results: ResultsDesk;
  readonly shelf: DraftShelf;
  readonly #host: Ask;
  readonly #viewer: Viewer;
  readonly #memory: Memory;
  #state: GradingViewState | undefined;
  #problem: string | undefined;
  #announcement = '';
  #notes: readonly string[] = [];
  readonly #dismissed = new Set<string>();
  /** on the first answer to a question it is open, from then on closed, unless the grader wants it otherwise */
  #prompt: { readonly isFirst: boolean; readonly wish?: boolean } = { isFirst: true };
  /** counts how often names were put on and off */
  #era = 0;
  /** what the grader wants and the host has not said yet */
  #namesWish: boolean | undefined;

  constructor(
    connect: (listeners: Listeners<GradingEvents>) => Ask,
    viewer: Viewer,
    memory: Memory,
  ) {
    this.#viewer = viewer;
    this.#memory = memory;
    this.#host = connect({
      stateChanged: (state) => {
        this.#state = state;
        void this.#try(() => this.lectern.refresh());
      },
    });
    const keeper = new DraftKeeper(this.#host);
    this.shelf = new DraftShelf(memory, (text) => {
      keeper.keep(text);
    });
    const { changed } = viewer;
    const say = (sentence: string): void => {
      this.#say(sentence);
    };
    this.results = new ResultsDesk(this.#host, { changed, say, unsaved: () => this.shelf.size });
    this.lectern = new Lectern({
      host: this.#host,
      changed,
      arrived: (isAnother) => {
        if (this.desk !== undefined) this.marking.arrive(this.desk, isAnother);
      },
    });
    this.marking = this.#newMarking(say);
  }

  #newMarking(say: (sentence: string) => void): Marking {
    return new Marking({
      host: this.#host,
      shelf: this.shelf,
      desk: () => this.desk,
      changed: this.#viewer.changed,
      say,
      settle: (ask) => this.#settle(ask),
      goOn: (from, saved) => {
        this.#goOn(from, saved);
      },
      goBack: ({ question, key }) => this.#go(question, key, 'Taken back.'),
    });
  }

  get state(): GradingViewState | undefined {
    return this.#state;
  }

  /** The question that lies open. */
  get question(): GradingQuestion | undefined {
    return this.#state?.questions.find(({ id }) => id === this.lectern.question);
  }

  /** Undefined until all of it has come. */
  get desk(): Desk | undefined {
    const { question } = this;
    const { sheet, answer } = this.lectern;
    return question && sheet && answer && { question, sheet, answer };
  }

  get showsNames(): boolean {
    return this.#namesWish ?? this.#state?.showsNames ?? false;
  }

  /** Why something could not be shown. */
  get problem(): string | undefined {
    return this.#problem;
  }

  get announcement(): string {
    return this.#announcement;
  }

  get notices(): readonly string[] {
    const told = this.#state?.notices.filter((notice) => !this.#dismissed.has(notice)) ?? [];
    return [...told, ...this.#notes];
  }

  /** Only what waits for a person is listed; on until it is switched off. */
  get isOpenOnly(): boolean {
    return this.#memory.recall('openOnly') !== false;
  }

  set isOpenOnly(isOn: boolean) {
    this.#memory.keep('openOnly', isOn);
    this.#viewer.changed();
  }

  get isPromptOpen(): boolean {
    return this.#prompt.wish ?? this.#prompt.isFirst;
  }

  set isPromptOpen(wish: boolean) {
    this.#prompt = { ...this.#prompt, wish };
    this.#viewer.changed();
  }

  /** Questions with open answers or drafts, and the one that lies open, or all of them. */
  get questions(): readonly GradingQuestion[] {
    const all = this.#state?.questions ?? [];
    if (!this.isOpenOnly) return all;
    return all.filter(
      ({ id, open }) => open > 0 || id === this.lectern.question || this.shelf.holds(id),
    );
  }

  /** The same of the answers to the question that lies open. */
  get entries(): readonly AnswerEntry[] {
    const { sheet, key } = this.lectern;
    if (sheet === undefined) return [];
    if (!this.isOpenOnly) return sheet.answers;
    const { question } = sheet;
    return sheet.answers.filter(
      (entry) =>
        entry.standing === 'open' ||
        entry.key === key ||
        this.shelf.get({ question, key: entry.key }) !== undefined,
    );
  }

  start(): Promise<void> {
    return this.#try(async () => {
      const { state, drafts } = await this.#host.request('ready', {});
      this.#state = state;
      if (drafts !== undefined) this.shelf.restore(drafts);
      this.#viewer.changed();
      const { questions } = state;
      const before = this.#recalled();
      const known = questions.find(({ id }) => id === before?.question);
      const question = known ?? nextOpenQuestion(questions, undefined) ?? questions[0];
      if (question !== undefined) await this.lectern.open(question.id, known && before?.key);
    });
  }

  /** After something could not be shown. */
  retry(): Promise<void> {
    return this.#state === undefined ? this.start() : this.#try(() => this.lectern.refresh());
  }

  /** @param key without: the first answer that is open */
  openQuestion(id: string, key?: number): Promise<void> {
    const { sheet } = this.lectern;
    const here = sheet?.question === id ? nextOpen(sheet.answers)?.key : undefined;
    return this.#go(id, key ?? here, '');
  }

  show(key: number): Promise<void> {
    const { question } = this.lectern;
    return question === undefined ? Promise.resolve() : this.#go(question, key, '');
  }

  /** To the neighbour in the list. */
  step(way: 1 | -1): void {
    const next = neighbour(this.entries, this.lectern.key, way);
    if (next !== undefined) void this.show(next.key);
    else this.#say(way > 0 ? 'This is the last one listed.' : 'This is the first one listed.');
  }

  nextQuestion(): void {
    const here = this.lectern.key === undefined ? this.question : undefined;
    const next =
      here !== undefined && here.open > 0
        ? here
        : nextOpenQuestion(this.#state?.questions ?? [], this.lectern.question);
    if (next === undefined) this.#say('No other question has open answers.');
    else void this.openQuestion(next.id);
  }

  /** What the Enter key means: to save and go on, or just to go on where nothing lies open. */
  enter(): void {
    if (this.lectern.key === undefined) this.nextQuestion();
    else void this.marking.save();
  }

  /** To an answer with changes that were not saved. */
  openDraft(): void {
    const { first } = this.shelf;
    if (first !== undefined) void this.openQuestion(first.question, first.key);
  }

  showNames(on: boolean): Promise<void> {
    this.#era += 1;
    const era = this.#era;
    this.#namesWish = on;
    this.lectern.conceal();
    this.#say('');
    return this.#try(async () => {
      try {
        const state = await this.#host.request('showNames', { on });
        if (era === this.#era) this.#state = state;
      } finally {
        if (era === this.#era) {
          this.#namesWish = undefined;
          await this.lectern.refresh();
        }
      }
    });
  }

  dismiss(notice: string): void {
    this.#dismissed.add(notice);
    this.#notes = this.#notes.filter((note) => note !== notice);
    this.#viewer.changed();
  }

  async #go(question: string, key: number | undefined, said: string): Promise<void> {
    const { lectern } = this;
    const isSame = question === lectern.question && lectern.sheet !== undefined;
    this.#prompt = isSame ? { ...this.#prompt, isFirst: false } : { isFirst: true };
    await this.#try(async () => {
      const going = isSame ? lectern.show(key) : lectern.open(question, key);
      this.#viewer.moved();
      await going;
      // whoever has gone on since is told of where they are then
      if (lectern.answer !== undefined || lectern.key === undefined) this.#arrive(said);
    });
  }

  #arrive(said: string): void {
    const { question, key } = this.lectern;
    if (question === undefined) return;
    this.#memory.keep('place', { question, key });
    this.#viewer.arrived();
    const { entry } = this.lectern;
    const where = entry
      ? `${entry.name}, ${STANDINGS[entry.standing]}.`
      : `Question ${question}: nothing is open any more.`;
    this.#say(`${said} ${where}`.trim());
  }

  /** On after a save, unless the grader has gone elsewhere meanwhile. */
  #goOn(from: Place, said: string): void {
    const { lectern } = this;
    if (lectern.question === from.question && lectern.key === from.key) {
      const next = nextOpen(lectern.sheet?.answers ?? [], from.key);
      void this.#go(from.question, next?.key, said);
      return;
    }
    this.#say(said);
    if (lectern.question === from.question) void this.#try(() => lectern.refresh());
  }

  async #settle(ask: () => Promise<Settled | undefined>): Promise<void> {
    const era = this.#era;
    const settled = await ask();
    if (settled === undefined) return;
    const { question, saved } = settled;
    if (saved.note !== undefined) this.#notes = [...this.#notes, saved.note];
    // names that came with it may be those that are hidden since; the list is on its way then
    if (era === this.#era) {
      this.#state = saved.state;
      this.lectern.merge(question, saved.entries);
    }
    this.#viewer.changed();
  }

  #recalled(): Whereabouts | undefined {
    try {
      return whereaboutsShape(this.#memory.recall('place'), 'place');
    } catch {
      return undefined; // there was none yet
    }
  }

  #say(sentence: string): void {
    this.#announcement = sentence;
    this.#viewer.changed();
  }

  async #try(run: () => Promise<void>): Promise<void> {
    this.#problem = undefined;
    try {
      await run();
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
      this.#announcement = this.#problem;
    }
    this.#viewer.changed();
  }
}
