/**
 * What the grader does with the answer that lies before them: ticks, points and comment as a draft, kept until it is on
 * disk. Decisions go to the host one after the other, each with the number of the answer that it was made for.
 */

import {
  type AnswerSheet,
  type GradingQuestion,
  type GradingSheet,
  type Saved,
} from '../../src/protocol/gradingMessages.ts';
import { type GradingViewChannel } from '../../src/protocol/gradingChannel.ts';
import { CommentPreview } from './commentPreview.ts';
import {
  type DecisionDraft,
  type Worth,
  isSame,
  pointsIn,
  stepped,
  tidied,
  toggled,
  untouched,
  withPoints,
} from './decisionDraft.ts';
import { type DraftShelf, type Place, nameOf } from './draftShelf.ts';

export type Ask = Pick<GradingViewChannel, 'request'>;

/** What lies before the grader, all of it arrived. */
export interface Desk {
  readonly question: GradingQuestion;
  readonly sheet: GradingSheet;
  readonly answer: AnswerSheet;
}

/** What a request has changed on disk. */
export interface Settled {
  readonly question: string;
  readonly saved: Saved;
}

export interface MarkingParts {
  readonly host: Ask;
  readonly shelf: DraftShelf;
  readonly desk: () => Desk | undefined;
  readonly changed: () => void;
  readonly say: (sentence: string) => void;
  /** has the host asked for something that changes what is on disk */
  readonly settle: (ask: () => Promise<Settled | undefined>) => Promise<void>;
  /** goes to the next open answer, unless the grader has gone elsewhere */
  readonly goOn: (from: Place, saved: string) => void;
  readonly goBack: (to: Place) => Promise<void>;
}

const UNREADY = {
  missing: 'No points yet. Tick what is met, or give points; 0 gives none.',
  unreadable: 'The points cannot be read.',
};

export class Marking {
  readonly preview: CommentPreview;
  readonly #parts: MarkingParts;
  readonly #saving = new Set<string>();
  readonly #failures = new Map<string, string>();
  /** the answer whose decision is to hold for identical ones as well */
  #shared: string | undefined;
  #line: Promise<unknown> = Promise.resolve();
  #complaint: string | undefined;

  constructor(parts: MarkingParts) {
    this.#parts = parts;
    this.preview = new CommentPreview(
      (text) => parts.host.request('typeset', { text }),
      parts.changed,
    );
  }

  draft(desk: Desk): DecisionDraft {
    return this.#parts.shelf.get(placeOf(desk)) ?? untouched(desk.answer, worthOf(desk));
  }

  isUnsaved(place: Place): boolean {
    return this.#parts.shelf.get(place) !== undefined;
  }

  isSaving(place: Place): boolean {
    return this.#saving.has(nameOf(place));
  }

  isShared(place: Place): boolean {
    return this.#shared === nameOf(place);
  }

  /** Why the last save of this answer came to nothing. */
  failureAt(place: Place): string | undefined {
    return this.#failures.get(nameOf(place));
  }

  /** Why the answer cannot be saved as it stands, once that was tried. */
  get complaint(): string | undefined {
    return this.#complaint;
  }

  /** Another answer lies there, or the same one as it is on disk now. */
  arrive(desk: Desk, isAnother: boolean): void {
    if (isAnother) {
      this.#shared = undefined;
      this.#complaint = undefined;
    }
    const { comment } = this.draft(desk);
    if (isAnother || comment !== this.preview.text) this.preview.begin(comment);
  }

