/** How far a grading is: a bar where somebody watches, a line for each submission otherwise. */

import { type FinalGrade } from '../core/gradebook/finalGrade.ts';
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

  add(grade: FinalGrade, kept: boolean): void {
    this.#done += 1;
    if (kept) this.#kept += 1;
    if (this.#io.interactive) this.#draw();
    else if (!kept) this.#io.stderr(`[${this.#done}/${this.#total}] ${lineOf(grade)}\n`);
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

function lineOf(grade: FinalGrade): string {
  const { submission, standing, record, open } = grade;
  const isGraded = standing !== 'not-gradable';
  const wait = open.length === 1 ? 'waits' : 'wait';
  const waiting = isGraded && open.length > 0 ? `, ${open.length} ${wait} for a person` : '';
  const doubt = isGraded ? '; in doubt: ' : '. ';
  const why = record.cause === 'ok' ? '' : `${doubt}${brief(record.reason ?? '', 240)}`;
  return printable(`${submission}: ${pointsText(grade)}${waiting}${why}`);
}

/** Of what is not graded nothing is known, and no points are none, not zero. */
function pointsText({ standing, points, maxPoints, questions }: FinalGrade): string {
  if (standing === 'not-gradable') return 'not graded';
  const isFinal = [...questions.values()].some(
    ({ settled, verdict, decision }) =>
      settled && (verdict !== 'unanswered' || decision !== undefined),
  );
  return standing === 'final' || isFinal ? `${points} of ${maxPoints}` : 'nothing final yet';
}
