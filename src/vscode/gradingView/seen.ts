/** Which decisions a view was shown last: only by that can be told that another window has decided since. */
import { type Decision } from '../../core/gradebook/gradeRecord.ts';
import { type DecisionChanged, isSameDecision } from '../../runtime/gradebook/changeDecisions.ts';

export class Seen {
  readonly #decisions = new Map<string, Decision | undefined>();

  note(question: string, submission: string, decision: Decision | undefined): void {
    this.#decisions.set(nameOf(question, submission), decision);
  }

  /** @param otherwise of an answer that was not looked at */
  of(question: string, submission: string, otherwise: Decision | undefined): Decision | undefined {
    const name = nameOf(question, submission);
    return this.#decisions.has(name) ? this.#decisions.get(name) : otherwise;
  }
}

const nameOf = (...parts: readonly string[]): string => JSON.stringify(parts);

/** A sentence on what another window had decided meanwhile. @param seen of the same answers, in the same order */
export function overwritten(
  replaced: readonly DecisionChanged[],
  seen: readonly (Decision | undefined)[],
): string | undefined {
  const others = replaced.flatMap(({ before }, index) =>
    before === undefined || isSameDecision(before, seen[index]) ? [] : [before],
  );
  const [one, more] = others;
  if (one === undefined) return undefined;
  return more === undefined && replaced.length === 1
    ? `Another window had given ${one.points} to this answer meanwhile; that is replaced now.`
    : `Another window had decided ${others.length} of these answers meanwhile; that is replaced now.`;
}