  tick(place: number): void {
    this.#change((draft, worth) =>
      place < worth.rubric.length ? toggled(draft, place, worth) : draft,
    );
  }

  /** @param points as typed; empty: what the ticks add up to */
  give(points: string): void {
    this.#change((draft) => withPoints(draft, points));
  }

  /** What was typed is finished, or points are given at once. */
  settle(points?: string): void {
    this.#change((draft, worth) => tidied({ ...draft, given: points ?? draft.given }, worth));
  }

  useSum(): void {
    this.#change((draft) => ({ ...draft, given: undefined }));
  }

  step(way: 1 | -1): void {
    this.#change((draft, worth) => stepped(draft, way, worth));
  }

  comment(comment: string): void {
    this.#change((draft) => ({ ...draft, comment }));
    this.preview.type(comment);
  }

  share(isOn: boolean): void {
    const desk = this.#parts.desk();
    if (desk === undefined) return;
    this.#shared = isOn ? nameOf(placeOf(desk)) : undefined;
    this.#parts.changed();
  }

  /** Where there are identical answers: for all of them, or for this one alone again. */
  toggleShared(): void {
    const desk = this.#parts.desk();
    if (desk === undefined || desk.answer.identical.length === 0) return;
    const isOn = !this.isShared(placeOf(desk));
    this.share(isOn);
    const { length } = desk.answer.identical;
    this.#parts.say(isOn ? `For all ${length + 1} identical answers.` : 'For this answer alone.');
  }

  /** What was not saved of this answer is given up. */
  discard(): void {
    const desk = this.#parts.desk();
    if (desk === undefined) return;
    this.#parts.shelf.drop(placeOf(desk));
    this.#failures.delete(nameOf(placeOf(desk)));
    this.arrive(desk, true);
    this.#parts.say('What was not saved is discarded.');
  }

  /** Saves what is not saved yet, and goes on. */
  async save(): Promise<void> {
    const desk = this.#parts.desk();
    if (desk === undefined) return;
    const place = placeOf(desk);
    if (this.isSaving(place)) return;
    const draft = this.draft(desk);
    const points = pointsIn(draft, worthOf(desk));
    if (typeof points === 'string') this.#complain(UNREADY[points]);
    else if (this.isUnsaved(place) || this.isShared(place)) await this.#send(desk, draft, points);
    else this.#parts.goOn(place, '');
  }

  /** Takes back what was decided last, wherever that was. */
  async undo(): Promise<void> {
    await this.#inLine(async () => {
      let back: Place | undefined;
      await this.#parts.settle(async () => {
        const { question, key, saved } = await this.#parts.host.request('undo', {});
        if (question === undefined || key === undefined) return undefined;
        back = { question, key };
        return saved && { question, saved };
      });
      if (back === undefined) this.#parts.say('There is nothing to take back.');
      else await this.#parts.goBack(back);
    });
  }

  async #send(desk: Desk, draft: DecisionDraft, points: number): Promise<void> {
    const place = placeOf(desk);
    const keys = [place.key, ...(this.isShared(place) ? desk.answer.identical : [])];
    const decision = { points, ticks: draft.ticks, comment: draft.comment };
    const { question } = place;
    const ask = async () => ({
      question,
      saved: await this.#parts.host.request('decide', { question, keys, decision }),
    });
    this.#saving.add(nameOf(place));
    this.#failures.delete(nameOf(place));
    this.#complaint = undefined;
    this.#parts.changed();
    try {
      await this.#inLine(() => this.#parts.settle(ask));
      this.#put(desk, draft);
      this.#parts.goOn(place, keys.length === 1 ? 'Saved.' : `Saved for ${keys.length} answers.`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#failures.set(nameOf(place), reason);
      this.#parts.say(`Not saved: ${reason}`);
    } finally {
      this.#saving.delete(nameOf(place));
      this.#parts.changed();
    }
  }

  /** It is on disk; what was changed meanwhile is not. */
  #put(desk: Desk, sent: DecisionDraft): void {
    const place = placeOf(desk);
    const now = this.#parts.shelf.get(place);
    if (now === undefined || isSame(now, sent)) this.#parts.shelf.drop(place);
    if (this.isShared(place)) this.#shared = undefined;
  }

  #change(change: (draft: DecisionDraft, worth: Worth) => DecisionDraft): void {
    const desk = this.#parts.desk();
    if (desk === undefined) return;
    const place = placeOf(desk);
    const worth = worthOf(desk);
    const draft = change(this.draft(desk), worth);
    if (isSame(draft, untouched(desk.answer, worth))) this.#parts.shelf.drop(place);
    else this.#parts.shelf.put(place, draft);
    this.#complaint = undefined;
    this.#parts.changed();
  }

  #complain(sentence: string): void {
    this.#complaint = sentence;
    this.#parts.say(sentence);
  }

  #inLine(run: () => Promise<void>): Promise<void> {
    const done = this.#line.then(run);
    this.#line = done.catch(() => undefined);
    return done;
  }
}

export const placeOf = ({ sheet, answer }: Desk): Place => ({
  question: sheet.question,
  key: answer.key,
});

export const worthOf = ({ question, sheet, answer }: Desk): Worth => ({
  rubric: (answer.asked ?? sheet).rubric,
  most: question.points,
});
