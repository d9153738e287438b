/** How many points said what, and whether that is enough to decide. */

import { type Point } from '../value/point.ts';
import { isKnown, type Order } from './order.ts';

/** So many points in general position have to agree, and so many of these with many digits. */
const ENOUGH = 12;
const CONFIRMED = 4;
/** Of so many points it may remain open why the claim is false there. */
const UNSETTLED = 3;
/** Points that are looked at again. */
const LOOKED_AT = 5;

export class Tally {
  /** points at which the claim is false, neither on an open set nor isolated */
  unsettled = 0;
  /** all the work that is allowed was done */
  spent = false;
  /** points that many digits did not change */
  confirmed = 0;
  readonly #agreeing: Point[] = [];
  readonly #isGeneral: (point: Point) => boolean;
  #general = 0;
  /** those in general position at which doubles do not tell the two sides apart */
  readonly #close: Point[] = [];
  /** so many have to be confirmed */
  #needed = CONFIRMED;
  #neither = 0;
  #unclear = 0;

  /** At special points, such as 0 and 1, much is true that is not true elsewhere. */
  constructor(isGeneral: (point: Point) => boolean) {
    this.#isGeneral = isGeneral;
  }

  count(order: Order, point: Point): void {
    if (isKnown(order)) this.#countAgreeing(order, point);
    else if (order === 'neither') this.#neither += 1;
    else this.#unclear += 1;
  }

  #countAgreeing(order: Order, point: Point): void {
    this.#agreeing.push(point);
    if (!this.#isGeneral(point)) return;
    this.#general += 1;
    if (order === 'equal') this.#close.push(point);
  }

  /** Points at which the claim is true. */
  get agreeing(): readonly Point[] {
    return this.#agreeing;
  }

  get isEnough(): boolean {
    return this.#general >= ENOUGH;
  }

  /** Of those where doubles may be wrong some of all kinds, the first to the last. */
  toConfirm(): readonly Point[] {
    const count = Math.min(LOOKED_AT, this.#close.length);
    this.#needed = Math.min(CONFIRMED, count);
    const step = this.#close.length / Math.max(1, count);
    return Array.from({ length: count }, (_, turn) => this.#close[Math.floor(turn * step)]).filter(
      (point) => point !== undefined,
    );
  }

  /** Why the claim cannot be decided; undefined if it can: it is true. */
  doubt(skipped: boolean): string | undefined {
    if (this.#agreeing.length === 0 && this.#unclear === 0 && this.#neither > 0) {
      return 'Neither has a value at any of the points that were tried.';
    }
    const isConfirmed = this.confirmed >= this.#needed;
    if (this.isEnough && isConfirmed && this.unsettled <= UNSETTLED) return undefined;
    if (this.spent || skipped) return 'It would take too much work to compare them.';
    if (this.isEnough) return 'They are too close to each other to tell.';
    if (this.#unclear > this.#neither) return 'The values are too large to be compared.';
    return 'They have values at too few of the points that were tried.';
  }
}
