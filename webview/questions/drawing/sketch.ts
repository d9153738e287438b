/**
 * A drawing while it is being made, with its history. Objects and labels have a number of their own, so that each keeps
 * its row in the list when others come and go; what is not complete yet is no part of the answer.
 */

import {
  type AnswerOf,
  type DrawnItem,
  type DrawnLabel,
  type DrawnType,
  type PlanePoint,
} from '../../../src/protocol/messages.ts';

type Answer = AnswerOf['drawing'];

/** A place whose coordinates may still be missing. */
export type Spot = readonly [number | undefined, number | undefined];

export interface Row {
  readonly id: number;
  readonly type: DrawnType;
  readonly points: readonly Spot[];
}

export interface Tag {
  readonly id: number;
  readonly at: Spot;
  readonly latex: string;
}

export interface Sheet {
  readonly rows: readonly Row[];
  readonly tags: readonly Tag[];
}

export const EMPTY_SPOT: Spot = [undefined, undefined];

export const isPoint = (spot: Spot): spot is PlanePoint =>
  spot[0] !== undefined && spot[1] !== undefined;

export const samePoint = (one: Spot | undefined, two: Spot | undefined): boolean =>
  one !== undefined && two !== undefined && one[0] === two[0] && one[1] === two[1];

/** Of a complete object: all its coordinates are there, and it is longer than a point. */
export function itemOf({ type, points }: Row): DrawnItem | undefined {
  const placed = points.filter(isPoint);
  const isLong = placed.some((point) => !samePoint(point, placed[0]));
  return placed.length === points.length && isLong ? { type, points: placed } : undefined;
}

export interface Counted {
  readonly row: Row;
  readonly item: DrawnItem;
}

/** Sheets never change, and are asked by every row of the list. */
const counted = new WeakMap<Sheet, readonly Counted[]>();

/** The objects of the answer, each with the row that it comes from; the first is object 1. */
export function itemsOf(sheet: Sheet): readonly Counted[] {
  const known = counted.get(sheet);
  if (known) return known;
  const found = sheet.rows.flatMap((row) => {
    const item = itemOf(row);
    return item ? [{ row, item }] : [];
  });
  counted.set(sheet, found);
  return found;
}

const isLabel = ({ at, latex }: Tag): boolean => isPoint(at) && latex.trim() !== '';

const labelsOf = ({ tags }: Sheet): readonly DrawnLabel[] =>
  tags.flatMap((tag) =>
    isLabel(tag) && isPoint(tag.at) ? [{ at: tag.at, latex: tag.latex }] : [],
  );

/** Its place in the answer; undefined while it is no part of it. */
export function indexOfTag({ tags }: Sheet, id: number): number | undefined {
  const index = tags.filter(isLabel).findIndex((tag) => tag.id === id);
  return index < 0 ? undefined : index;
}

export function answerOf(sheet: Sheet): Answer | undefined {
  const items = itemsOf(sheet).map(({ item }) => item);
  const labels = labelsOf(sheet);
  return items.length + labels.length === 0 ? undefined : { items, labels };
}

const NOTHING: Sheet = { rows: [], tags: [] };

/** Steps that can be taken back. */
const KEPT = 300;

/** Two answers that say the same read the same. */
const sayingOf = (answer: Answer | undefined): string =>
  JSON.stringify([
    answer?.items.map(({ type, points }) => [type, points]) ?? [],
    answer?.labels.map(({ at, latex }) => [at, latex]) ?? [],
  ]);

export class Sketch {
  #sheet: Sheet = NOTHING;
  #past: readonly Sheet[] = [];
  #future: readonly Sheet[] = [];
  #lastKey: string | undefined;
  #lastId = 0;
  #adopted: Answer | undefined;
  /** what the answer was when it was last told or adopted */
  #said = sayingOf(undefined);

  get sheet(): Sheet {
    return this.#sheet;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  newId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** Takes an answer that did not come from here, and with it a history of its own. */
  adopt(answer: Answer | undefined): void {
    if (answer === this.#adopted) return;
    this.#adopted = answer;
    this.#said = sayingOf(answer);
    if (this.#said === sayingOf(answerOf(this.#sheet))) return;
    this.#sheet = {
      rows: (answer?.items ?? []).map((item) => ({ ...item, id: this.newId() })),
      tags: (answer?.labels ?? []).map((label) => ({ ...label, id: this.newId() })),
    };
    [this.#past, this.#future, this.#lastKey] = [[], [], undefined];
  }

  /** The answer, if it is another one than was last told or adopted: what is not complete yet changes nothing. */
  news(): { readonly answer: Answer | undefined } | undefined {
    const answer = answerOf(this.#sheet);
    const saying = sayingOf(answer);
    if (saying === this.#said) return undefined;
    this.#said = saying;
    return { answer };
  }

  /** @param key changes in a row with the same key are one step to take back, as typing and dragging are */
  change(sheet: Sheet, key?: string): void {
    const goesOn = key !== undefined && key === this.#lastKey;
    if (!goesOn) this.#past = [...this.#past, this.#sheet].slice(-KEPT);
    this.#lastKey = key;
    this.#future = [];
    this.#sheet = sheet;
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (before === undefined) return;
    this.#future = [this.#sheet, ...this.#future];
    this.#past = this.#past.slice(0, -1);
    this.#show(before);
  }

  redo(): void {
    const [next, ...rest] = this.#future;
    if (next === undefined) return;
    this.#past = [...this.#past, this.#sheet];
    this.#future = rest;
    this.#show(next);
  }

  #show(sheet: Sheet): void {
    this.#sheet = sheet;
    this.#lastKey = undefined;
  }
}
