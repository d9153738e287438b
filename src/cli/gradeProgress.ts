/** How far a grading is: a bar where somebody watches, a line for each submission otherwise. */

import { type GradeRecord } from '../core/gradebook/gradeRecord.ts';
import { type CommandIo } from './command.ts';
import { brief } from '../core/printable.ts';
import { printable } from './plainText.ts';
import { type ProgressLine, progressLine } from './progressLine.ts';

const BAR = 24;
const REDRAW_MS = 100;

export class GradeProgress {
  readonly #io: CommandIo;
  readonly #line: ProgressLine;
  readonly #total: number;
  readonly #begun = performance.now();
  #drawn = Number.NEGATIVE_INFINITY;
  #done = 0;
  /** those whose record was there already take no time */
  #kept = 0;
  #aside = '';

  constructor(io: CommandIo, total: number) {
    this.#io = io;
    this.#line = progressLine(io);
    this.#total = total;
  }

  add(record: GradeRecord, kept: boolean): void {
    this.#done += 1;
    if (kept) this.#kept += 1;
    if (this.#io.interactive) this.#draw();
    else if (!kept) this.#io.stderr(`[${this.#done}/${this.#total}] ${lineOf(record)}\n`);
  }

  /** Beside the bar. */
  set aside(text: string) {
    this.#aside = text === '' ? '' : `  (${printable(text)})`;
    if (this.#io.interactive) this.#draw();
  }

  /** A sentence, above the bar. */
  say(text: string): void {
    this.#line.clear();
    this.#io.stderr(`${printable(text)}\n`);
  }

  end(): void {
    this.#line.clear();
    if (this.#kept > 0) this.#io.stderr(`${this.#kept} of ${this.#total} were graded before.\n`);
  }

  #draw(): void {
    const now = performance.now();
    if (now - this.#drawn < REDRAW_MS && this.#done < this.#total) return;
    this.#drawn = now;
    const filled = Math.round((BAR * this.#done) / this.#total);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}`;
    this.#line.show(`${bar} ${this.#done}/${this.#total}${this.#speed(now)}${this.#aside}`);
  }

  #speed(now: number): string {
    const graded = this.#done - this.#kept;
    const seconds = (now - this.#begun) / 1000;
    if (graded < 2 || seconds < 1) return '';
    const left = ((this.#total - this.#done) * seconds) / graded;
    return `  ${(graded / seconds).toFixed(1)} a second, ${duration(left)} left`;
  }
}

function duration(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}

function lineOf({ submission, points, maxPoints, cause, reason, questions }: GradeRecord): string {
  const all = Object.values(questions);
  const open = all.filter(({ settled }) => !settled).length;
  // of what could not be graded nothing is known, and no points are none, not zero
  const grade = all.length === open ? 'not graded' : `${points} of ${maxPoints}`;
  const wait = open === 1 ? 'waits' : 'wait';
  const waiting = open === 0 ? '' : `, ${open} ${wait} for a person`;
  const doubt = all.length === open ? '. ' : '; in doubt: ';
  const why = cause === 'ok' ? '' : `${doubt}${brief(reason ?? '', 240)}`;
  return printable(`${submission}: ${grade}${waiting}${why}`);
}
